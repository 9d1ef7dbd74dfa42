"""How good an answer is: what was kept, how it is cut up, and whether what was done was found.

Only words count. Where two sentences end alike, the full stop may belong to either change, and no reader minds which.

A known edit is found word by word: the words that were replaced, deleted or inserted, on both sides, are the truth;
the words that the engine shows as deleted or inserted are its answer. A neighbour that is shown along with a replaced
word costs precision, a chance match inside a dropped sentence costs recall. Words of moved paragraphs are left out
here, for an engine without moves is right to show them as deleted and inserted; moves are counted by themselves.
A moved paragraph is found when moved passages from it into its new place hold at least half of it. A false move is a
passage shown as moved of which less than half comes from a moved paragraph and goes where that went.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from tests.bench.answer import Answer, Move, Run, solid_offsets
from tests.bench.generate import Known, TextPair
from webapp.engine.span import Span

WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")

# Words of old times words of new up to which the optimum is computed, which takes a second there.
MAX_OPTIMUM_PRODUCT = 1.5e10
MIN_ISLAND_WORDS = 3


class Found(NamedTuple):
    """Counts, so that several texts add up: shown and right, shown, and true."""

    right: int = 0
    shown: int = 0
    true: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.shown if self.shown else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0


@dataclass(frozen=True)
class Quality:
    """The columns of the table for one pair of texts; None is what cannot be known or would cost too much."""

    kept_words: int
    optimum: int | None
    hunks: int
    islands: int
    words: Found | None
    moves: Found | None


def quality_of(answer: Answer, pair: TextPair) -> Quality:
    old, new = _Side(pair.old), _Side(pair.new)
    marked_old = old.marked(run.old for run in answer.runs if run.op == "delete")
    marked_new = new.marked(run.new for run in answer.runs if run.op == "insert")
    known = [_solid(one, old, new) for one in pair.known] if pair.known is not None else None
    return Quality(
        kept_words=len(old.words) - len(marked_old),
        optimum=_optimum(old, new),
        hunks=sum(not is_equal for is_equal, _ in _stretches(answer.runs)),
        islands=_count_islands(answer.runs, old),
        words=_found_words(known, (old, marked_old), (new, marked_new)) if known is not None else None,
        moves=_found_moves(known, answer.moves) if known is not None and answer.moves is not None else None,
    )


class _Side:
    def __init__(self, text: str) -> None:
        self.offsets = solid_offsets(text)
        matches = list(WORD.finditer(text))
        self.keys = [match[0] for match in matches]
        self.words = [self.solid(Span(*match.span())) for match in matches]

    def solid(self, span: Span) -> Span:
        return Span(self.offsets[span.start], self.offsets[span.end])

    def marked(self, spans: Iterable[Span]) -> set[int]:
        """Return the indexes of the words that one of the spans touches."""
        mask = bytearray(self.offsets[-1])
        for start, end in spans:
            mask[start:end] = b"\1" * (end - start)
        return {index for index, (start, end) in enumerate(self.words) if any(mask[start:end])}


class _SolidKnown(NamedTuple):
    is_move: bool
    old: Span | None
    new: Span | None


def _solid(known: Known, old: _Side, new: _Side) -> _SolidKnown:
    old_span = old.solid(known.old) if known.old else None
    return _SolidKnown(known.op == "move", old_span, new.solid(known.new) if known.new else None)


def _optimum(old: _Side, new: _Side) -> int | None:
    if len(old.keys) * len(new.keys) > MAX_OPTIMUM_PRODUCT:
        return None
    return LCSseq.similarity(old.keys, new.keys)


def _stretches(runs: Iterable[Run]) -> Iterator[tuple[bool, list[Run]]]:
    """Yield the runs by stretches that are equal and stretches that are not; runs of white space part nothing."""
    solid = (run for run in runs if run.old.start < run.old.end or run.new.start < run.new.end)
    for is_equal, stretch in groupby(solid, key=lambda run: run.op == "equal"):
        yield is_equal, list(stretch)


def _count_islands(runs: Iterable[Run], old: _Side) -> int:
    """Count the stretches of fewer than MIN_ISLAND_WORDS equal words that have changes on both their sides."""
    stretches = list(_stretches(runs))
    starts = bytearray(old.offsets[-1])
    for start, _ in old.words:
        starts[start] = 1
    words = (
        sum(sum(starts[run.old.start : run.old.end]) for run in stretch)
        for is_equal, stretch in stretches[1:-1]
        if is_equal
    )
    return sum(count < MIN_ISLAND_WORDS for count in words)


def _found_words(known: Sequence[_SolidKnown], *sides: tuple[_Side, set[int]]) -> Found:
    total = Found()
    for name, (side, marked) in zip(("old", "new"), sides, strict=True):
        edits = [span for one in known if not one.is_move and (span := getattr(one, name))]
        moved = side.marked(getattr(one, name) for one in known if one.is_move)
        true, shown = side.marked(edits) - moved, marked - moved
        total = Found(total.right + len(true & shown), total.shown + len(shown), total.true + len(true))
    return total


def _found_moves(known: Sequence[_SolidKnown], moves: Sequence[Move]) -> Found:
    true = [Move(one.old, one.new) for one in known if one.is_move and one.old and one.new]
    right = sum(any(_is_within(move, one) for one in true) for move in moves)
    false = len(moves) - right
    found = sum(2 * _moved_length(one, moves) >= _length(one.old) for one in true)
    return Found(found, found + false, len(true))


def _moved_length(true: Move, moves: Iterable[Move]) -> int:
    return sum(_overlap(move.old, true.old) for move in moves if _is_within(move, true))


def _is_within(move: Move, true: Move) -> bool:
    """Tell whether at least half of a move comes from where the true one does and goes where that went."""
    from_there = 2 * _overlap(move.old, true.old) >= _length(move.old)
    return from_there and 2 * _overlap(move.new, true.new) >= _length(move.new)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _length(span: Span) -> int:
    return span.end - span.start
