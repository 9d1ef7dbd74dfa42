"""One column: the new text's paragraphs with what was deleted and inserted.

A dropped sentence is shown at its old place: inside the paragraph that now has its neighbours of the same old
paragraph, or in a row of its own if the whole paragraph was dropped. So is the mark of a sentence that was moved away.
"""

from collections.abc import Iterator
from itertools import groupby

from webapp.display.model import Cell, InlineRow, RowKind
from webapp.display.rows.homes import Home, Homes
from webapp.display.rows.numbering import Numbering
from webapp.display.rows.passages import Passages
from webapp.display.rows.pieces import Fragment, PieceCollector, cut_at, fragment_of
from webapp.engine.model import Comparison, Segment


def rows(comparison: Comparison) -> tuple[InlineRow, ...]:
    """Return the rows in reading order."""
    lines: dict[Home, PieceCollector] = {}
    for home, pair, fragment in _placed(comparison):
        line = lines.setdefault(home, PieceCollector())
        if fragment:
            line.add(fragment)
        else:
            line.mark_departure(pair)
    passages = Passages(comparison)
    numbers = {True: Numbering(comparison.new), False: Numbering(comparison.old)}
    return tuple(
        _row(home, Cell(passages.of(line.entries()), numbers[home.is_new].of(home.paragraph)), comparison)
        for home, line in lines.items()
    )


def _row(home: Home, cell: Cell, comparison: Comparison) -> InlineRow:
    is_story = any(comparison.pairs[passage.pair].scope == "story" for passage in cell.passages)
    return InlineRow(_kind(home, cell), "story" if is_story else "furniture", "new" if home.is_new else "old", cell)


def _kind(home: Home, cell: Cell) -> RowKind:
    if not home.is_new:
        return "dropped"
    operations = {piece.op for piece in cell.pieces if piece.text.strip()}
    if operations <= {"equal"}:
        return "kept"
    return "added" if operations == {"insert"} else "edited"


def _placed(comparison: Comparison) -> Iterator[tuple[Home, int, Fragment | None]]:
    homes = Homes(comparison)
    yield from ((home, pair, None) for pair, home in homes.first_departures())
    for pair, run in groupby(comparison.segments, key=lambda segment: segment.pair):
        home = homes.of_pair(pair)
        for segment in run:
            for place, fragment in _fragments(comparison, segment, home):
                home = place
                yield place, pair, fragment
        for departed, place in homes.departures_after(pair, home):
            yield place, departed, None


def _fragments(comparison: Comparison, segment: Segment, home: Home) -> Iterator[tuple[Home, Fragment]]:
    """Yield a segment's parts with their rows; a deletion stays in the row of the text before it."""
    parts = [(home, segment.old)] if segment.old else []
    if segment.new:
        parts = [(Home(True, index), part) for index, part in cut_at(comparison.new.paragraphs, segment.new)]
    for place, part in parts:
        fragment = fragment_of(comparison, segment, part)
        if fragment:
            yield place, fragment
