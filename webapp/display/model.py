"""What a reader sees, as plain data: rows of cells of pieces. No HTML; templates and the terminal draw from these.

Stretch  neighbouring rows that are all story, or all furniture
Row      one paragraph (inline) or paragraphs facing each other (side by side)
Cell     the text of one row on one side: an ordered run of pieces, and what was moved into or out of it
Piece    a stretch of text with one mark
"""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from webapp.engine.model import Op, ScopeName

RowKind = Literal["kept", "edited", "added", "dropped"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one mark.

    text    never begins or ends with white space where it is marked (delete, insert): the gap stands in equal pieces
    change  the id of the change it belongs to, such as "c12"; None for equal text
    anchor  True for the first piece of its change in this view: the one that carries `id="c12"`
    """

    op: Op
    text: str
    change: str | None = None
    anchor: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """A sentence that stands elsewhere in new: the id of its change and its paragraphs on either side, from 1."""

    change: str
    old_paragraph: int
    new_paragraph: int
    anchor: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one row on one side (or of both, inline), with the numbers of its paragraphs, counted from 1."""

    pieces: tuple[Piece, ...]
    paragraphs: tuple[int, ...]
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class InlineRow:
    """One paragraph of the new text with what was deleted and inserted, or one of old that was dropped whole."""

    kind: RowKind
    scope: ScopeName
    cell: Cell


@dataclass(frozen=True, slots=True)
class SideRow:
    """Paragraphs that face each other. Either side is empty where the other has no counterpart."""

    kind: RowKind
    scope: ScopeName
    old: tuple[Cell, ...]
    new: tuple[Cell, ...]


Row = TypeVar("Row", InlineRow, SideRow)


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Row]):
    """Neighbouring rows of one scope."""

    scope: ScopeName
    rows: tuple[Row, ...]
