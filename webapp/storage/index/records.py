"""What the index takes and returns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles are listed; "" and None filter nothing.

    collection  a slug
    outlets     of any of these outlets, as they are written in the library; None for every one
    since       published on this day or later; what has no date is left out. `until` likewise
    language    a tag such as pt; pt-BR is found under it too
    """

    collection: str = ""
    outlets: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None
    language: str = ""


NO_FILTERS = Filters()


class WantedWords(Protocol):
    """Words that follow each other. `is_prefix`: the last may be the beginning of a longer one."""

    @property
    def terms(self) -> Sequence[str]:
        """Return the words as the index has them."""

    @property
    def is_prefix(self) -> bool:
        """Return whether the last word may go on."""


class IndexEntry(Protocol):
    """What an article is found by: its words, with a space between two, and the checksums of its sentences."""

    @property
    def terms(self) -> str:
        """Return its words."""

    @property
    def sentences(self) -> Sequence[int]:
        """Return the checksums, each once, in ascending order."""


@dataclass(frozen=True, slots=True)
class Indexable:
    """An article of the library as it is to be found: its newest version, description and text."""

    article_id: int
    version_id: int
    head: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many sentences of an article stand in another one too. `of_other`: how many that one has."""

    article_id: int
    shared: int
    of_other: int
