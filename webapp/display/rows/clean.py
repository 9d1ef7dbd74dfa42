"""One side as it was published, without the furniture of its page; the margin counts the changes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from webapp.display.model import Cell, InlineRow, Mark, Passage, Piece, RowKind, SideName
from webapp.display.rows.kinds import KIND_OF
from webapp.display.rows.numbering import Numbering
from webapp.display.rows.pieces import paragraph_at
from webapp.display.sides import sentences_of, side_of
from webapp.engine.model import Change, Comparison


def rows(comparison: Comparison, name: SideName) -> tuple[InlineRow, ...]:
    """Return a row for each paragraph of the side that has a sentence of the story."""
    return tuple(_rows(comparison, name))


def _rows(comparison: Comparison, name: SideName) -> Iterator[InlineRow]:
    side = side_of(comparison, name)
    pair_of = {sentence: index for index, pair in enumerate(comparison.pairs) for sentence in sentences_of(pair, name)}
    changes, numbers = _changes_by_pair(comparison), Numbering(side)
    met: set[int] = set()
    places = ((paragraph_at(side.paragraphs, span.start), number) for number, span in enumerate(side.sentences))
    for paragraph, run in groupby(places, key=lambda place: place[0]):
        sentences = [number for _, number in run if comparison.pairs[pair_of[number]].scope == "story"]
        if sentences:
            passages = tuple(_passages(comparison, name, sentences, pair_of, met))
            shown = [change for passage in passages if passage.anchor for change in changes[passage.pair]]
            yield InlineRow(_kind(passages), "story", name, Cell(passages, numbers.of(paragraph)), tuple(shown))


def _passages(
    comparison: Comparison, name: SideName, sentences: Sequence[int], pair_of: dict[int, int], met: set[int]
) -> Iterator[Passage]:
    side = side_of(comparison, name)
    for pair, run in groupby(sentences, key=lambda sentence: pair_of[sentence]):
        members = list(run)
        text = side.text[side.sentences[members[0]].start : side.sentences[members[-1]].end]
        ending = "" if members[-1] == sentences[-1] else " "
        mark = Mark((Piece("equal", text + ending),))
        yield Passage(pair, comparison.pairs[pair].relation, (mark,), pair not in met)
        met.add(pair)


def _kind(passages: Sequence[Passage]) -> RowKind:
    kinds = {KIND_OF[passage.relation] for passage in passages}
    return kinds.pop() if len(kinds) == 1 else "edited"


def _changes_by_pair(comparison: Comparison) -> dict[int, list[Change]]:
    changes: dict[int, list[Change]] = defaultdict(list)
    for change in comparison.changes:
        changes[change.pair].append(change)
    return changes
