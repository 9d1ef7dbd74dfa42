"""What of the library is listed: a search and filters, as an address has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from webapp.errors import InvalidInput
from webapp.services import MAX_ID, Selection, parse_day
from webapp.web.shell.fields import read_query

FILTERS = ("by_outlet", "since", "until", "in_language")


@dataclass(frozen=True, slots=True)
class SelectionForm:
    """The search and the filters as they are filled in. `collection` is a slug, `since` and `until` are dates or ""."""

    q: str = ""
    collection: str = ""
    by_outlet: str = ""
    since: str = ""
    until: str = ""
    in_language: str = ""

    @classmethod
    def read(cls, fields: Mapping[str, str]) -> Self:
        """Read the fields of an address."""
        return cls(**{name: read_query(fields, name) for name in ("q", "collection", *FILTERS)})

    @property
    def is_narrowed(self) -> bool:
        """Return whether a filter beside the collection is filled in."""
        return any(getattr(self, name) for name in FILTERS)

    def selection(self) -> Selection:
        """Return the filters. Errors: InvalidInput carries the field of a date."""
        since, until = parse_day(self.since, "since"), parse_day(self.until, "until")
        return Selection(self.collection, self.by_outlet, since, until, self.in_language)

    def address(self, before: int) -> dict[str, str | int]:
        """Return the fields of the address of the articles that come behind a version."""
        named = {name: getattr(self, name) for name in ("q", "collection", *FILTERS)}
        return {**{name: value for name, value in named.items() if value}, "before": before}


def read_before(fields: Mapping[str, str]) -> int | None:
    """Return the version behind which a part of a list begins; None for the first. Errors: InvalidInput."""
    return read_id(fields, "before")


def read_id(fields: Mapping[str, str], field: str) -> int | None:
    """Return the id behind which a part of a list begins; None for the first. Errors: InvalidInput."""
    written = fields.get(field, "")
    if not written:
        return None
    if written.isascii() and written.isdigit() and len(written) <= len(str(MAX_ID)) and 0 < int(written) <= MAX_ID:
        return int(written)
    raise InvalidInput("There is no such part of the list. Begin anew with its first one.", field)
