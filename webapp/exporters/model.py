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


@dataclass(frozen=True, slots=True)
class Sheet:
    """A comparison with what is known of its sides.

    made_at  when it was frozen, or compared
    link     its address, where it was shared
    stored   its JSON as it was stored, where it was shared
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

    @property
    def changes(self) -> int:
        """How many changes the story has; those of the pages around it are not counted."""
        return sum(change.scope == "story" for change in self.comparison.changes)
