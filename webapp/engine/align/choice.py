"""The choice among the candidates: which sentences of old became which of new.

    old   A  B  C     D  E  F  G         B-B'   edited          C dropped, X added
    new   A  G' B' X  DE    F            D,E-DE two sentences joined into one
                                         G-G'   moved: off the chain that keeps the order

In each gap the heaviest chain of links that keeps the order wins; the sentences that all chains leave over are looked
for elsewhere (`moves.py`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from webapp.engine.align.candidates import Candidates, Scores
from webapp.engine.align.joins import with_joins
from webapp.engine.align.links import Link, Retold, heaviest_chain
from webapp.engine.align.moves import find_moves
from webapp.engine.align.weak_links import with_lone, without_weak
from webapp.engine.context import Context
from webapp.engine.options import Degraded
from webapp.engine.text.document import Document

# A partner elsewhere that is more alike by this shows that the sentence was moved.
# Range: .10–.80 similarity
# Why: *false-move-bait*
# Cases: 1: *false-move-bait*
MIN_MOVE_GAIN = 0.30

Best = Mapping[tuple[bool, int], float]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Links in order, links off that order, and free sentences that a link holds.

    `degraded`: the limit that kept the engine from looking at all likely partners.
    """

    in_order: tuple[Link, ...]
    moved: tuple[Link, ...]
    degraded: Degraded | None
    retold: tuple[Retold, ...] = ()


class Bounds(NamedTuple):
    """For each sentence of either side, whether links may use it."""

    old: Sequence[bool]
    new: Sequence[bool]

    def allow(self, link: Link) -> bool:
        """Return whether both ends are inside; or outside and equal, as a menu that both pages show."""
        inside = [*(self.old[i] for i in link.old), *(self.new[j] for j in link.new)]
        return all(inside) or (link.score >= 1 and not any(inside))


def choose(candidates: Candidates, context: Context, bounds: Bounds | None = None) -> Alignment:
    """Return the best links among the candidates, inside the bounds where given.

    Bounds are not a filter over links already chosen: a link that leads out of them had taken a sentence from a better
    partner inside.
    """
    anchors, moved, scores = candidates.anchors, candidates.moved, candidates.scores
    if bounds:
        anchors = tuple(filter(bounds.allow, anchors))
        moved = tuple(filter(bounds.allow, moved))
        scores = {(i, j): score for (i, j), score in scores.items() if bounds.old[i] and bounds.new[j]}
    chains = _links_of_gaps(candidates, scores)
    sure = without_weak(sorted([*anchors, *chains]), candidates.evidence)
    in_order, crossing = candidates.corrections.settle(with_lone(sure, candidates, scores))
    off_order = [*moved, *crossing]
    if context.options.moves:
        off_order += find_moves([*in_order, *off_order], scores, candidates.evidence, candidates.old)
    return Alignment(tuple(in_order), tuple(sorted(off_order)), candidates.degraded)


def link_to_itself(document: Document) -> Alignment:
    """Return what `choose` returns for a text and itself if the reader corrected nothing: all sentences are anchors."""
    links = (Link(i, i + 1, i, i + 1, 1.0, True) for i in range(len(document.sentences)))
    return Alignment(tuple(links), (), None)


def _links_of_gaps(candidates: Candidates, scores: Scores) -> Iterator[Link]:
    """Yield the links of each gap's heaviest chain."""
    inside, elsewhere = _by_gap(candidates, scores)
    best_elsewhere = _best(elsewhere)
    for links in inside:
        staying = [link for link in links if not _is_better(best_elsewhere, link)]
        chain = heaviest_chain(with_joins(staying, candidates))
        best_across = _best(_left_out(links, chain))
        yield from (link for link in chain if not _is_better(best_across, link))


def _by_gap(candidates: Candidates, scores: Scores) -> tuple[list[list[Link]], list[Link]]:
    """Return the links inside each gap, and those from one gap into another."""
    gap_of_old = {i: number for number, gap in enumerate(candidates.gaps) for i in gap[0]}
    gap_of_new = {j: number for number, gap in enumerate(candidates.gaps) for j in gap[1]}
    inside: list[list[Link]] = [[] for _ in candidates.gaps]
    elsewhere: list[Link] = []
    for (i, j), score in scores.items():
        is_inside = gap_of_old[i] == gap_of_new[j]
        (inside[gap_of_old[i]] if is_inside else elsewhere).append(Link(i, i + 1, j, j + 1, score))
    return inside, elsewhere


def _best(links: Iterable[Link]) -> Best:
    """Return the best score of each sentence of old (False) and of new (True)."""
    best: dict[tuple[bool, int], float] = {}
    for link in links:
        for place in ((False, link.old_start), (True, link.new_start)):
            best[place] = max(link.score, best.get(place, 0.0))
    return best


def _is_better(best: Best, link: Link) -> bool:
    """Return whether a sentence of a link has another partner, so much more alike that the sentence must have moved."""
    ends = [(False, i) for i in link.old] + [(True, j) for j in link.new]
    return max(best.get(place, 0.0) for place in ends) >= link.score + MIN_MOVE_GAIN


def _left_out(links: Iterable[Link], chain: Iterable[Link]) -> Iterator[Link]:
    """Yield the links that cross a chain, and of which one end at least is free."""
    old_taken = {i for link in chain for i in link.old}
    new_taken = {j for link in chain for j in link.new}
    yield from (link for link in links if link.old_start not in old_taken or link.new_start not in new_taken)
