"""The desk's form: both sides as filled in, kept so that they can be shown again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from webapp.errors import InvalidInput
from webapp.services import Paste
from webapp.web.shell.fields import read_id, read_query

Side = Literal["old", "new"]

PASTED = "pasted"
WORDS_OF_SIDE: Mapping[Side, str] = {"old": "the original", "new": "the text to compare with"}


@dataclass(frozen=True, slots=True)
class SideForm:
    """One side of the desk as it was filled in. `picked` is a version's id, PASTED or ""."""

    side: Side
    picked: str = ""
    query: str = ""
    title: str = ""
    text: str = ""

    @property
    def is_pasted(self) -> bool:
        """Return whether the pasted text is chosen. Without a pick, any text is chosen."""
        return self.picked == PASTED or (bool(self.text) and not self.picked)

    def choice(self) -> int | Paste:
        """Return the choice. Errors: InvalidInput if there is none."""
        if self.is_pasted:
            return Paste(self.text, self.title, field=f"{self.side}_text")
        if self.picked:
            return read_id({self.side: self.picked}, self.side)
        raise InvalidInput(f"Pick {WORDS_OF_SIDE[self.side]}: an article from the list, or a text.", field=self.side)


@dataclass(frozen=True, slots=True)
class DeskForm:
    """Both sides of the desk."""

    old: SideForm
    new: SideForm

    def swapped(self) -> "DeskForm":
        """Return the form with its sides exchanged."""
        return DeskForm(replace(self.new, side="old"), replace(self.old, side="new"))

    def choices(self) -> tuple[int | Paste, int | Paste]:
        """Return both choices. Errors: InvalidInput if a side has none, or both are the same version."""
        old, new = self.old.choice(), self.new.choice()
        if old == new and isinstance(old, int):
            raise InvalidInput("Both sides are the same version. Pick another one here.", field="new")
        return old, new


def read_desk(fields: Mapping[str, str]) -> DeskForm:
    """Read both sides from the fields of a form or of an address."""
    return DeskForm(_read_side("old", fields), _read_side("new", fields))


def _read_side(side: Side, fields: Mapping[str, str]) -> SideForm:
    return SideForm(
        side=side,
        picked=fields.get(side, ""),
        query=read_query(fields, f"{side}_query"),
        title=fields.get(f"{side}_title", ""),
        text=fields.get(f"{side}_text", ""),
    )
