"""The headlines above all links are partners though they share few words: each outlet writes its own."""

from collections.abc import Sequence
from dataclasses import replace

from webapp.engine.align.candidates import Candidates
from webapp.engine.align.choice import Alignment, Bounds
from webapp.engine.align.links import Link
from webapp.engine.context import Context
from webapp.engine.options import Degraded
from webapp.engine.text.document import Document

# Headlines above all other links are partners from here on.
# Range: 0–.30 similarity
# Why: each outlet writes its own headline, so its place says more than its words; those of the rewrites reach .25 to
# .35; *headline-rewritten*
# Cases: 1: *headline-rewritten*
MIN_HEADLINE_SCORE = 0.15


def with_headlines(alignment: Alignment, candidates: Candidates, context: Context, bounds: Bounds) -> Alignment:
    """Return the alignment with a link between the two headlines on top of the bounds that are most alike.

    Limit: of either side only the `max_headlines` nearest to the first link are scored.
    """
    links = (*alignment.in_order, *alignment.moved)
    most = context.limits.max_headlines
    all_old = _headlines(candidates.old, bounds.old, [link.old_start for link in links])
    all_new = _headlines(candidates.new, bounds.new, [link.new_start for link in links])
    if max(len(all_old), len(all_new)) > most and not alignment.degraded:
        alignment = replace(alignment, degraded=Degraded("too_many_headlines", most))
    best = _best_link(all_old[-most:], all_new[-most:], candidates)
    if best is None or best.score < MIN_HEADLINE_SCORE:
        return alignment
    if any((link.old_start < best.old_start) != (link.new_start < best.new_start) for link in alignment.in_order):
        return alignment  # a line of both pages stands above the one headline and below the other
    return replace(alignment, in_order=tuple(sorted((best, *alignment.in_order))))


def _best_link(old: Sequence[int], new: Sequence[int], candidates: Candidates) -> Link | None:
    links = [
        Link(i, i + 1, j, j + 1, candidates.similarity.score(range(i, i + 1), range(j, j + 1)))
        for i in old
        for j in new
        if candidates.corrections.allow(i, j)
    ]
    return max(links, key=lambda link: link.score, default=None)


def _headlines(document: Document, allowed: Sequence[bool], linked: Sequence[int]) -> list[int]:
    """Return the headlines among the allowed sentences above the first linked one of these."""
    end = min((sentence for sentence in linked if allowed[sentence]), default=0)
    return [sentence for sentence in range(end) if allowed[sentence] and document.is_headline(sentence)]
