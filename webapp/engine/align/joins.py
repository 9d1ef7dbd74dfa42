"""Links of one sentence to several: a sentence split in two, or two joined into one.

old   The bridge is closed. It has cracks.        one link, two to one: neither half alone is as much alike
new   The bridge is closed because it has cracks.
"""

from collections.abc import Iterator, Sequence

from webapp.engine.align.candidates import Candidates, Scores
from webapp.engine.align.links import Link
from webapp.engine.align.similarity import Similarity
from webapp.engine.text.document import Document

# Two sentences are partners from here on.
# Range: .15–.40 similarity
# Why: between .20 and .25 the rewrites link sentences that share only their topic; up to .28 nothing is lost of
# simplified news
# Cases: 13: *828cloud-archive--daily-caller-rewrite*, *828cloud-archive--nextshark-rewrite* …
MIN_LINK_SCORE = 0.25

# A neighbour joins a link if the two together are more alike to the other side by this than the better one alone.
# Range: 0–.15 similarity
# Why: a join must be better than its better half
# Cases: 1: *828cloud-archive--daily-caller-rewrite*
MIN_JOIN_GAIN = 0.03

# A neighbour also joins if each part accounts for this share of itself in what the others leave of the other side.
# Range: .05–.40 share of weight
# Why: simplified news, where one sentence becomes up to five
# Cases: 14: *828cloud-archive--nextshark-rewrite*, *back-translation--daily-caller-rewrite* …
MIN_JOIN_SHARE = 0.15

# Sentences of one side in one link.
# Range: 1–9 sentences
# Why: simplified news
# Cases: 17: *joined-sentences*, *numbered-list* …
MAX_JOINED = 5

# Each part of a join by itself is at least this much alike to the other side.
# Range: 0–.30 similarity
# Why: simplified news
# Cases: 12: *numbered-list* …
MIN_JOINED_SCORE = 0.10


def with_joins(links: Sequence[Link], candidates: Candidates) -> list[Link]:
    """Add the links that take in neighbours on one side, and leave out those that are too weak."""
    known = {(link.old_start, link.new_start): link.score for link in links}
    likely = [link for link in links if link.score >= MIN_JOINED_SCORE]
    similarity = candidates.similarity
    joined = [wider for link in likely for wider in _grown(link, False, candidates.old, known, similarity)]
    joined += [wider for link in likely for wider in _grown(link, True, candidates.new, known, similarity)]
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
