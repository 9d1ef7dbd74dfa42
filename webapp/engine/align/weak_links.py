"""Links in order that their score alone does not decide.

old   A  B  C        A-A'  C-C'  sure
new   A' X  C'       B-X   one leftover facing one leftover between two links: partners though they share little

A link with a low score and no linked neighbour rests on its words alone: it needs some that are not grammar.
"""

from collections.abc import Sequence
from itertools import pairwise

from webapp.engine.align.candidates import Candidates, Scores
from webapp.engine.align.evidence import Evidence
from webapp.engine.align.links import Link

# A link less alike than this is weak.
# Range: .25–.40 similarity
# Why: of 40 pairs of unrelated news stories (1,334 sentences) the false links fell from 6 to 2, and the simplified
# news lost none
WEAK_LINK_SCORE = 0.30

# Content words that a weak link without a linked neighbour shares.
# Range: 1–5 words
# Why: `test_a_weak_link_without_neighbours_needs_content_words_of_its_own`
MIN_WEAK_CONTENT = 3

# One leftover sentence facing one between two links is its partner from here on.
# Range: .05–.25 similarity
# Why: `test_a_lone_leftover_between_two_links_faces_the_lone_leftover_there`; below it they share nothing
MIN_LONE_SCORE = 0.10


def without_weak(links: Sequence[Link], evidence: Evidence) -> list[Link]:
    """Return the links, which ascend, without weak ones that nothing supports."""
    ends = {(link.old_end, link.new_end) for link in links}
    starts = {(link.old_start, link.new_start) for link in links}

    def is_supported(link: Link) -> bool:
        if link.score >= WEAK_LINK_SCORE or len(link.old) > 1 or len(link.new) > 1:
            return True
        if (link.old_start, link.new_start) in ends or (link.old_end, link.new_end) in starts:
            return True
        return evidence.shared(link.old, link.new).content >= MIN_WEAK_CONTENT

    return list(filter(is_supported, links))


def with_lone(links: Sequence[Link], candidates: Candidates, scores: Scores) -> list[Link]:
    """Return the links, which ascend, with those between two lone leftovers. A headline is no partner of a sentence."""
    lone = []
    for before, behind in pairwise(links):
        i, j = before.old_end, before.new_end
        if (behind.old_start, behind.new_start) != (i + 1, j + 1):
            continue
        score = scores.get((i, j), 0.0)
        if score >= MIN_LONE_SCORE and candidates.old.is_headline(i) == candidates.new.is_headline(j):
            lone.append(Link(i, i + 1, j, j + 1, score))
    return sorted([*links, *lone])
