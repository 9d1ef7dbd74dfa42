"""One column: the new text's paragraphs with what was deleted and inserted.

A dropped sentence is shown at its old place: inside the paragraph that now has its neighbours of the same old
paragraph, or in a row of its own if the whole paragraph was dropped. So is the mark of a sentence that was moved away.
"""

from collections.abc import Iterator
from itertools import groupby

from webapp.display.model import Cell, InlineRow, RowKind
from webapp.display.rows.numbering import Numbering
from webapp.display.rows.passages import Passages
from webapp.display.rows.pieces import Fragment, PieceCollector, cut_at, fragment_of
from webapp.display.rows.row_keys import RowKey, RowKeys
from webapp.engine.model import Comparison, Segment


def rows(comparison: Comparison) -> tuple[InlineRow, ...]:
    """Return the rows in reading order."""
    collected: dict[RowKey, PieceCollector] = {}
    for key, pair, fragment in _placed(comparison):
        collector = collected.setdefault(key, PieceCollector())
        if fragment:
            collector.add(fragment)
        else:
            collector.mark_departure(pair)
    passages = Passages(comparison)
    numbers = {True: Numbering(comparison.new), False: Numbering(comparison.old)}
    return tuple(
        _row(key, Cell(passages.of(collector.entries()), numbers[key.is_new].of(key.paragraph)), comparison)
        for key, collector in collected.items()
    )


def _row(key: RowKey, cell: Cell, comparison: Comparison) -> InlineRow:
    is_story = any(comparison.pairs[passage.pair].scope == "story" for passage in cell.passages)
    return InlineRow(_kind(key, cell), "story" if is_story else "furniture", "new" if key.is_new else "old", cell)


def _kind(key: RowKey, cell: Cell) -> RowKind:
    if not key.is_new:
        return "dropped"
    operations = {piece.op for piece in cell.pieces if piece.text.strip()}
    if operations <= {"equal"}:
        return "kept"
    return "added" if operations == {"insert"} else "edited"


def _placed(comparison: Comparison) -> Iterator[tuple[RowKey, int, Fragment | None]]:
    """Yield each fragment with its row and its pair, in reading order; None in place of a pair that was moved away."""
    keys = RowKeys(comparison)
    yield from ((key, pair, None) for pair, key in keys.first_departures())
    for pair, run in groupby(comparison.segments, key=lambda segment: segment.pair):
        key = keys.of_pair(pair)
        for segment in run:
            for fragment_key, fragment in _fragments(comparison, segment, key):
                key = fragment_key
                yield key, pair, fragment
        for departed, departed_key in keys.departures_after(pair, key):
            yield departed_key, departed, None


def _fragments(comparison: Comparison, segment: Segment, last: RowKey) -> Iterator[tuple[RowKey, Fragment]]:
    """Yield a segment's parts with their rows; a deletion stays in the row of the text before it, `last`."""
    parts = [(last, segment.old)] if segment.old else []
    if segment.new:
        parts = [(RowKey(True, index), part) for index, part in cut_at(comparison.new.paragraphs, segment.new)]
    for key, part in parts:
        fragment = fragment_of(comparison, segment, part)
        if fragment:
            yield key, fragment
