"""Which sentences of old became which of new.

    old   A  B  C     D  E  F            A, F   the same words: anchors
    new   A  B' X     DE    F            B-B'   edited          C dropped, X added
                                         D,E-DE two sentences joined into one

Sentences that stand word for word, once in each text, are anchors: their longest common order splits the texts into
gaps. In a gap sentences are linked by similarity (`similarity.py`) along the heaviest chain of links that keeps their
order; a link may join up to three sentences of one side. Work is spent on gaps only, and on likely partners only.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from webapp.engine.document import Document
from webapp.engine.model import Limits
from webapp.engine.similarity import Gap, Similarity


class Link(NamedTuple):
    """Half-open runs of sentences of old and of new that say the same thing; `score` in 0..1."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    score: float


# Two sentences are one another's partners from this similarity on; 0..1, default .20: below it the samples' rewrites
# link sentences that only share their topic.
MIN_LINK_SCORE = 0.20

# Two sentences joined into one must be this much more alike together than the better one alone; 0..1. Below it a
# sentence drags an unrelated neighbour along.
MIN_JOIN_GAIN = 0.03
MAX_JOINED = 3


@dataclass(frozen=True, slots=True)
class Alignment:
    """The links in order; `coarse` where a gap was too large to be looked at whole."""

    links: tuple[Link, ...]
    coarse: bool


def align(old: Document, new: Document, limits: Limits) -> Alignment:
    """Link the sentences of two texts.

    Shape: links are disjoint on both sides and ascend on both.
    Limit: a gap looks at no more than `limits.max_gap_candidates` pairs of sentences that share a word.
    """
    anchors = list(_extend(old, new, _anchor(old, new)))
    gaps = list(_gaps(anchors, len(old.sentences), len(new.sentences)))
    similarity = Similarity(old, new, gaps)
    links = list(anchors)
    coarse = False
    for gap in gaps:
        found, complete = similarity.candidates(gap, limits.max_gap_candidates)
        coarse = coarse or not complete
        links += _chain(_with_joins([Link(i, i + 1, j, j + 1, score) for i, j, score in found], similarity))
    return Alignment(tuple(sorted(links)), coarse)


def _anchor(old: Document, new: Document) -> list[Link]:
    """Return the sentences that stand once in each text, on their heaviest common order (patience, by length)."""
    old_count, new_count = Counter(old.sentence_keys), Counter(new.sentence_keys)
    new_index = {key: index for index, key in enumerate(new.sentence_keys)}
    same = [
        Link(i, i + 1, new_index[key], new_index[key] + 1, float(len(key)))
        for i, key in enumerate(old.sentence_keys)
        if old_count[key] == 1 and new_count[key] == 1
    ]
    return [link._replace(score=1.0) for link in _chain(same)]


def _extend(old: Document, new: Document, anchors: Sequence[Link]) -> Iterator[Link]:
    """Grow each anchor over equal neighbours, which need not be unique there; the ends of the texts are anchors too."""
    old_end = new_end = 0
    stops = [*anchors, Link(len(old.sentences), 0, len(new.sentences), 0, 0.0)]
    for stop in stops:
        while old_end < stop.old_start and new_end < stop.new_start and _same(old, new, old_end, new_end):
            yield Link(old_end, old_end + 1, new_end, new_end + 1, 1.0)
            old_end, new_end = old_end + 1, new_end + 1
        i, j = stop.old_start, stop.new_start
        while i > old_end and j > new_end and _same(old, new, i - 1, j - 1):
            i, j = i - 1, j - 1
        yield from (Link(i + k, i + k + 1, j + k, j + k + 1, 1.0) for k in range(stop.old_start - i))
        if stop.old_end:
            yield stop
        old_end, new_end = stop.old_end, stop.new_end


def _same(old: Document, new: Document, i: int, j: int) -> bool:
    return old.sentence_keys[i] == new.sentence_keys[j]


def _gaps(anchors: Iterable[Link], old_count: int, new_count: int) -> Iterator[Gap]:
    """Yield the stretches between anchors that have sentences on both sides."""
    old_end = new_end = 0
    for link in [*anchors, Link(old_count, 0, new_count, 0, 0.0)]:
        if old_end < link.old_start and new_end < link.new_start:
            yield range(old_end, link.old_start), range(new_end, link.new_start)
        old_end, new_end = link.old_end, link.new_end


def _with_joins(links: Sequence[Link], similarity: Similarity) -> list[Link]:
    """Add the links that join neighbours on one side, where together they are more alike than alone."""
    by_place = {(link.old_start, link.new_start): link.score for link in links}
    joined: list[Link] = []
    for link in links:
        for grown in (_grow_old(link, by_place, similarity), _grow_new(link, by_place, similarity)):
            joined += grown
    return [link for link in [*links, *joined] if link.score >= MIN_LINK_SCORE]


def _grow_old(link: Link, by_place: dict[tuple[int, int], float], similarity: Similarity) -> Iterator[Link]:
    best = link.score
    for end in range(link.old_end, link.old_start + MAX_JOINED):
        alone = by_place.get((end, link.new_start))
        if alone is None:
            return
        score = similarity.score(range(link.old_start, end + 1), range(link.new_start, link.new_end))
        if score < max(best, alone) + MIN_JOIN_GAIN:
            return
        best = score
        yield link._replace(old_end=end + 1, score=score)


def _grow_new(link: Link, by_place: dict[tuple[int, int], float], similarity: Similarity) -> Iterator[Link]:
    best = link.score
    for end in range(link.new_end, link.new_start + MAX_JOINED):
        alone = by_place.get((link.old_start, end))
        if alone is None:
            return
        score = similarity.score(range(link.old_start, link.old_end), range(link.new_start, end + 1))
        if score < max(best, alone) + MIN_JOIN_GAIN:
            return
        best = score
        yield link._replace(new_end=end + 1, score=score)


def _chain(links: Sequence[Link]) -> list[Link]:
    """Return the heaviest chain of links that ascends on both sides without overlap.

    Source: heaviest increasing subsequence; the front keeps, for each end in new, the best total up to it.
    """
    ordered = sorted(links)
    waiting = sorted(range(len(ordered)), key=lambda k: ordered[k].old_end)
    best: list[tuple[float, int]] = [(0.0, -1)] * len(ordered)
    front = _Front()
    done = 0
    for k, link in enumerate(ordered):
        while done < len(waiting) and ordered[waiting[done]].old_end <= link.old_start:
            front.add(ordered[waiting[done]].new_end, best[waiting[done]][0], waiting[done])
            done += 1
        total, before = front.best_up_to(link.new_start)
        best[k] = (total + link.score, before)
    return _trace(ordered, best)


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
        at = bisect_left(self._ends, new_end)
        last = at
        while last < len(self._ends) and self._totals[last][0] <= total:
            last += 1
        self._ends[at:last] = [new_end]
        self._totals[at:last] = [(total, link)]
