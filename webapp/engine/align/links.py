"""Links between runs of sentences, and the heaviest chain of them that keeps both texts' order."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

Gap = tuple[range, range]
"""Sentences of old and sentences of new between two anchors."""


class Link(NamedTuple):
    """Half-open runs of sentences of old and of new that say the same thing; `score` in 0..1.

    `at_sight`: an anchor, whose sentences were never cut into words.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    score: float
    at_sight: bool = False

    @property
    def old(self) -> range:
        return range(self.old_start, self.old_end)

    @property
    def new(self) -> range:
        return range(self.new_start, self.new_end)


class Retold(NamedTuple):
    """A free sentence and the sentence of the other side that holds what it says, which `link` pairs with others.

    `is_new`: the free sentence is new's.
    """

    old: int
    new: int
    is_new: bool
    link: Link
    score: float


def worth(link: Link) -> float:
    """Weigh a link by the sentences it accounts for: a sentence split in two is worth more than its better half."""
    return link.score * (len(link.old) + len(link.new)) / 2


def heaviest_chain(links: Sequence[Link]) -> list[Link]:
    """Return the heaviest chain of links that ascends on both sides without overlap.

    Source: heaviest increasing subsequence in n log n; the front keeps, for each end in new, the best total up to it.
    """
    ordered = sorted(links)
    if all(map(_is_before, ordered, ordered[1:])):  # most texts keep their order
        return ordered
    by_end = sorted(range(len(ordered)), key=lambda k: ordered[k].old_end)
    best: list[tuple[float, int]] = [(0.0, -1)] * len(ordered)
    front = _Front()
    closed = 0
    for k, link in enumerate(ordered):
        while ordered[by_end[closed]].old_end <= link.old_start:
            front.add(ordered[by_end[closed]].new_end, best[by_end[closed]][0], by_end[closed])
            closed += 1
        total, before = front.best_up_to(link.new_start)
        best[k] = (total + worth(link), before)
    return _trace(ordered, best)


def _is_before(link: Link, other: Link) -> bool:
    return link.old_end <= other.old_start and link.new_end <= other.new_start


def _trace(links: Sequence[Link], best: Sequence[tuple[float, int]]) -> list[Link]:
    chain: list[Link] = []
    at = max(range(len(links)), key=lambda k: best[k][0], default=-1)
    while at >= 0:
        chain.append(links[at])
        at = best[at][1]
    return chain[::-1]


class _Front:
    """Ends in new and the best total up to each: both ascend, so that a look-up is one bisection."""

    def __init__(self) -> None:
        self._ends: list[int] = []
        self._totals: list[tuple[float, int]] = []

    def best_up_to(self, new_start: int) -> tuple[float, int]:
        at = bisect_left(self._ends, new_start + 1)
        return self._totals[at - 1] if at else (0.0, -1)

    def add(self, new_end: int, total: float, link: int) -> None:
        if self.best_up_to(new_end)[0] >= total:
            return
        at = last = bisect_left(self._ends, new_end)
        while last < len(self._ends) and self._totals[last][0] <= total:
            last += 1
        self._ends[at:last] = [new_end]
        self._totals[at:last] = [(total, link)]
