"""What the gate is told, and what it brings back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

SECONDS = 10
MAX_BYTES = 5_000_000
"""Unpacked. The page of a long story with all that its site puts around it has a tenth of it."""

MAX_REDIRECTS = 5
PORTS = (80, 443)
OFF = "This server fetches no addresses (STET_FETCH_ADDRESSES). Paste the text instead."


@dataclass(frozen=True, slots=True)
class FetchRules:
    """What may be fetched, and how much.

    hosts      hosts that may be fetched although they are inside the network: `cms.example` or `cms.example:8080`
    own_hosts  the names of this server
    ports      of every other host
    seconds    for the name, the connections, every redirect and the body together
    max_bytes  of the body, unpacked
    contact    a mail or web address, for the administrators of the servers that are asked
    """

    is_on: bool = True
    hosts: tuple[str, ...] = ()
    own_hosts: tuple[str, ...] = ()
    ports: tuple[int, ...] = PORTS
    seconds: float = SECONDS
    max_bytes: int = MAX_BYTES
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer of a server.

    asked       the address as it was given
    address     where the answer came from, after redirects
    headers     those that say something about the answer, by their names in lower case
    media_type  in lower case, without parameters; "" if the server named none
    charset     as the server named it; "" if it did not
    name        a file name, as a browser would save it
    data        the body, unpacked; empty with the status 304, which only a conditional request can have
    """

    asked: str
    address: str
    host: str
    status: int
    headers: Mapping[str, str]
    media_type: str
    charset: str
    name: str
    data: bytes
    moment: datetime


def _let_pass(address: str) -> None:
    """Let an address be asked."""


@dataclass(frozen=True, slots=True)
class Asking:
    """How an address is asked.

    validators  the headers of a conditional request, for the first address alone; with any, 304 is an answer
    check       is told the address of each hop before it is asked, and raises an InvalidInput if it must not be
    """

    validators: Mapping[str, str] = field(default_factory=dict)
    check: Callable[[str], None] = _let_pass


PLAINLY = Asking()


class Fetch(Protocol):
    """What fetches an address: the gate."""

    def __call__(self, written: str, asking: Asking = PLAINLY) -> Fetched:
        """Errors: InvalidInput and its kinds say why it cannot be fetched."""
