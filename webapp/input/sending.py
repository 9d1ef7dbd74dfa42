"""Sends through the gate. It is loaded with the first address, as for fetching (`addresses.py`)."""

from collections.abc import Mapping
from pkgutil import resolve_name
from typing import Protocol, cast

from webapp.fetching.model import FetchRules

SENDER = "webapp.fetching.sender:Sender"


class Send(Protocol):
    """What sends to an address: the gate."""

    def __call__(self, written: str, body: bytes, headers: Mapping[str, str]) -> int:
        """Return the status of the answer. Errors: InvalidInput and its kinds say why it cannot be sent."""


def sender_of(rules: FetchRules) -> Send:
    """Return what sends by these rules."""

    def send(written: str, body: bytes, headers: Mapping[str, str]) -> int:
        return cast(int, resolve_name(SENDER)(rules).post(written, body, headers))

    return send
