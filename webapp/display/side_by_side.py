"""Two columns: paragraphs that share sentences face each other in one row.

old P1 -- new P1        one row
old P2 -- new P2, P3    a paragraph that was split: one row, two cells on the right
old P3                  dropped: an empty half
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from webapp.display.model import Cell, Move, RowKind, SideRow
from webapp.display.moves import Moves
from webapp.display.pieces import Anchors, Fragment, Line, cut_at, half_of, paragraph_at
from webapp.engine.model import Comparison

Place = tuple[bool, int]  # is it a paragraph of new; its index


def rows(comparison: Comparison) -> tuple[SideRow, ...]:
    """Return the rows in reading order; each paragraph stands in exactly one of them."""
    groups = _groups(comparison)
    anchors = Anchors()
    moves = Moves(comparison, anchors)
    drafts: dict[Place, _Draft] = {}
    members: dict[Place, set[Place]] = {}
    for place, pair, fragment in _halves(comparison):
        members.setdefault(groups.find(place), set()).add(place)
        draft = drafts.setdefault(place, _Draft(Line(), {}))
        if pair not in draft.pairs:
            draft.pairs[pair] = moves.of_pair(pair)
        draft.line.add(fragment, anchors.take(fragment.change))
    return tuple(_row(sorted(places), drafts, comparison) for places in members.values())


class _Draft(NamedTuple):
    """A cell being written: its line, its pairs with their moves."""

    line: Line
    pairs: dict[int, Move | None]


def _row(places: list[Place], drafts: dict[Place, _Draft], comparison: Comparison) -> SideRow:
    old = tuple(_cell(place, drafts[place]) for place in places if not place[0])
    new = tuple(_cell(place, drafts[place]) for place in places if place[0])
    pairs = {pair for place in places for pair in drafts[place].pairs}
    is_story = any(comparison.pairs[pair].scope == "story" for pair in pairs)
    return SideRow(_kind(old, new), "story" if is_story else "furniture", old, new)


def _cell(place: Place, draft: _Draft) -> Cell:
    return Cell(draft.line.pieces(), (place[1] + 1,), tuple(move for move in draft.pairs.values() if move))


def _kind(old: tuple[Cell, ...], new: tuple[Cell, ...]) -> RowKind:
    if not (old and new):
        return "dropped" if old else "added"
    pieces = (piece for cell in (*old, *new) for piece in cell.pieces)
    return "kept" if all(piece.op == "equal" for piece in pieces) else "edited"


def _halves(comparison: Comparison) -> Iterator[tuple[Place, int, Fragment]]:
    """Yield each segment once a side that it stands on, cut at that side's paragraphs, with its pair."""
    for segment in comparison.segments:
        for is_new, side, span in ((False, comparison.old, segment.old), (True, comparison.new, segment.new)):
            for index, part in cut_at(side.paragraphs, span) if span else ():
                fragment = half_of(side.text, segment, part)
                if fragment:
                    yield (is_new, index), segment.pair, fragment


class _Groups:
    """Paragraphs that belong together, as a forest: two are of one group when they have the same root."""

    def __init__(self) -> None:
        self._parents: dict[Place, Place] = {}

    def find(self, place: Place) -> Place:
        while place in self._parents:
            place = self._parents[place]
        return place

    def join(self, places: Iterable[Place]) -> None:
        roots = {self.find(place) for place in places}
        first = min(roots)
        self._parents.update({root: first for root in roots if root != first})


def _groups(comparison: Comparison) -> _Groups:
    old, new = comparison.old, comparison.new
    groups = _Groups()
    for pair in comparison.pairs:
        if pair.old and pair.new and not pair.moved:
            in_old = [(False, paragraph_at(old.paragraphs, old.sentences[i].start)) for i in pair.old]
            in_new = [(True, paragraph_at(new.paragraphs, new.sentences[j].start)) for j in pair.new]
            groups.join([*in_old, *in_new])
    return groups
