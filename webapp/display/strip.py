"""Both stories at a glance: two bars with a mark for each sentence, and lines between paired sentences.

old  ▒▒▒▒ ████ ████ ░░░░ ╱╱╱
      |    |     ╲  ╱
new  ▒▒▒▒ ████ ░░░░ ████
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from webapp.display.model import SideName
from webapp.display.sides import sentences_of, side_of
from webapp.engine.model import Comparison, Relation

MarkKind = Relation | Literal["moved", "furniture"]

# A long text is drawn in at most so many marks; more would be thinner than a line.
MAX_MARKS = 240
MAX_LINES = 160

# Furniture is drawn no longer than this share of the longer story: drawn to scale, it would leave the stories no room.
MAX_FURNITURE_SHARE = 0.12


@dataclass(frozen=True, slots=True)
class StripMark:
    """A sentence, or neighbours that are drawn as one. `start` and `width` in per cent of the strip."""

    kind: MarkKind
    start: float
    width: float
    pair: int
    sentences: int


@dataclass(frozen=True, slots=True)
class StripLine:
    """From the middle of a pair's mark in old to that in new, in per cent of the strip."""

    old: float
    new: float
    pair: int
    moved: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The two bars, and the lines between them."""

    old: tuple[StripMark, ...]
    new: tuple[StripMark, ...]
    lines: tuple[StripLine, ...]

    @property
    def kinds(self) -> tuple[MarkKind, ...]:
        """The kinds of marks, in the order in which they first come."""
        return tuple(dict.fromkeys(mark.kind for mark in (*self.old, *self.new)))


class _Length(NamedTuple):
    kind: MarkKind
    characters: float
    pair: int
    sentences: int


def strip(comparison: Comparison) -> Strip:
    """Lay both sides out on one scale."""
    sides = [_lengths(comparison, "old"), _lengths(comparison, "new")]
    story = max(sum(length.characters for length in side if length.kind != "furniture") for side in sides)
    sides = [_merge([_capped(length, story * MAX_FURNITURE_SHARE) for length in side]) for side in sides]
    scale = 100 / max(1.0, *(sum(length.characters for length in side) for side in sides))
    old, new = (tuple(_marks(side, scale)) for side in sides)
    return Strip(old, new, tuple(_lines(comparison, old, new)))


def _lengths(comparison: Comparison, name: SideName) -> list[_Length]:
    pair_of = {sentence: index for index, pair in enumerate(comparison.pairs) for sentence in sentences_of(pair, name)}
    lengths = [
        _Length(_kind(comparison, pair_of[number]), float(span.end - span.start), pair_of[number], 1)
        for number, span in enumerate(side_of(comparison, name).sentences)
    ]
    return _joined(lengths, lambda length: length.kind if length.kind == "furniture" else length.pair)


def _kind(comparison: Comparison, index: int) -> MarkKind:
    pair = comparison.pairs[index]
    if pair.scope == "furniture":
        return "furniture"
    return "moved" if pair.moved else pair.relation


def _capped(length: _Length, limit: float) -> _Length:
    return length._replace(characters=min(length.characters, limit)) if length.kind == "furniture" else length


def _merge(lengths: list[_Length]) -> list[_Length]:
    """Join neighbours until there are at most MAX_MARKS: first those of one kind, then two at a time."""
    if len(lengths) > MAX_MARKS:
        lengths = _joined(lengths, lambda length: length.kind)
    while len(lengths) > MAX_MARKS:
        lengths = [_join(lengths[place : place + 2]) for place in range(0, len(lengths), 2)]
    return lengths


def _joined(lengths: Sequence[_Length], key: Callable[[_Length], object]) -> list[_Length]:
    return [_join(list(run)) for _, run in groupby(lengths, key=key)]


def _join(lengths: Sequence[_Length]) -> _Length:
    """Return one length for several, of the kind that takes the most of it."""
    longest = max(lengths, key=lambda length: length.characters)
    characters = sum(length.characters for length in lengths)
    return _Length(longest.kind, characters, lengths[0].pair, sum(length.sentences for length in lengths))


def _marks(lengths: Sequence[_Length], scale: float) -> Iterator[StripMark]:
    start = 0.0
    for length in lengths:
        place, width = round(start * scale, 2), round(length.characters * scale, 2)
        yield StripMark(length.kind, place, width, length.pair, length.sentences)
        start += length.characters


def _lines(comparison: Comparison, old: Sequence[StripMark], new: Sequence[StripMark]) -> Iterator[StripLine]:
    """Yield a line for each pair that has a mark of its own on both sides; in long texts, for moves only."""
    places = [{mark.pair: round(mark.start + mark.width / 2, 2) for mark in side} for side in (old, new)]
    linked = [
        index
        for index, pair in enumerate(comparison.pairs)
        if pair.old and pair.new and pair.scope == "story" and index in places[0] and index in places[1]
    ]
    if len(linked) > MAX_LINES:
        linked = [index for index in linked if comparison.pairs[index].moved][:MAX_LINES]
    for index in linked:
        yield StripLine(places[0][index], places[1][index], index, comparison.pairs[index].moved)
