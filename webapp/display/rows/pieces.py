"""Segments into pieces: the part of drawing that every view shares.

White space travels with the word before it inside the engine; on screen it is between the marks, never inside them:

    segments   equal "rights) " (old: "rights)")   delete ", "   equal "and harm"
    pieces     rights)<del>,</del> and harm
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from webapp.display.model import Piece
from webapp.display.shortening import SPACE
from webapp.engine.model import Comparison, Op, Segment
from webapp.engine.span import Span

_VISIBLE_SPACE = str.maketrans({" ": "␣", "\n": "↵", "\r": "↵", "\t": "⇥", "\u00a0": "⍽", "\u202f": "⍽"})


class Fragment(NamedTuple):
    """A segment, or its part in one paragraph. The gaps say whether white space follows it on either side."""

    op: Op
    text: str
    pair: int
    change: str | None
    old_gap: bool
    new_gap: bool


class PairPiece(NamedTuple):
    """A piece and its pair; without a piece, the place that a moved pair left."""

    pair: int
    piece: Piece | None


class PieceCollector:
    """Collects the pieces of one row or cell and sets the gaps between them."""

    def __init__(self) -> None:
        self._pieces: list[PairPiece] = []
        self._last: Piece | None = None
        self._old_gap = self._new_gap = False

    def add(self, fragment: Fragment) -> None:
        """Append a fragment, after a gap if white space comes before it on a side that it is read with."""
        last = self._last
        reads_old = fragment.op != "insert" or (last is not None and last.op == "delete")
        reads_new = fragment.op != "delete" or (last is not None and last.op == "insert")
        if last and ((reads_old and self._old_gap) or (reads_new and self._new_gap)):
            self._append(self._pair_of_gap(fragment), Piece("equal", " ", self._common_change(last, fragment)))
            self._old_gap = self._new_gap = False
        self._append(fragment.pair, Piece(fragment.op, fragment.text, fragment.change))
        self._old_gap = fragment.old_gap or (self._old_gap and fragment.op == "insert")
        self._new_gap = fragment.new_gap or (self._new_gap and fragment.op == "delete")

    def mark_departure(self, pair: int) -> None:
        """Mark the place that a moved pair left."""
        self._pieces.append(PairPiece(pair, None))

    def entries(self) -> tuple[PairPiece, ...]:
        return tuple(self._pieces)

    def pieces(self) -> tuple[Piece, ...]:
        """Return the text alone, without the places that moved pairs left."""
        return tuple(entry.piece for entry in self._pieces if entry.piece)

    def _pair_of_gap(self, follower: Fragment) -> int:
        """Return the pair before the gap; what was moved away from there has no words here, and so no gap."""
        before = self._pieces[-1]
        return before.pair if before.piece else follower.pair

    @staticmethod
    def _common_change(last: Piece, fragment: Fragment) -> str | None:
        return fragment.change if fragment.change == last.change else None

    def _append(self, pair: int, piece: Piece) -> None:
        last = self._pieces[-1] if self._pieces else None
        joins = last and last.piece and last.pair == pair and piece.op == last.piece.op == "equal"
        if last and last.piece and joins and piece.change == last.piece.change:
            self._pieces.pop()
            piece = Piece("equal", last.piece.text + piece.text, piece.change)
        self._pieces.append(PairPiece(pair, piece))
        self._last = piece


class Anchors:
    """Gives each change, and each pair, its one anchor in a view: where it comes first."""

    def __init__(self) -> None:
        self._given: set[str | int] = set()

    def take(self, name: str | int | None) -> bool:
        if name is None or name in self._given:
            return False
        self._given.add(name)
        return True


def fragment_of(comparison: Comparison, segment: Segment, part: Span) -> Fragment | None:
    """Return a segment, or its `part` of the text it is read in, for one column; None if that is white space only.

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
    """Show changed white space by visible signs. Only a reader who counts white space meets it."""
    shown = text.strip(SPACE)
    if shown:
        return Fragment(segment.op, shown, segment.pair, segment.change, old_gap, new_gap)
    if segment.change is None or not text:
        return None
    return Fragment(segment.op, text.translate(_VISIBLE_SPACE), segment.pair, segment.change, False, False)


def paragraph_at(paragraphs: Sequence[Span], place: int) -> int:
    """Return the index of the paragraph that a place belongs to; what comes before the first belongs to the first."""
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
    return span is not None and span.start < span.end and text[span.end - 1] in SPACE
