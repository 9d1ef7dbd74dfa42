"""Links that need no scoring: sentences that occur word for word once in each text, and near-equal ones beside them.

old   A  B  C  D        A, D   the same words, once: anchors
new   A  B' X  D        B-B'   nearly the same beside an anchor; C and X are left to a gap
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import Indel

from webapp.engine.align.links import Gap, Link
from webapp.engine.align.moves import is_long
from webapp.engine.text.document import Document

# Two sentences beside an anchor are linked at sight if their letters are this much alike. Only between two anchors with
# equally many sentences on both sides.
# Range: .70–1 similarity of letters
# Why: at .85 in every gap the Portuguese news fell from F1 .989 to .984, for the first half of a split sentence is much
# alike too
MIN_NEAR_SCORE = 0.85

# A longer sentence is not linked at sight.
# Range: 1,000–20,000 characters
# Why: one line of 2 MB: its letters alone took 37 of 41 seconds
MAX_NEAR_CHARS = 4000


def unique_same(old: Document, new: Document) -> list[Link]:
    """Return links between sentences that occur word for word once in each text; the score is their length.

    The labels of lines do not count: they are numbered anew.
    """
    old_count, new_count = Counter(old.body_keys), Counter(new.body_keys)
    new_index = {key: index for index, key in enumerate(new.body_keys)}
    return [
        Link(i, i + 1, new_index[key], new_index[key] + 1, float(len(key)))
        for i, key in enumerate(old.body_keys)
        if old_count[key] == 1 and new_count[key] == 1
    ]


def moved_whole(old: Document, same: Iterable[Link], anchors: Iterable[Link]) -> list[Link]:
    """Return the unique sentences off the anchors' order. Short ones do not count: "Read more" was not moved."""
    linked = {link.old_start for link in anchors} | {-1}
    new_linked = {link.new_start for link in anchors}
    return [
        link._replace(score=1.0)
        for link in same
        if link.old_start not in linked
        and link.new_start not in new_linked
        and is_long(old.sentence_keys[link.old_start])
    ]


def extend(old: Document, new: Document, anchors: Sequence[Link]) -> Iterator[Link]:
    """Yield the anchors, extended over near-equal neighbours; the ends of the texts are anchors too."""
    old_end = new_end = 0
    for stop in [*anchors, Link(len(old.sentences), 0, len(new.sentences), 0, 0.0)]:
        least = MIN_NEAR_SCORE if stop.old_start - old_end == stop.new_start - new_end else 1.0
        while old_end < stop.old_start and new_end < stop.new_start:
            score = _near(old, new, old_end, new_end, least)
            if not score:
                break
            yield Link(old_end, old_end + 1, new_end, new_end + 1, score, True)
            old_end, new_end = old_end + 1, new_end + 1
        i, j, before = stop.old_start, stop.new_start, []
        while i > old_end and j > new_end and (score := _near(old, new, i - 1, j - 1, least)):
            i, j = i - 1, j - 1
            before.append(Link(i, i + 1, j, j + 1, score, True))
        yield from reversed(before)
        if stop.old_end:
            yield stop
        old_end, new_end = stop.old_end, stop.new_end


def _near(old: Document, new: Document, i: int, j: int, least: float) -> float:
    """Return the similarity of the letters of two sentences, 0 below `least`."""
    one, other = old.body_keys[i], new.body_keys[j]
    if one == other:
        return 1.0
    if max(len(one), len(other)) > MAX_NEAR_CHARS:
        return 0.0
    return _letters_alike(one, other, least)


def _letters_alike(one: str, other: str, least: float) -> float:
    return Indel.normalized_similarity(one, other, score_cutoff=least)


def gaps_between(anchors: Iterable[Link], old_count: int, new_count: int) -> Iterator[Gap]:
    """Yield the stretches between anchors; one side of a gap may be empty, but not both."""
    old_end = new_end = 0
    for link in [*anchors, Link(old_count, 0, new_count, 0, 0.0)]:
        if old_end < link.old_start or new_end < link.new_start:
            yield range(old_end, link.old_start), range(new_end, link.new_start)
        old_end, new_end = link.old_end, link.new_end
