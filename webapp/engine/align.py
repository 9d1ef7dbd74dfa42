"""Which sentences of old became which of new.

    old   A  B  C     D  E  F  G         A, F   the same words: anchors
    new   A  G' B' X  DE    F            B-B'   edited          C dropped, X added
                                         D,E-DE two sentences joined into one
                                         G-G'   moved: off the chain that keeps the order

Sentences that stand word for word, once in each text, are anchors: their heaviest common order splits the texts into
gaps. In a gap sentences are linked by similarity along the heaviest chain of links that keeps their order; what the
chains leave over is looked for elsewhere (`moves.py`). Work is spent on gaps only, and on likely partners only.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from webapp.engine.corrections import Corrections
from webapp.engine.document import Document
from webapp.engine.links import Link, heaviest_chain
from webapp.engine.model import Limits, Options
from webapp.engine.moves import find_moves, is_long
from webapp.engine.similarity import Gap, Similarity

# Two sentences are one another's partners from this similarity on; 0..1, default .25. Between .20 and .25 the samples'
# rewrites link sentences that share only their topic; up to .28 nothing is lost of simplified news.
MIN_LINK_SCORE = 0.25

# Beside an anchor two sentences are partners at sight when their letters are that much alike; 0..1, default .85. They
# need not stand once, and are neither cut into words nor weighed against others. Only between two anchors with equally
# many sentences on both sides: elsewhere one of them may have been split, and its first half is much alike too.
MIN_NEAR_SCORE = 0.85

# A sentence joins its neighbour in a link when the two together are that much more alike to the other side than the
# better one alone (0..1, default .03), or when each accounts for that share of itself in what the other leaves of the
# other side (0..1, default .15). The second finds simplified news, where one sentence becomes up to five short ones.
MIN_JOIN_GAIN = 0.03
MIN_JOIN_SHARE = 0.15
MAX_JOINED = 5

# Each part of a join is at least that much alike to the other side by itself; 0..1, default .10.
MIN_JOINED_SCORE = 0.10

# A partner elsewhere this much more alike than one in its own gap shows that the sentence was moved; 0..1, default .30.
MIN_MOVE_GAIN = 0.30

Scores = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Links in order, links off that order, and whether a limit kept the engine from looking at all likely partners."""

    in_order: tuple[Link, ...]
    moved: tuple[Link, ...]
    coarse: bool


def align(old: Document, new: Document, limits: Limits, options: Options) -> Alignment:
    """Link the sentences of two texts, as the reader's corrections allow.

    Shape: links are disjoint on both sides; those in order ascend on both.
    Limit: a gap of more than `limits.max_gap_product` sentences of old times sentences of new is not looked at whole.
    """
    corrections = Corrections(old, new, options)
    same = [link for link in _unique_same(old, new) if corrections.allow(link.old_start, link.new_start)]
    anchors = [link._replace(score=1.0) for link in heaviest_chain(same)]
    anchors = [link for link in _extend(old, new, anchors) if corrections.allow(link.old_start, link.new_start)]
    moved = _moved_whole(old, same, anchors) if options.moves else []
    gaps = list(_gaps(anchors, len(old.sentences), len(new.sentences)))
    similarity = Similarity(old, new, gaps)
    scores, complete = _score_gaps(gaps, moved, similarity, corrections, limits)
    in_order, crossing = corrections.settle([*anchors, *_link_gaps(gaps, scores, similarity, old, new)])
    moved = [*moved, *crossing]
    moved += find_moves([*in_order, *moved], scores, similarity) if options.moves else []
    return Alignment(tuple(in_order), tuple(sorted(moved)), not complete)


def _unique_same(old: Document, new: Document) -> list[Link]:
    """Return the sentences that stand word for word once in each text, weighed by their length."""
    old_count, new_count = Counter(old.sentence_keys), Counter(new.sentence_keys)
    new_index = {key: index for index, key in enumerate(new.sentence_keys)}
    return [
        Link(i, i + 1, new_index[key], new_index[key] + 1, float(len(key)))
        for i, key in enumerate(old.sentence_keys)
        if old_count[key] == 1 and new_count[key] == 1
    ]


def _moved_whole(old: Document, same: Iterable[Link], anchors: Iterable[Link]) -> list[Link]:
    """Return the unique sentences off the anchors' order. Short ones are left: "Read more" was not moved."""
    linked = {link.old_start for link in anchors} | {-1}
    new_linked = {link.new_start for link in anchors}
    return [
        link._replace(score=1.0)
        for link in same
        if link.old_start not in linked
        and link.new_start not in new_linked
        and is_long(old.sentence_keys[link.old_start])
    ]


def _extend(old: Document, new: Document, anchors: Sequence[Link]) -> Iterator[Link]:
    """Grow each anchor over neighbours that are nearly the same; the ends of the texts are anchors too."""
    old_end = new_end = 0
    for stop in [*anchors, Link(len(old.sentences), 0, len(new.sentences), 0, 0.0)]:
        least = MIN_NEAR_SCORE if stop.old_start - old_end == stop.new_start - new_end else 1.0
        while old_end < stop.old_start and new_end < stop.new_start:
            score = _near(old, new, old_end, new_end, least)
            if not score:
                break
            yield Link(old_end, old_end + 1, new_end, new_end + 1, score)
            old_end, new_end = old_end + 1, new_end + 1
        i, j, before = stop.old_start, stop.new_start, []
        while i > old_end and j > new_end and (score := _near(old, new, i - 1, j - 1, least)):
            i, j = i - 1, j - 1
            before.append(Link(i, i + 1, j, j + 1, score))
        yield from reversed(before)
        if stop.old_end:
            yield stop
        old_end, new_end = stop.old_end, stop.new_end


def _near(old: Document, new: Document, i: int, j: int, least: float) -> float:
    """Return how alike the letters of two sentences are, 0 where that is less than `least`."""
    one, other = old.sentence_keys[i], new.sentence_keys[j]
    return 1.0 if one == other else Indel.normalized_similarity(one, other, score_cutoff=least)


def _gaps(anchors: Iterable[Link], old_count: int, new_count: int) -> Iterator[Gap]:
    """Yield the stretches between anchors; one side of a gap may be empty, but not both."""
    old_end = new_end = 0
    for link in [*anchors, Link(old_count, 0, new_count, 0, 0.0)]:
        if old_end < link.old_start or new_end < link.new_start:
            yield range(old_end, link.old_start), range(new_end, link.new_start)
        old_end, new_end = link.old_end, link.new_end


def _score_gaps(
    gaps: Sequence[Gap], taken: Iterable[Link], similarity: Similarity, corrections: Corrections, limits: Limits
) -> tuple[Scores, bool]:
    """Score the likely partners of all free sentences in gaps, within their gap and elsewhere."""
    old_taken: set[int] = set()
    new_taken: set[int] = set()
    for link in taken:
        old_taken.update(link.old)
        new_taken.update(link.new)
    scores, complete = similarity.score_partners(gaps, limits.max_gap_product)
    free = {
        (i, j): score
        for (i, j), score in scores.items()
        if i not in old_taken and j not in new_taken and corrections.allow(i, j)
    }
    return free, complete


def _link_gaps(
    gaps: Sequence[Gap], scores: Scores, similarity: Similarity, old: Document, new: Document
) -> Iterator[Link]:
    """Yield the links of each gap's heaviest chain."""
    gap_of_new = {j: number for number, gap in enumerate(gaps) for j in gap[1]}
    gap_of_old = {i: number for number, gap in enumerate(gaps) for i in gap[0]}
    elsewhere: dict[tuple[bool, int], float] = {}
    inside: list[list[Link]] = [[] for _ in gaps]
    for (i, j), score in scores.items():
        if gap_of_old[i] == gap_of_new[j]:
            inside[gap_of_old[i]].append(Link(i, i + 1, j, j + 1, score))
        else:
            for place in ((False, i), (True, j)):
                elsewhere[place] = max(score, elsewhere.get(place, 0.0))
    for links in inside:
        standing = [link for link in links if not _is_better_elsewhere(link, elsewhere)]
        yield from heaviest_chain(_with_joins(standing, similarity, old, new))


def _is_better_elsewhere(link: Link, elsewhere: Mapping[tuple[bool, int], float]) -> bool:
    best = max(elsewhere.get((False, link.old_start), 0.0), elsewhere.get((True, link.new_start), 0.0))
    return best >= link.score + MIN_MOVE_GAIN


def _with_joins(links: Sequence[Link], similarity: Similarity, old: Document, new: Document) -> list[Link]:
    """Add the links that take in neighbours on one side, and leave out those that are too weak."""
    known = {(link.old_start, link.new_start): link.score for link in links}
    likely = [link for link in links if link.score >= MIN_JOINED_SCORE]
    joined = [wider for link in likely for wider in _grown(link, False, old, known, similarity)]
    joined += [wider for link in likely for wider in _grown(link, True, new, known, similarity)]
    return [link for link in [*links, *joined] if link.score >= MIN_LINK_SCORE]


def _grown(link: Link, is_new: bool, document: Document, known: Scores, similarity: Similarity) -> Iterator[Link]:
    """Yield `link` with the next sentences of one side, as long as each of them belongs to the other side too.

    A headline joins nothing: it repeats what the paragraph below it says.
    """
    if document.is_headline((link.new if is_new else link.old)[-1]):
        return
    while len(link.new if is_new else link.old) < MAX_JOINED:
        wider = link._replace(new_end=link.new_end + 1) if is_new else link._replace(old_end=link.old_end + 1)
        alone = known.get((wider.old_start, wider.new_end - 1) if is_new else (wider.old_end - 1, wider.new_start))
        if alone is None or alone < MIN_JOINED_SCORE or document.is_headline((wider.new if is_new else wider.old)[-1]):
            return
        wider = wider._replace(score=similarity.score(wider.old, wider.new))
        is_more_alike = wider.score >= max(link.score, alone) + MIN_JOIN_GAIN
        if not is_more_alike and similarity.least_share(wider.old, wider.new, is_new) < MIN_JOIN_SHARE:
            return
        yield wider
        link = wider
