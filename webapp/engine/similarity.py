"""How alike two sentences, or runs of sentences, are: 0 (nothing shared) to 1 (the same words in the same order).

The score is the mean of three measures, each blind to what another sees:

    order    Indel similarity of the word ids (rapidfuzz)             sees word order
    weight   Dice of the stems: rare ones weigh more, grammar 0.3     sees what the sentence is about
    shape    cosine of the letter trigrams, weighted like the stems   sees inflection and spelling

Each alone pairs fewer sentences rightly, and the token-set ratios of rapidfuzz far fewer. A sentence-embedding model
was no better, since all sentences of a story share one topic.

Sources: Dice 1945; Spärck Jones 1972 (inverse document frequency).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt

from rapidfuzz.distance import Indel

from webapp.engine.document import Document

FUNCTION_WORD_WEIGHT = 0.3

# For each sentence only its likeliest partners are scored: those that share the most weight. 1..50, default 12.
MAX_PARTNERS = 12

# A stem that stands in more sentences than this finds no partners; it still counts in the score. 8..1000, default 64.
MAX_POSTINGS = 64

# Two sentences that share less than this of the lighter one's weight are not scored; 0..1, default .15. At .10, .15 and
# .20 the Portuguese news reach F1 .9883, .9890 and .9892, and of two unrelated texts ever fewer pairs are scored.
MIN_SHARED_WEIGHT = 0.15

# Where a gap has more sentences of old times sentences of new than the limit allows, partners are looked for only
# so far from the place that corresponds; 8..500 sentences, default 64.
COARSE_WINDOW = 64

# Words of old times words of new up to which word order is compared; a longer "sentence" is a text without full stops.
MAX_ORDER_PRODUCT = 1 << 22

Gap = tuple[range, range]


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared of a run of sentences: word ids in order, weight by stem and in all, weight by trigram."""

    words: tuple[int, ...]
    stems: Mapping[str, float]
    weight: float
    shape: Mapping[str, float]
    norm: float


class Similarity:
    """Scores runs of sentences of the two texts. Weights come from the sentences of the gaps, the only ones scored."""

    def __init__(self, old: Document, new: Document, gaps: Sequence[Gap]) -> None:
        self._words = old.vocabulary.words
        self._old, self._new = old, new
        self._trigrams: dict[int, tuple[str, ...]] = {}
        self._features: dict[tuple[bool, range], Features] = {}
        old_sentences = (self._ids(old, i) for gap in gaps for i in gap[0])
        new_sentences = (self._ids(new, j) for gap in gaps for j in gap[1])
        self._weights = self._stem_weights([*old_sentences, *new_sentences])

    def score(self, old: range, new: range) -> float:
        """Return how alike two runs of sentences are, 0..1."""
        a, b = self._features_of(False, old), self._features_of(True, new)
        measures = [_dice(a, b), _cosine(a, b)]
        if len(a.words) * len(b.words) <= MAX_ORDER_PRODUCT:
            measures.append(Indel.normalized_similarity(a.words, b.words))
        return sum(measures) / len(measures)

    def least_share(self, old: range, new: range, joined_is_new: bool) -> float:
        """Return how much of itself the lesser part of a join finds on the other side, 0..1.

        The parts are the last sentence of the joined side and those before it. Each looks for its words in what the
        other part leaves of the other side: a headline finds its words in the first paragraph too, but they are taken.
        """
        whole, joined = (old, new) if joined_is_new else (new, old)
        other_side = self._features_of(not joined_is_new, whole).stems
        parts = [self._features_of(joined_is_new, run).stems for run in (joined[:-1], joined[-1:])]
        return min(_share(parts[0], other_side, parts[1]), _share(parts[1], other_side, parts[0]))

    def score_partners(self, gaps: Sequence[Gap], limit: int) -> tuple[dict[tuple[int, int], float], bool]:
        """Score the likely partners of the sentences in gaps: {(sentence of old, sentence of new): 0..1}.

        Limit: in a gap of more than `limit` sentences of old times sentences of new only the neighbourhood of the place
        that corresponds is looked at, and the second value is False.
        """
        postings = self._postings(j for gap in gaps for j in gap[1])
        scores: dict[tuple[int, int], float] = {}
        for gap in gaps:
            is_coarse = len(gap[0]) * len(gap[1]) > limit
            for i in gap[0]:
                reach = _window(i, gap) if is_coarse else None
                for j in self._partners(i, gap[1], postings, reach):
                    scores[i, j] = self.score(range(i, i + 1), range(j, j + 1))
        return scores, all(len(gap[0]) * len(gap[1]) <= limit for gap in gaps)

    def shared_content(self, old: range, new: range) -> int:
        """Return how many content stems two runs of sentences share."""
        a, b = self._features_of(False, old), self._features_of(True, new)
        shared = a.stems.keys() & b.stems.keys()
        return sum(self._weights.get(stem, 0.0) > FUNCTION_WORD_WEIGHT for stem in shared)

    def _partners(
        self, i: int, neighbours: range, postings: Mapping[str, Sequence[int]], reach: range | None
    ) -> set[int]:
        """Return the sentences of new that share the most with sentence `i` of old.

        Where its own gap has few, all of them are: "He is here" has no content word to be found by.
        """
        near = neighbours if len(neighbours) <= MAX_PARTNERS else range(0)
        stems = self._features_of(False, range(i, i + 1)).stems
        shared: defaultdict[int, float] = defaultdict(float)
        for stem, weight in stems.items():
            places = postings.get(stem, ())
            if len(places) <= MAX_POSTINGS:
                for j in places:
                    shared[j] += weight
        likely = [
            j for j, weight in shared.items() if (reach is None or j in reach) and weight >= self._least_weight(i, j)
        ]
        likely.sort(key=lambda j: (-shared[j], j))
        return {*likely[:MAX_PARTNERS], *near}

    def _least_weight(self, i: int, j: int) -> float:
        lighter = min(self._features_of(False, range(i, i + 1)).weight, self._features_of(True, range(j, j + 1)).weight)
        return MIN_SHARED_WEIGHT * lighter

    def _postings(self, sentences: Iterable[int]) -> Mapping[str, Sequence[int]]:
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for j in sentences:
            for stem in self._features_of(True, range(j, j + 1)).stems:
                if self._weights[stem] > FUNCTION_WORD_WEIGHT:
                    postings[stem].append(j)
        return postings

    def _ids(self, document: Document, sentence: int) -> tuple[int, ...]:
        return tuple(unit.word for unit in document.units(sentence) if unit.kind != "punctuation")

    def _stem_weights(self, sentences: Sequence[tuple[int, ...]]) -> dict[str, float]:
        """Weigh each stem by how few sentences hold it; a stem met only in function words weighs the least."""
        words = self._words
        holders = Counter(stem for ids in sentences for stem in {words[word].stem for word in ids})
        content = {words[word].stem for word in set(chain.from_iterable(sentences)) if words[word].is_content}
        return {
            stem: log(2 + len(sentences) / count) if stem in content else FUNCTION_WORD_WEIGHT
            for stem, count in holders.items()
        }

    def _features_of(self, is_new: bool, run: range) -> Features:
        place = (is_new, run)
        if place not in self._features:
            document = self._new if is_new else self._old
            ids = tuple(chain.from_iterable(self._ids(document, sentence) for sentence in run))
            self._features[place] = self._make_features(ids)
        return self._features[place]

    def _make_features(self, ids: tuple[int, ...]) -> Features:
        stems: defaultdict[str, float] = defaultdict(float)
        shape: defaultdict[str, float] = defaultdict(float)
        for word in ids:
            stem = self._words[word].stem
            weight = self._weights[stem]
            stems[stem] += weight
            for trigram in self._trigrams_of(word):
                shape[trigram] += weight
        norm = sqrt(sum(weight * weight for weight in shape.values()))
        return Features(ids, stems, sum(stems.values()), shape, norm)

    def _trigrams_of(self, word: int) -> tuple[str, ...]:
        if word not in self._trigrams:
            bounded = f" {self._words[word].text} "
            self._trigrams[word] = tuple(bounded[at : at + 3] for at in range(len(bounded) - 2))
        return self._trigrams[word]


def _window(i: int, gap: Gap) -> range:
    """Return the sentences of new around the place in the gap that corresponds to sentence `i` of old."""
    place = gap[1].start + (i - gap[0].start) * len(gap[1]) // len(gap[0])
    return range(max(gap[1].start, place - COARSE_WINDOW), min(gap[1].stop, place + COARSE_WINDOW))


def _share(part: Mapping[str, float], whole: Mapping[str, float], taken: Mapping[str, float]) -> float:
    """Return how much of a part's weight stands in what `taken` leaves of the whole, 0..1."""
    total = sum(part.values())
    found = sum(min(weight, max(0.0, whole.get(stem, 0.0) - taken.get(stem, 0.0))) for stem, weight in part.items())
    return found / total if total else 0.0


def _dice(old: Features, new: Features) -> float:
    total = old.weight + new.weight
    fewer, more = sorted((old.stems, new.stems), key=len)
    shared = sum(min(weight, more[stem]) for stem, weight in fewer.items() if stem in more)
    return 2 * shared / total if total else 0.0


def _cosine(old: Features, new: Features) -> float:
    if not old.norm or not new.norm:
        return 0.0
    fewer, more = sorted((old.shape, new.shape), key=len)
    return sum(weight * more[trigram] for trigram, weight in fewer.items() if trigram in more) / (old.norm * new.norm)
