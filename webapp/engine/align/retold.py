"""Sentences without a partner whose content is in a pair all the same: "Ek is 61" became an apposition.

old   A   The mayor resigned.                   A-A'  a pair
      B   Ek is 61 and lives in Vasin.          B     also in A-A': A' has "61" and "Vasin", A has not
new   A'  Ek, 61, of Vasin, resigned as mayor.

All sentences of a story share its topic, so that what the pair's own sentence says is no evidence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from webapp.engine.align.candidates import Candidates
from webapp.engine.align.choice import Alignment, Bounds
from webapp.engine.align.links import Retold
from webapp.engine.model import AlsoIn, Pair

# Content words of the sentence that are in the pair and not in its own side of it. A rare number counts twice.
# Range: 2–6 words
# Why: `test_a_fact_put_into_another_sentence_is_also_in_it`; unrelated news stories have none
MIN_RETOLD_CONTENT = 3

# Rare ones among these.
# Range: 1–4 words
# Why: without it a wire and its rewrites gave ten false finds for six right ones in a trial
MIN_RETOLD_RARE = 2

# Share of the sentence's weight that these hold.
# Range: .05–.50 share of weight
# Why: the rewrites
MIN_RETOLD_SHARE = 0.20

# A sentence this much like one that has a partner is in its pair whatever the partner says, if it also shares
# `MIN_ALIKE_CONTENT` words: two sentences became one.
# Range: .25–.60 similarity
# Why: the rewrites
MIN_ALIKE_SCORE = 0.33

# Content words that such a sentence shares.
# Range: 3–9 words
# Why: the rewrites
MIN_ALIKE_CONTENT = 5


def with_retold(alignment: Alignment, candidates: Candidates, bounds: Bounds) -> Alignment:
    """Return the alignment with the sentences that it leaves free, inside the bounds, and that a link holds."""
    best: dict[tuple[bool, int], Retold] = {}
    for found in _possible(alignment, candidates, bounds):
        free = (found.is_new, found.new if found.is_new else found.old)
        if (free not in best or best[free].score < found.score) and _is_held(found, candidates):
            best[free] = found
    return replace(alignment, retold=tuple(sorted(best.values())))


def also_in(alignment: Alignment, pairs: Sequence[Pair]) -> tuple[AlsoIn, ...]:
    """Return the retold sentences of an alignment beside the numbers of the pairs that hold them."""
    pair_of_old = {i: number for number, pair in enumerate(pairs) for i in pair.old}
    pair_of_new = {j: number for number, pair in enumerate(pairs) for j in pair.new}
    return tuple(
        AlsoIn(
            (one.old,), (one.new,), pair_of_old[one.old] if one.is_new else pair_of_new[one.new], round(one.score, 4)
        )
        for one in alignment.retold
    )


def _possible(alignment: Alignment, candidates: Candidates, bounds: Bounds) -> Iterator[Retold]:
    """Yield the scored pairs of a free sentence and one that a link has."""
    links = (*alignment.in_order, *alignment.moved)
    of_old = {i: link for link in links for i in link.old}
    of_new = {j: link for link in links for j in link.new}
    for (i, j), score in candidates.scores.items():
        if (i in of_old) != (j in of_new) and bounds.old[i] and bounds.new[j]:
            yield Retold(i, j, i in of_old, of_old.get(i) or of_new[j], score)


def _is_held(found: Retold, candidates: Candidates) -> bool:
    shared = candidates.evidence.shared(range(found.old, found.old + 1), range(found.new, found.new + 1))
    if found.score >= MIN_ALIKE_SCORE and shared.content >= MIN_ALIKE_CONTENT:
        return True
    # A number counts twice: two words may do, one of them rare. Most pairs have less and need no closer look.
    may_be = shared.rare and shared.content >= MIN_RETOLD_CONTENT - 1
    return bool(may_be) and _tells_more(found, candidates)


def _tells_more(found: Retold, candidates: Candidates) -> bool:
    """Return whether the link tells enough of the sentence that the sentence's own side of it does not."""
    features, is_new = candidates.similarity.features, found.is_new
    at = found.new if is_new else found.old
    sentence = features.of(is_new, range(at, at + 1)).stems
    own = features.of(is_new, found.link.new if is_new else found.link.old).stems
    other = features.of(not is_new, found.link.old if is_new else found.link.new).stems
    told = [stem for stem in sentence if stem in other and stem not in own and features.is_content(stem)]
    rare = [stem for stem in told if candidates.evidence.is_rare(stem)]
    numbers = sum(any(map(str.isdecimal, stem)) for stem in rare)
    weighs_enough = sum(sentence[stem] for stem in told) >= MIN_RETOLD_SHARE * sum(sentence.values())
    return weighs_enough and len(told) + numbers >= MIN_RETOLD_CONTENT and len(rare) + numbers >= MIN_RETOLD_RARE
