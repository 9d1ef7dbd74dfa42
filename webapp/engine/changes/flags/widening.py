"""Widens a change to whole quantities, since the words that are equal in them belong to its value.

    old   The bank paid €5 million        for it.      -€5 +5      million = million
    new   The bank paid  5 million euros  for it.      +euros      one value, and both changes are parts of it

A step is an equal word on both sides, or all that differs between two equal words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, groupby

from webapp.engine.changes.flags.parts import PairSide, Part
from webapp.engine.edits.edit import Edit
from webapp.engine.span import Span

Sides = tuple[Span, Span]


class Widener:
    """Finds the whole quantities around the changes of one pair."""

    def __init__(self, old: PairSide, new: PairSide, edits: Iterable[Edit]) -> None:
        self._sides = (old, new)
        self._steps = tuple(_steps(edits))
        self._step_of = tuple(_step_of([step[side] for step in self._steps]) for side in (0, 1))
        self._stretches = _merged(sorted(chain(self._quantities(0), self._quantities(1))))

    def _quantities(self, side: int) -> Iterable[Span]:
        """Yield the first and the last step of each quantity of a side."""
        step_of = self._step_of[side]
        for quantity in self._sides[side].quantities:
            yield Span(step_of[quantity.start], step_of[quantity.end - 1])

    def widen(self, old: Sequence[Part], new: Sequence[Part]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """Return the parts of all steps that a change and the quantities it touches have."""
        steps = [self._step_of[side][part.index] for side, parts in enumerate((old, new)) for part in parts]
        first, last = min(steps), max(steps)
        start = bisect_left(self._stretches, first, key=lambda stretch: stretch.end)
        end = bisect_right(self._stretches, last, key=lambda stretch: stretch.start)
        for stretch in self._stretches[start:end]:
            first, last = min(first, stretch.start), max(last, stretch.end)
        sides = (
            self._sides[side].parts(self._steps[first][side].start, self._steps[last][side].end) for side in (0, 1)
        )
        before, after = sides
        return before, after


def _steps(edits: Iterable[Edit]) -> Iterable[Sides]:
    for is_equal, run in groupby(edits, key=lambda edit: edit.op == "equal"):
        stretch = list(run)
        first, last = stretch[0], stretch[-1]
        if is_equal:
            for edit in stretch:
                for at in range(edit.old_end - edit.old_start):
                    i, j = edit.old_start + at, edit.new_start + at
                    yield Span(i, i + 1), Span(j, j + 1)
        else:
            yield Span(first.old_start, last.old_end), Span(first.new_start, last.new_end)


def _step_of(spans: Sequence[Span]) -> list[int]:
    """Return the step of each part of a side."""
    return [step for step, span in enumerate(spans) for _ in range(span.start, span.end)]


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Join spans, sorted and with both ends inside, that share a step."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
