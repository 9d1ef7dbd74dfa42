"""Which sentences are worth scoring: for each sentence of old those of new that share the most weight with it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from webapp.engine.align.features import FUNCTION_WORD_WEIGHT, FeatureStore
from webapp.engine.align.links import Gap
from webapp.engine.align.similarity import Similarity

# Likeliest partners of a sentence that are scored: those that share the most weight.
# Range: 1–50 sentences
# Why: the rewrites
# Cases: 12: *828cloud-archive--nextshark-rewrite*, *back-translation--daily-caller-rewrite* …
MAX_PARTNERS = 12

# A stem in more sentences than this finds no partners; it still counts in the score.
# Range: 8–1000 sentences
# Why: two unrelated texts of 200,000 words
# Cases: 14: *828cloud-archive--daily-caller-rewrite*, *back-translation--828cloud-archive* …
MAX_POSTINGS = 64

# Two sentences that share less of the lighter one's weight are not scored.
# Range: 0–.50 share of weight
# Why: the Portuguese news reach F1 .9883 at .10, .9890 at .15 and .9892 at .20, and of two unrelated texts ever fewer
# pairs are scored
# Cases: 14: *back-translation--daily-caller-rewrite*, *828cloud-archive--daily-caller-rewrite* …
MIN_SHARED_WEIGHT = 0.15

# Past the limit on a gap, partners are looked for only this far on either side of the corresponding place.
# Range: 8–500 sentences
# Why: two unrelated texts of 200,000 words
COARSE_WINDOW = 64


class Index(NamedTuple):
    """Sentences of new by content stem, and the weight of each sentence."""

    postings: Mapping[str, Sequence[int]]
    weights: Mapping[int, float]


def score_partners(
    similarity: Similarity, gaps: Sequence[Gap], limit: int
) -> tuple[dict[tuple[int, int], float], bool]:
    """Score the likely partners of the sentences in gaps: {(sentence of old, sentence of new): 0..1}.

    Limit: in a gap of more than `limit` sentences of old times sentences of new only the neighbourhood of the place
    that corresponds is looked at, and the second value is False.
    """
    features = similarity.features
    index = _index(features, (j for gap in gaps for j in gap[1]))
    scores: dict[tuple[int, int], float] = {}
    for gap in gaps:
        is_coarse = len(gap[0]) * len(gap[1]) > limit
        for i in gap[0]:
            reach = _window(i, gap) if is_coarse else None
            for j in _partners(features, i, gap[1], index, reach):
                scores[i, j] = similarity.score(range(i, i + 1), range(j, j + 1))
    return scores, all(len(gap[0]) * len(gap[1]) <= limit for gap in gaps)


def _partners(features: FeatureStore, i: int, neighbours: range, index: Index, reach: range | None) -> set[int]:
    """Return the sentences of new that share the most with sentence `i` of old.

    Where its own gap has few, all of them are: "He is here" has no content word to be found by.
    """
    near = neighbours if len(neighbours) <= MAX_PARTNERS else range(0)
    sentence = features.of(False, range(i, i + 1))
    shared: defaultdict[int, float] = defaultdict(float)
    for stem, weight in sentence.stems.items():
        places = index.postings.get(stem, ())
        if len(places) <= MAX_POSTINGS:
            for j in places:
                shared[j] += weight
    likely = [
        j
        for j, weight in shared.items()
        if (reach is None or j in reach) and weight >= MIN_SHARED_WEIGHT * min(sentence.weight, index.weights[j])
    ]
    likely.sort(key=lambda j: (-shared[j], j))
    return {*likely[:MAX_PARTNERS], *near}


def _index(features: FeatureStore, sentences: Iterable[int]) -> Index:
    """Index sentences of new in one pass: of a long text no features are kept for a second."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    weights: dict[int, float] = {}
    for j in sentences:
        sentence = features.of(True, range(j, j + 1))
        weights[j] = sentence.weight
        for stem in sentence.stems:
            if features.weights[stem] > FUNCTION_WORD_WEIGHT:
                postings[stem].append(j)
    return Index(postings, weights)


def _window(i: int, gap: Gap) -> range:
    """Return the sentences of new around the place in the gap that corresponds to sentence `i` of old."""
    place = gap[1].start + (i - gap[0].start) * len(gap[1]) // len(gap[0])
    return range(max(gap[1].start, place - COARSE_WINDOW), min(gap[1].stop, place + COARSE_WINDOW))
