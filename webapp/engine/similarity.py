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

Gap = tuple[range, range]


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared of a run of sentences: word ids in order, weight by stem, weight by trigram."""

    words: tuple[int, ...]
    stems: Mapping[str, float]
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
        order = Indel.normalized_similarity(a.words, b.words)
        return (order + _dice(a.stems, b.stems) + _cosine(a, b)) / 3

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

        Limit: `limit` looked-up places; what lies beyond is not looked at, and the second value is False.
        """
        postings = self._postings(j for gap in gaps for j in gap[1])
        scores: dict[tuple[int, int], float] = {}
        for gap in gaps:
            for i in gap[0]:
                partners, looked_at = self._partners(i, gap[1], postings)
                limit -= looked_at
                if limit < 0:
                    return scores, False
                scores.update(((i, j), self.score(range(i, i + 1), range(j, j + 1))) for j in partners)
        return scores, True

    def shared_content(self, old: range, new: range) -> int:
        """Return how many content stems two runs of sentences share."""
        a, b = self._features_of(False, old), self._features_of(True, new)
        shared = a.stems.keys() & b.stems.keys()
        return sum(self._weights.get(stem, 0.0) > FUNCTION_WORD_WEIGHT for stem in shared)

    def _partners(self, i: int, neighbours: range, postings: Mapping[str, Sequence[int]]) -> tuple[set[int], int]:
        """Return the sentences of new that share the most with sentence `i` of old, and how many were looked at.

        Where its own gap has few, all of them are: "He is here" has no content word to be found by.
        """
        shared: defaultdict[int, float] = defaultdict(float)
        looked_at = 0
        for stem, weight in self._features_of(False, range(i, i + 1)).stems.items():
            places = postings.get(stem, ())
            if len(places) <= MAX_POSTINGS:
                looked_at += len(places)
                for j in places:
                    shared[j] += weight
        likely = sorted(shared, key=lambda j: (-shared[j], j))[:MAX_PARTNERS]
        near = neighbours if len(neighbours) <= MAX_PARTNERS else ()
        return {*likely, *near}, looked_at + len(near)

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
        return Features(ids, stems, shape, sqrt(sum(weight * weight for weight in shape.values())))

    def _trigrams_of(self, word: int) -> tuple[str, ...]:
        if word not in self._trigrams:
            bounded = f" {self._words[word].text} "
            self._trigrams[word] = tuple(bounded[at : at + 3] for at in range(len(bounded) - 2))
        return self._trigrams[word]


def _share(part: Mapping[str, float], whole: Mapping[str, float], taken: Mapping[str, float]) -> float:
    """Return how much of a part's weight stands in what `taken` leaves of the whole, 0..1."""
    total = sum(part.values())
    found = sum(min(weight, max(0.0, whole.get(stem, 0.0) - taken.get(stem, 0.0))) for stem, weight in part.items())
    return found / total if total else 0.0


def _dice(old: Mapping[str, float], new: Mapping[str, float]) -> float:
    total = sum(old.values()) + sum(new.values())
    shared = sum(min(weight, new[stem]) for stem, weight in old.items() if stem in new)
    return 2 * shared / total if total else 0.0


def _cosine(old: Features, new: Features) -> float:
    if not old.norm or not new.norm:
        return 0.0
    fewer, more = sorted((old.shape, new.shape), key=len)
    return sum(weight * more[trigram] for trigram, weight in fewer.items() if trigram in more) / (old.norm * new.norm)
