"""Two columns: the sentences of a pair face each other in one row.

old 1      -- new 1        one row
old 2      -- new 2, 3     a sentence that was split: one row
old 3                      dropped: an empty half
old 4      -- new 9        moved: the halves face each other where new has it; old's place keeps a mark
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from webapp.display.model import Cell, SideRow
from webapp.display.rows.departures import FIRST, departures
from webapp.display.rows.kinds import KIND_OF
from webapp.display.rows.numbering import Numbering
from webapp.display.rows.passages import Passages
from webapp.display.rows.pieces import PieceCollector, cut_at, half_of, paragraph_at
from webapp.engine.model import Comparison, Pair, Segment, Side
from webapp.engine.span import Span


def rows(comparison: Comparison) -> tuple[SideRow, ...]:
    """Return the rows in reading order: one for each pair, and one for each place that a moved pair left."""
    return tuple(_Drawing(comparison).rows())


class _Drawing:
    """Makes the rows of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._passages = Passages(comparison)
        self._left = departures(comparison)
        self._old_numbers = Numbering(comparison.old)
        self._new_numbers = Numbering(comparison.new)

    def rows(self) -> Iterator[SideRow]:
        yield from self._departures(FIRST)
        for index, run in groupby(self._comparison.segments, key=lambda segment: segment.pair):
            yield self._pair_row(index, list(run))
            yield from self._departures(index)

    def _pair_row(self, index: int, segments: list[Segment]) -> SideRow:
        comparison, pair = self._comparison, self._comparison.pairs[index]
        in_old = [(segment, segment.old) for segment in segments if segment.old]
        in_new = [(segment, segment.new) for segment in segments if segment.new]
        return SideRow(
            kind=KIND_OF[pair.relation],
            scope=pair.scope,
            side="new" if pair.new else "old",
            old=tuple(self._cells(comparison.old, in_old, self._old_numbers)),
            new=tuple(self._cells(comparison.new, in_new, self._new_numbers)),
            opens=_opens_paragraph(comparison, pair),
        )

    def _departures(self, index: int) -> Iterator[SideRow]:
        old = self._comparison.old
        for departed in self._left.get(index, ()):
            pair = self._comparison.pairs[departed]
            line = PieceCollector()
            line.mark_departure(departed)
            cell = Cell(self._passages.of(line.entries()), self._old_numbers.at(old.sentences[pair.old[0]].start))
            yield SideRow("kept", pair.scope, "old", (cell,), (), departed=True, opens=False)

    def _cells(self, side: Side, spans: Iterable[tuple[Segment, Span]], numbers: Numbering) -> Iterator[Cell]:
        lines: dict[int, PieceCollector] = {}
        for segment, span in spans:
            for paragraph, part in cut_at(side.paragraphs, span):
                fragment = half_of(side.text, segment, part)
                if fragment:
                    lines.setdefault(paragraph, PieceCollector()).add(fragment)
        for paragraph, line in lines.items():
            yield Cell(self._passages.of(line.entries()), numbers.of(paragraph))


def _opens_paragraph(comparison: Comparison, pair: Pair) -> bool:
    return _is_first(comparison.old, pair.old) or _is_first(comparison.new, pair.new)


def _is_first(side: Side, sentences: Sequence[int]) -> bool:
    """Return whether the first of the sentences begins a paragraph."""
    starts = [side.sentences[sentence].start for sentence in sentences[:1]]
    return any(start == side.paragraphs[paragraph_at(side.paragraphs, start)].start for start in starts)
