"""Two columns: the sentences of a pair face each other in one row.

old 1      -- new 1        one row
old 2      -- new 2, 3     a sentence that was split: one row
old 3                      dropped: an empty half
old 4      -- new 9        moved: the halves face each other where new has it; old's place keeps a mark
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from webapp.display.departures import FIRST, departures
from webapp.display.model import Cell, RowKind, SideName, SideRow
from webapp.display.passages import Passages
from webapp.display.pieces import Line, cut_at, half_of, paragraph_at
from webapp.engine.model import Comparison, Pair, Relation, Segment, Side, Span

_KINDS: dict[Relation, RowKind] = {
    "verbatim": "kept",
    "edited": "edited",
    "rewritten": "edited",
    "added": "added",
    "dropped": "dropped",
}


def rows(comparison: Comparison) -> tuple[SideRow, ...]:
    """Return the rows in reading order: a row a pair, and one a place that a moved pair left."""
    return tuple(_rows(comparison))


def _rows(comparison: Comparison) -> Iterator[SideRow]:
    passages, left = Passages(comparison), departures(comparison)
    yield from (_departure(comparison, departed, passages) for departed in left.get(FIRST, ()))
    for index, run in groupby(comparison.segments, key=lambda segment: segment.pair):
        yield _pair_row(comparison, index, list(run), passages)
        yield from (_departure(comparison, departed, passages) for departed in left.get(index, ()))


def _pair_row(comparison: Comparison, index: int, segments: list[Segment], passages: Passages) -> SideRow:
    pair = comparison.pairs[index]
    old = tuple(_cells(comparison.old, [(segment, segment.old) for segment in segments if segment.old], passages))
    new = tuple(_cells(comparison.new, [(segment, segment.new) for segment in segments if segment.new], passages))
    side: SideName = "new" if pair.new else "old"
    return SideRow(_KINDS[pair.relation], pair.scope, side, old, new, opens=_opens_paragraph(comparison, pair))


def _departure(comparison: Comparison, index: int, passages: Passages) -> SideRow:
    line = Line()
    line.mark_departure(index)
    paragraph = paragraph_at(comparison.old.paragraphs, comparison.old.sentences[comparison.pairs[index].old[0]].start)
    cell = Cell(passages.of(line.entries()), paragraph + 1)
    return SideRow("kept", comparison.pairs[index].scope, "old", (cell,), (), departed=True)


def _cells(side: Side, spans: Iterable[tuple[Segment, Span]], passages: Passages) -> Iterator[Cell]:
    lines: dict[int, Line] = {}
    for segment, span in spans:
        for paragraph, part in cut_at(side.paragraphs, span):
            fragment = half_of(side.text, segment, part)
            if fragment:
                lines.setdefault(paragraph, Line()).add(fragment)
    for paragraph, line in lines.items():
        yield Cell(passages.of(line.entries()), paragraph + 1)


def _opens_paragraph(comparison: Comparison, pair: Pair) -> bool:
    return _is_first(comparison.old, pair.old) or _is_first(comparison.new, pair.new)


def _is_first(side: Side, sentences: Sequence[int]) -> bool:
    """Tell whether the first of the sentences begins a paragraph."""
    starts = [side.sentences[sentence].start for sentence in sentences[:1]]
    return any(start == side.paragraphs[paragraph_at(side.paragraphs, start)].start for start in starts)
