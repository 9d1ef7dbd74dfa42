"""The desk's form: both sides as filled in, kept so that they can be shown again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from webapp.errors import InvalidInput
from webapp.services import Paste, is_address
from webapp.web.shell.fields import read_id, read_query

Side = Literal["old", "new"]

SIDES: tuple[Side, Side] = ("old", "new")
PASTED = "pasted"
KEEP = ("keep_texts", "keep_pages")
WORDS_OF_SIDE: Mapping[Side, str] = {"old": "the original", "new": "the text to compare with"}


@dataclass(frozen=True, slots=True)
class SideForm:
    """One side of the desk as it was filled in. `picked` is a version's id, PASTED or "", `collection` the slug
    of the one whose articles are listed, "" for all.

    `file` is the story in the file that was sent, if one was: it is chosen whatever else is picked. `page` is the story
    at the address that was given in place of a text.
    """

    side: Side
    picked: str = ""
    query: str = ""
    collection: str = ""
    title: str = ""
    text: str = ""
    file: Paste | None = None
    page: Paste | None = None

    @property
    def is_address(self) -> bool:
        """Return whether an address is chosen, in place of a text."""
        return self.is_pasted and is_address(self.text)

    @property
    def is_pasted(self) -> bool:
        """Return whether the pasted text is chosen. Without a pick, any text is chosen."""
        return self.picked == PASTED or (bool(self.text) and not self.picked)

    def choice(self) -> int | Paste:
        """Return the choice. Errors: InvalidInput if there is none."""
        if self.file:
            return self.file
        if self.page:
            return replace(self.page, title=self.title or self.page.title)
        if self.is_pasted:
            return Paste(self.text, self.title, field=f"{self.side}_text")
        if self.picked:
            return read_id({self.side: self.picked}, self.side)
        wanted = WORDS_OF_SIDE[self.side]
        raise InvalidInput(f"Pick {wanted}: an article from the list, a file or a text.", field=self.side)


@dataclass(frozen=True, slots=True)
class DeskForm:
    """Both sides of the desk, and whether given texts and fetched pages are kept in the library."""

    old: SideForm
    new: SideForm
    keep_texts: bool = False
    keep_pages: bool = True

    def with_file(self, side: Side, file: Paste) -> "DeskForm":
        """Return the form with the story in a file as that side's text.

        A browser sends a file once: if something else is wrong, the text must be in the form that comes back.
        """
        return self._with(replace(self.side(side), picked=PASTED, title=file.title, text=file.text, file=file))

    def with_text(self, side: Side, title: str, text: str) -> "DeskForm":
        """Return the form with a text pasted on that side."""
        return self._with(replace(self.side(side), picked=PASTED, title=title, text=text))

    def with_page(self, side: Side, page: Paste) -> "DeskForm":
        """Return the form with the story at the address that was given for a side. The field keeps the address."""
        return self._with(replace(self.side(side), page=page))

    def side(self, side: Side) -> SideForm:
        return self.old if side == "old" else self.new

    def _with(self, side: SideForm) -> "DeskForm":
        return replace(self, old=side) if side.side == "old" else replace(self, new=side)

    def swapped(self) -> "DeskForm":
        """Return the form with its sides exchanged."""
        return replace(self, old=replace(self.new, side="old"), new=replace(self.old, side="new"))

    def choices(self) -> tuple[int | Paste, int | Paste]:
        """Return both choices. Errors: InvalidInput if a side has none, or both are the same version."""
        old, new = self.old.choice(), self.new.choice()
        if old == new and isinstance(old, int):
            raise InvalidInput("Both sides are the same version. Pick another one here.", field="new")
        return self._kept(old), self._kept(new)

    def _kept(self, choice: int | Paste) -> int | Paste:
        if isinstance(choice, int):
            return choice
        return replace(choice, keep=self.keep_pages if choice.origin == "url" else self.keep_texts)


def file_field(side: Side) -> str:
    """Return the name of the field of a side's file."""
    return f"{side}_file"


def read_desk(fields: Mapping[str, str]) -> DeskForm:
    """Read both sides from the fields of a form or of an address. A form says by `do` which button sent it."""
    keep = {name: name in fields for name in KEEP} if "do" in fields else {}
    return DeskForm(_read_side("old", fields), _read_side("new", fields), **keep)


def _read_side(side: Side, fields: Mapping[str, str]) -> SideForm:
    return SideForm(
        side=side,
        picked=fields.get(side, ""),
        query=read_query(fields, f"{side}_query"),
        collection=read_query(fields, f"{side}_collection"),
        title=fields.get(f"{side}_title", ""),
        text=fields.get(f"{side}_text", ""),
    )
