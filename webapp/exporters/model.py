"""What every export is made from: a comparison, and what is known of its two sides."""

from dataclasses import dataclass
from datetime import date, datetime

from webapp.engine.model import Comparison


@dataclass(frozen=True, slots=True)
class SheetSide:
    """What is known of one side. `captured` says how and when its text was captured; empty for a file on disk."""

    title: str
    outlet: str = ""
    published: date | None = None
    language: str = ""
    captured: str = ""

    @property
    def facts(self) -> tuple[str, ...]:
        """All that is known of it, without what is empty."""
        return tuple(filter(None, (self.title, self.outlet, str(self.published or ""), self.captured)))

    @property
    def description(self) -> str:
        """All that is known of it, on one line."""
        return "; ".join(self.facts)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A comparison with what is known of its sides.

    made_at  when it was frozen, or compared
    link     the address of the link, empty if it was not shared
    stored   the JSON of the link as it was stored, empty if it was not shared
    """

    comparison: Comparison
    old: SheetSide
    new: SheetSide
    made_at: datetime
    title: str = ""
    note: str = ""
    link: str = ""
    stored: str = ""

    @property
    def heading(self) -> str:
        return self.title or f"{self.old.title} / {self.new.title}"
