"""How alike two sentences, or runs of sentences, are: 0 (nothing shared) to 1 (the same words in the same order).

The score is the mean of three measures, each blind to what another sees:

    order    Indel similarity of the words (rapidfuzz)             sees word order
    weight   Dice of the stems: rare ones weigh more, grammar 0.3     sees what the sentence is about
    shape    cosine of the letter trigrams, weighted like the stems   sees inflection and spelling

Each alone pairs fewer sentences rightly, and the token-set ratios of rapidfuzz far fewer. A sentence-embedding model
was no better, since all sentences of a story share one topic.

Sources: Dice 1945; Spärck Jones 1972 (inverse document frequency).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from math import fsum, log, sqrt
from operator import mul
from sys import intern

from rapidfuzz.distance import Indel

from webapp.engine.text.document import Document
from webapp.engine.text.vocabulary import Word

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

# A sentence that is so many times as long as another has at most .02 in common with it by order, and to find so little
# takes work by the longer one: for each line of a wrapped text that has no full stops, all of the unwrapped text.
MAX_ORDER_RATIO = 100

# Features are kept of runs of so many words together, and those that were not asked for the longest are let go;
# 65,536..524,288, default 131,072. Partners mostly stand close together, and the trigrams of all runs of a book would
# take a gigabyte. Two runs are kept however long they are: a text without full stops is asked for with each line.
MAX_WORDS_KEPT = 1 << 17
MIN_RUNS_KEPT = 2

Gap = tuple[range, range]
Trigrams = Callable[[Word], Iterable[str]]


class Features:
    """What is compared of a run of sentences: words in order, weight by stem and in all, weight by trigram."""

    def __init__(self, words: tuple[Word, ...], weights: Mapping[str, float], trigrams: Trigrams) -> None:
        self.words = words
        self._weights = weights
        self._trigrams = trigrams
        self.stems: defaultdict[str, float] = defaultdict(float)
        for word in words:
            self.stems[word.stem] += weights[word.stem]
        self.weight = sum(self.stems.values())

    @cached_property
    def shape(self) -> Mapping[str, float]:
        """Weight by trigram; made only for what is scored."""
        shape: defaultdict[str, float] = defaultdict(float)
        for word in self.words:
            weight = self._weights[word.stem]
            for trigram in self._trigrams(word):
                shape[trigram] += weight
        return shape

    @cached_property
    def norm(self) -> float:
        """Length of the shape, as a vector."""
        return sqrt(sum(weight * weight for weight in self.shape.values()))


class Similarity:
    """Scores runs of sentences of the two texts. Weights come from the sentences of the gaps, the only ones scored."""

    def __init__(self, old: Document, new: Document, gaps: Sequence[Gap]) -> None:
        self._words = {(False, i): _words(old, i) for gap in gaps for i in gap[0]}
        self._words.update({(True, j): _words(new, j) for gap in gaps for j in gap[1]})
        self._weights = _stem_weights(self._words.values())
        self._trigrams = cache(_trigrams)
        self._features: dict[tuple[bool, range], Features] = {}
        self._words_kept = 0

    def score(self, old: range, new: range) -> float:
        """Return how alike two runs of sentences are, 0..1."""
        a, b = self._features_of(False, old), self._features_of(True, new)
        measures = [_dice(a, b), _cosine(a, b)]
        shorter, longer = sorted((len(a.words), len(b.words)))
        if longer > MAX_ORDER_RATIO * shorter:
            measures.append(0.0)
        elif shorter * longer <= MAX_ORDER_PRODUCT:
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
        postings, weights = self._index(j for gap in gaps for j in gap[1])
        scores: dict[tuple[int, int], float] = {}
        for gap in gaps:
            is_coarse = len(gap[0]) * len(gap[1]) > limit
            for i in gap[0]:
                reach = _window(i, gap) if is_coarse else None
                for j in self._partners(i, gap[1], postings, weights, reach):
                    scores[i, j] = self.score(range(i, i + 1), range(j, j + 1))
        return scores, all(len(gap[0]) * len(gap[1]) <= limit for gap in gaps)

    def shared_content(self, old: range, new: range) -> int:
        """Return how many content stems two runs of sentences share."""
        a, b = self._features_of(False, old), self._features_of(True, new)
        shared = a.stems.keys() & b.stems.keys()
        return sum(self._weights.get(stem, 0.0) > FUNCTION_WORD_WEIGHT for stem in shared)

    def _partners(
        self,
        i: int,
        neighbours: range,
        postings: Mapping[str, Sequence[int]],
        weights: Mapping[int, float],
        reach: range | None,
    ) -> set[int]:
        """Return the sentences of new that share the most with sentence `i` of old.

        Where its own gap has few, all of them are: "He is here" has no content word to be found by.
        """
        near = neighbours if len(neighbours) <= MAX_PARTNERS else range(0)
        sentence = self._features_of(False, range(i, i + 1))
        shared: defaultdict[int, float] = defaultdict(float)
        for stem, weight in sentence.stems.items():
            places = postings.get(stem, ())
            if len(places) <= MAX_POSTINGS:
                for j in places:
                    shared[j] += weight
        likely = [
            j
            for j, weight in shared.items()
            if (reach is None or j in reach) and weight >= MIN_SHARED_WEIGHT * min(sentence.weight, weights[j])
        ]
        likely.sort(key=lambda j: (-shared[j], j))
        return {*likely[:MAX_PARTNERS], *near}

    def _index(self, sentences: Iterable[int]) -> tuple[Mapping[str, Sequence[int]], Mapping[int, float]]:
        """Return {content stem: the sentences of new that hold it} and {sentence of new: its weight}.

        In one pass: of a long text no features are kept for a second.
        """
        postings: defaultdict[str, list[int]] = defaultdict(list)
        weights: dict[int, float] = {}
        for j in sentences:
            features = self._features_of(True, range(j, j + 1))
            weights[j] = features.weight
            for stem in features.stems:
                if self._weights[stem] > FUNCTION_WORD_WEIGHT:
                    postings[stem].append(j)
        return postings, weights

    def _features_of(self, is_new: bool, run: range) -> Features:
        features = self._features.pop((is_new, run), None)
        if features is None:
            words = tuple(chain.from_iterable(self._words[is_new, sentence] for sentence in run))
            features = Features(words, self._weights, self._trigrams)
            self._words_kept += len(words)
        self._features[is_new, run] = features  # the last that was asked for stands last
        while self._words_kept > MAX_WORDS_KEPT and len(self._features) > MIN_RUNS_KEPT:
            self._words_kept -= len(self._features.pop(next(iter(self._features))).words)
        return features


def _trigrams(word: Word) -> tuple[str, ...]:
    """Return a word's letters by threes, a space at either end; interned, since words share them."""
    bounded = f" {word.text} "
    return tuple(intern(bounded[at : at + 3]) for at in range(len(bounded) - 2))


def _words(document: Document, sentence: int) -> tuple[Word, ...]:
    return tuple([form.word for form in document.units(sentence).forms if form.kind != "punctuation"])


def _stem_weights(sentences: Collection[tuple[Word, ...]]) -> dict[str, float]:
    """Weigh each stem by how few sentences hold it; a stem met only in function words weighs the least."""
    holders = Counter(chain.from_iterable({word.stem for word in words} for words in sentences))
    content = {word.stem for word in set(chain.from_iterable(sentences)) if word.is_content}
    return {
        stem: log(2 + len(sentences) / count) if stem in content else FUNCTION_WORD_WEIGHT
        for stem, count in holders.items()
    }


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
    shared = old.shape.keys() & new.shape.keys()
    # A set's order is another in each process; the exact sum is the same in any order.
    products = map(mul, map(old.shape.__getitem__, shared), map(new.shape.__getitem__, shared))
    return fsum(products) / (old.norm * new.norm)
