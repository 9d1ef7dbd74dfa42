"""What a reader sees, as plain data: rows of cells of passages of marks. No HTML.

Stretch    neighbouring rows that are shown, or folded to one line
Row        one paragraph (inline, clean) or one pair with its sides facing each other (side by side)
Cell       one paragraph of a row on one side: an ordered run of passages
Passage    the text of one pair inside a cell, or the mark of a sentence that was moved away from here
Mark       one change inside a passage, or the equal text between two
Piece      a stretch of text with one operation
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from webapp.engine.model import Change, Op, Relation, ScopeName

RowKind = Literal["kept", "edited", "added", "dropped"]
SideName = Literal["old", "new"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one operation.

    text    without white space at its ends if it is marked (delete, insert): the gap is in equal pieces
    change  the id of the change it belongs to, such as "c12"; None for equal text
    """

    op: Op
    text: str
    change: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """The pieces of one change, or equal text if `change` is None.

    anchor  True for the first mark of its change in this view, which has `id="c12"`
    """

    pieces: tuple[Piece, ...]
    change: Change | None = None
    anchor: bool = False

    @property
    def is_named(self) -> bool:
        """Return whether the flags of the change are named here: after inserted text, else after deleted text."""
        if self.change is None or self.change.weight != "hard":
            return False
        return self.change.new is None or any(piece.op == "insert" for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Move:
    """A sentence that has another place in new: its change, and its paragraph on either side, counted from 1.

    anchor  True at the first place of the move in this view, which has `id="c12"`
    """

    change: Change
    old_paragraph: int
    new_paragraph: int
    anchor: bool

    @property
    def direction(self) -> Literal["up", "down", "within"]:
        if self.new_paragraph == self.old_paragraph:
            return "within"
        return "up" if self.new_paragraph < self.old_paragraph else "down"


@dataclass(frozen=True, slots=True)
class Retelling:
    """Where the other side tells what a sentence without a partner says: a pair, and the number of its paragraph."""

    pair: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one pair inside a cell.

    anchor    True at the first place of the pair in this view, which has `id="s12"`
    move      set if the pair was moved
    also      set if another pair holds what this sentence without a partner says
    departed  True at the place that a moved sentence left; its marks then are the first words of the sentence
    """

    pair: int
    relation: Relation
    marks: tuple[Mark, ...]
    anchor: bool = False
    move: Move | None = None
    departed: bool = False
    also: Retelling | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One paragraph of a row on one side (or of both, inline), with the number of its paragraph, counted from 1."""

    passages: tuple[Passage, ...]
    paragraph: int

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The text alone, without the marks of what was moved away."""
        passages = (passage for passage in self.passages if not passage.departed)
        return tuple(piece for passage in passages for mark in passage.marks for piece in mark.pieces)


@dataclass(frozen=True, slots=True)
class InlineRow:
    """One paragraph: of the new text with what was deleted and inserted, of old that was dropped, or of one side clean.

    side     the side whose paragraph it is
    changes  of a clean row: the changes that its margin counts
    """

    kind: RowKind
    scope: ScopeName
    side: SideName
    cell: Cell
    changes: tuple[Change, ...] = ()

    @property
    def text(self) -> str:
        return self.cell.text

    @property
    def is_moved(self) -> bool:
        """Return whether the whole paragraph was moved."""
        return all(passage.move and not passage.departed for passage in self.cell.passages)

    @property
    def pairs(self) -> frozenset[int]:
        return frozenset(passage.pair for passage in self.cell.passages)


@dataclass(frozen=True, slots=True)
class SideRow:
    """One pair, a cell a paragraph. A side is empty if the other has no counterpart there.

    departed  True for the place in old that a moved pair left; its new side is empty, since new has the pair elsewhere
    opens     True if a paragraph begins on a side
    """

    kind: RowKind
    scope: ScopeName
    side: SideName
    old: tuple[Cell, ...]
    new: tuple[Cell, ...]
    departed: bool = False
    opens: bool = True

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in (*self.old, *self.new))

    @property
    def pairs(self) -> frozenset[int]:
        return frozenset(passage.pair for cell in (*self.old, *self.new) for passage in cell.passages)


Row = TypeVar("Row", InlineRow, SideRow)
StretchKind = Literal["shown", "context", "folded", "furniture"]


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Row]):
    """Neighbouring rows that are drawn in the same way.

    kind       context: a row beside what is shown, for orientation; folded: rows that the filters leave out
    start      number of the first row in its view, from 0
    opening    the words that a folded stretch begins with
    sentences  how many sentences of each relation a folded stretch has
    """

    kind: StretchKind
    rows: tuple[Row, ...]
    start: int
    opening: str = ""
    sentences: Mapping[Relation, int] = field(default_factory=dict)

    @property
    def pairs(self) -> frozenset[int]:
        return frozenset(pair for row in self.rows for pair in row.pairs)
