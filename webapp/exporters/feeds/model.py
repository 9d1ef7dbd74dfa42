"""A feed, whatever kind it is written as."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

AUTHOR = "Stet"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry: plain text, and a full URL. It is never changed once it was written, but for its words.

    outlet      "" if it is not known; the author of what the entry is about
    collection  the slug and the name of the collection that it belongs to, if any
    """

    id: UUID
    title: str
    summary: str
    link: str
    moment: datetime
    outlet: str = ""
    collection: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A part of a feed. All addresses are full URLs.

    page       where a person reads the same
    address    of this part
    following  of the next part, with what is older; "" for the last one
    """

    id: UUID
    title: str
    page: str
    address: str
    following: str
    updated: datetime
    entries: Sequence[FeedEntry]
