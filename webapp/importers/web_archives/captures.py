"""What an archive holds of a page: where and when it was captured, and what came."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was captured.

    records          its record and those that belong to it
    digest           of its body as it was sent; "" if the archive does not say
    address, moment  where and when; "" and None if the archive does not say
    charset          the encoding that the server named; "" if it named none
    body             unpacked
    is_text          whether it is the text of a page, and no page
    is_whole         whether all of it came
    """

    records: frozenset[str]
    digest: str
    address: str
    moment: datetime | None
    charset: str
    body: bytes
    is_text: bool
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Revisit:
    """A capture that says that a page was as in another one, by its digest or its record."""

    digest: str
    original: str
    moment: datetime | None
    is_page: bool


@dataclass(slots=True)
class Captures:
    """What an archive holds.

    inner     the records whose answer went into a page
    is_whole  whether the archive could be read to its end
    """

    pages: list[Capture] = field(default_factory=list)
    inner: set[str] = field(default_factory=set)
    revisits: list[Revisit] = field(default_factory=list)
    is_whole: bool = True
