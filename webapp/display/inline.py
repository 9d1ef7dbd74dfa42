"""One column: the new text's paragraphs with what was deleted and inserted.

A dropped sentence stands where it stood: inside the paragraph in which its neighbours of the same old paragraph landed,
or in a row of its own where the whole paragraph went.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from webapp.display.model import Cell, InlineRow, Move, RowKind
from webapp.display.moves import Moves
from webapp.display.pieces import Anchors, Fragment, Line, cut_at, fragment_of, paragraph_at
from webapp.engine.model import Comparison, Pair, Segment


class Home(NamedTuple):
    """The row that a fragment is drawn in: a paragraph of new, or one of old that has no place in new."""

    is_new: bool
    paragraph: int


def rows(comparison: Comparison) -> tuple[InlineRow, ...]:
    """Return the rows in reading order."""
    drafts: dict[Home, _Draft] = {}
    anchors = Anchors()
    moves = Moves(comparison, anchors)
    for home, pair, fragment in _placed(comparison):
        drafts.setdefault(home, _Draft(Line(), set(), {})).add(pair, fragment, anchors, moves)
    return tuple(_row(home, draft, comparison) for home, draft in drafts.items())


class _Draft(NamedTuple):
    """A row being written: its line, its operations, its pairs with their moves."""

    line: Line
    operations: set[str]
    pairs: dict[int, Move | None]

    def add(self, pair: int, fragment: Fragment, anchors: Anchors, moves: Moves) -> None:
        if pair not in self.pairs:
            self.pairs[pair] = moves.of_pair(pair)
        self.line.add(fragment, anchors.take(fragment.change))
        self.operations.add(fragment.op)


def _row(home: Home, draft: _Draft, comparison: Comparison) -> InlineRow:
    is_story = any(comparison.pairs[pair].scope == "story" for pair in draft.pairs)
    moves = tuple(move for move in draft.pairs.values() if move)
    cell = Cell(draft.line.pieces(), (home.paragraph + 1,), moves)
    return InlineRow(_kind(home, draft.operations), "story" if is_story else "furniture", cell)


def _kind(home: Home, operations: set[str]) -> RowKind:
    if not home.is_new:
        return "dropped"
    if operations == {"equal"}:
        return "kept"
    return "added" if operations == {"insert"} else "edited"


def _placed(comparison: Comparison) -> Iterator[tuple[Home, int, Fragment]]:
    homes = _homes_of_dropped(comparison)
    for pair, run in groupby(comparison.segments, key=lambda segment: segment.pair):
        home = homes.get(pair) or _first_home(comparison, comparison.pairs[pair])
        for segment in run:
            for place, fragment in _fragments(comparison, segment, home):
                home = place
                yield place, pair, fragment


def _fragments(comparison: Comparison, segment: Segment, home: Home) -> Iterator[tuple[Home, Fragment]]:
    """Yield a segment's parts with their rows; a deletion stays in the row that the text before it is in."""
    parts = [(home, segment.old)] if segment.old else []
    if segment.new:
        parts = [(Home(True, index), part) for index, part in cut_at(comparison.new.paragraphs, segment.new)]
    for place, part in parts:
        fragment = fragment_of(comparison, segment, part)
        if fragment:
            yield place, fragment


def _homes_of_dropped(comparison: Comparison) -> dict[int, Home]:
    """Return the row of each dropped pair: that of a neighbour from its old paragraph, else one of its own."""
    homes: dict[int, Home] = {}
    followers = _next_linked(comparison)
    last_paragraph, last_home = -1, Home(False, 0)
    for index, pair in enumerate(comparison.pairs):
        if pair.relation == "dropped":
            paragraph = _old_paragraph(comparison, pair.old[0])
            if paragraph != last_paragraph:
                last_home = _home_with(comparison, paragraph, followers[index])
            homes[index] = last_home
            last_paragraph = paragraph
        elif pair.old and pair.new and not pair.moved:
            last_paragraph = _old_paragraph(comparison, pair.old[-1])
            last_home = Home(True, _new_paragraph(comparison, pair.new[-1]))
    return homes


def _home_with(comparison: Comparison, paragraph: int, follower: Pair | None) -> Home:
    if follower and _old_paragraph(comparison, follower.old[0]) == paragraph:
        return Home(True, _new_paragraph(comparison, follower.new[0]))
    return Home(False, paragraph)


def _next_linked(comparison: Comparison) -> list[Pair | None]:
    """Return for each pair the next one in order that has sentences on both sides."""
    following: list[Pair | None] = []
    follower: Pair | None = None
    for pair in reversed(comparison.pairs):
        following.append(follower)
        follower = pair if pair.old and pair.new and not pair.moved else follower
    return following[::-1]


def _first_home(comparison: Comparison, pair: Pair) -> Home:
    return Home(True, _new_paragraph(comparison, pair.new[0])) if pair.new else Home(False, 0)


def _old_paragraph(comparison: Comparison, sentence: int) -> int:
    return paragraph_at(comparison.old.paragraphs, comparison.old.sentences[sentence].start)


def _new_paragraph(comparison: Comparison, sentence: int) -> int:
    return paragraph_at(comparison.new.paragraphs, comparison.new.sentences[sentence].start)
