"""The links to choose from: which sentences of old and new can be partners, and how alike they are.

    old   A  B  C     D  E  F  G         A, F   the same words: anchors
    new   A  G' B' X  DE    F            B, C | G', B', X   a gap between two anchors; so D, E | DE and G | nothing

Anchors are word for word the same, once in each text. Only the sentences between them are cut into words and scored,
and of those only the likely partners.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.engine.align.anchors import extend, gaps_between, moved_whole, unique_same
from webapp.engine.align.corrections import Corrections
from webapp.engine.align.evidence import Evidence
from webapp.engine.align.links import Gap, Link, heaviest_chain
from webapp.engine.align.partners import score_partners
from webapp.engine.align.similarity import Similarity
from webapp.engine.context import Context
from webapp.engine.options import Degraded
from webapp.engine.text.document import Document

Scores = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The links of two documents before any choice between them.

    anchors      in order; they need no choice
    moved        whole sentences off the anchors' order; none if the reader does not ask for moves
    gaps         the sentences between the anchors
    scores       {(sentence of old, sentence of new): similarity 0..1} of likely partners in the gaps
    corrections  what the reader paired or parted
    degraded     the limit that kept some likely partners from being scored
    """

    old: Document
    new: Document
    anchors: tuple[Link, ...]
    moved: tuple[Link, ...]
    gaps: tuple[Gap, ...]
    scores: Scores
    similarity: Similarity
    evidence: Evidence
    corrections: Corrections
    degraded: Degraded | None


def find_candidates(old: Document, new: Document, context: Context) -> Candidates:
    """Return the links of two documents to choose from.

    Limit: a gap of more than `max_gap_product` sentences of old times sentences of new is searched only near the
    diagonal.
    """
    corrections = Corrections(old, new, context.options)
    same = [link for link in unique_same(old, new) if corrections.allow(link.old_start, link.new_start)]
    chain = [Link(i, i_end, j, j_end, 1.0, True) for i, i_end, j, j_end, *_ in heaviest_chain(same)]
    anchors = tuple(link for link in extend(old, new, chain) if corrections.allow(link.old_start, link.new_start))
    moved = tuple(moved_whole(old, same, anchors)) if context.options.moves else ()
    gaps = tuple(gaps_between(anchors, len(old.sentences), len(new.sentences)))
    similarity = Similarity(old, new, gaps)
    evidence = Evidence(similarity.features)
    most = context.limits.max_gap_product
    scores, is_complete = score_partners(similarity, gaps, most)
    degraded = None if is_complete else Degraded("too_many_sentences", most)
    possible = _possible(scores, old, new, moved, gaps, corrections, context)
    return Candidates(old, new, anchors, moved, gaps, possible, similarity, evidence, corrections, degraded)


def _possible(
    scores: Scores,
    old: Document,
    new: Document,
    moved: tuple[Link, ...],
    gaps: tuple[Gap, ...],
    corrections: Corrections,
    context: Context,
) -> Scores:
    """Leave out sentences that were moved whole, that the reader parted, and a note beside a sentence that is none."""
    notes = context.language.notes
    old_taken = {i for link in moved for i in link.old}
    new_taken = {j for link in moved for j in link.new}
    old_notes = {i for gap in gaps for i in gap[0] if old.opening(i, notes)}
    new_notes = {j for gap in gaps for j in gap[1] if new.opening(j, notes)}
    return {
        (i, j): score
        for (i, j), score in scores.items()
        if i not in old_taken
        and j not in new_taken
        and (i in old_notes) == (j in new_notes)
        and corrections.allow(i, j)
    }
