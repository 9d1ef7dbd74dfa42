"""Segments into pieces: the part of drawing that every view shares.

White space travels with the word before it inside the engine; on screen it stands between the marks, never inside them:

    segments   equal "rights) " (old: "rights)")   delete ", "   equal "and harm"
    pieces     rights)<del>,</del> and harm
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from webapp.display.model import Piece
from webapp.engine.model import Comparison, Op, Segment, Span

_VISIBLE_SPACE = str.maketrans({" ": "␣", "\n": "↵", "\r": "↵", "\t": "⇥", "\u00a0": "⍽", "\u202f": "⍽"})


class Fragment(NamedTuple):
    """A segment, or its part in one paragraph. The gaps tell whether white space follows it on either side."""

    op: Op
    text: str
    change: str | None
    old_gap: bool
    new_gap: bool


class Line:
    """Collects the pieces of one row or cell and sets the gaps between them."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._old_gap = self._new_gap = False

    def add(self, fragment: Fragment, is_anchor: bool) -> None:
        """Append a fragment, after a gap where white space stands before it on a side that it is read with."""
        last = self._pieces[-1].op if self._pieces else None
        reads_old = fragment.op != "insert" or last == "delete"
        reads_new = fragment.op != "delete" or last == "insert"
        if last and ((reads_old and self._old_gap) or (reads_new and self._new_gap)):
            self._append(Piece("equal", " "))
            self._old_gap = self._new_gap = False
        self._append(Piece(fragment.op, fragment.text, fragment.change, is_anchor))
        self._old_gap = fragment.old_gap or (self._old_gap and fragment.op == "insert")
        self._new_gap = fragment.new_gap or (self._new_gap and fragment.op == "delete")

    def pieces(self) -> tuple[Piece, ...]:
        return tuple(self._pieces)

    def _append(self, piece: Piece) -> None:
        if piece.op == "equal" and self._pieces and self._pieces[-1].op == "equal":
            piece = Piece("equal", self._pieces.pop().text + piece.text)
        self._pieces.append(piece)


class Anchors:
    """Gives each change its one anchor in a view: its first piece."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def take(self, change: str | None) -> bool:
        if change is None or change in self._given:
            return False
        self._given.add(change)
        return True


def fragment_of(comparison: Comparison, segment: Segment, part: Span) -> Fragment | None:
    """Return a segment, or its `part` of the text it is read in, for one column; None where that is white space alone.

    An equal or inserted segment is read in new, a deleted one in old.
    """
    text = comparison.old.text if segment.op == "delete" else comparison.new.text
    old_gap = _ends_in_space(comparison.old.text, segment.old)
    return _fragment(segment, text[slice(*part)], old_gap, _ends_in_space(comparison.new.text, segment.new))


def half_of(text: str, segment: Segment, part: Span) -> Fragment | None:
    """Return a segment's part of one side's text, for a column that holds that side alone."""
    gap = _ends_in_space(text, part)
    return _fragment(segment, text[slice(*part)], gap, gap)


def _fragment(segment: Segment, text: str, old_gap: bool, new_gap: bool) -> Fragment | None:
    """Changed white space alone, which only a reader who counts it meets, is drawn with visible signs."""
    if text.strip():
        return Fragment(segment.op, text.strip(), segment.change, old_gap, new_gap)
    if segment.change is None or not text:
        return None
    return Fragment(segment.op, text.translate(_VISIBLE_SPACE), segment.change, False, False)


def paragraph_at(paragraphs: Sequence[Span], place: int) -> int:
    """Return the index of the paragraph that a place belongs to; what stands before the first belongs to it."""
    return max(0, bisect_right(paragraphs, place, key=lambda paragraph: paragraph.start) - 1)


def cut_at(paragraphs: Sequence[Span], span: Span) -> Iterator[tuple[int, Span]]:
    """Yield the parts of a span, each with the index of its paragraph."""
    start = span.start
    for index in range(paragraph_at(paragraphs, start), len(paragraphs)):
        is_last = index + 1 == len(paragraphs) or paragraphs[index + 1].start >= span.end
        end = span.end if is_last else paragraphs[index + 1].start
        yield index, Span(start, end)
        if is_last:
            return
        start = end


def _ends_in_space(text: str, span: Span | None) -> bool:
    return span is not None and span.start < span.end and text[span.end - 1].isspace()
