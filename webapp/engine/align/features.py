"""What is compared of sentences: their words in order, and weights by stem and by letter trigram."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from math import log, sqrt
from operator import mul
from sys import intern

from webapp.engine.align.links import Gap
from webapp.engine.text.document import Document
from webapp.engine.text.forms import Word

# Weight of a function word; that of a content stem depends on how few sentences hold it.
# Range: .05–1 weight
# Why: function words say little about a sentence's topic
# Cases: 5: *828cloud-archive--daily-caller-rewrite*, *back-translation--nextshark-rewrite* …
FUNCTION_WORD_WEIGHT = 0.3

# Words of the sentence runs whose features are cached; the least recently used go first.
# Range: 2^16–2^19 words
# Why: partners are mostly close together; 2 MB of split sentences took 646 MB without this limit, and take 275
MAX_WORDS_KEPT = 1 << 17

# Runs whose features are cached however long they are.
# Range: 2–16 runs
# Why: a text without full stops is scored against each line
MIN_RUNS_KEPT = 2

# Longer words' letter trigrams are not cached.
# Range: 20–1,000 letters
# Why: `test_nothing_is_kept_of_long_words`
MAX_CACHED_LETTERS = 100

# Words whose letter trigrams are cached, from one comparison to the next; the least recently used go first.
# Range: 2^12–2^18 words
# Why: two texts of 270,000 words that do not recur took 452 MB without this limit
MAX_TRIGRAMS_KEPT = 1 << 15


class Features:
    """The features of a run of sentences. The trigrams, which cost the most, are computed lazily.

    `last` are the words of its last sentence, `before` the features of those before it, which are copied and not
    computed again: the sums are of the same numbers in the same order.
    """

    def __init__(self, last: tuple[Word, ...], weights: Mapping[str, float], before: "Features | None") -> None:
        self._last = last
        self._weights = weights
        self._before = before
        self.words: tuple[Word, ...] = (*before.words, *last) if before else last
        self.stems: defaultdict[str, float] = before.stems.copy() if before else defaultdict(float)
        for stem in [word.stem for word in last]:
            self.stems[stem] += weights[stem]
        self.weight = sum(self.stems.values())

    @cached_property
    def shape(self) -> defaultdict[str, float]:
        """Weight by trigram."""
        shape: defaultdict[str, float] = self._before.shape.copy() if self._before else defaultdict(float)
        for word in self._last:
            weight = self._weights[word.stem]
            for trigram in _trigrams(word.skeleton):
                shape[trigram] += weight
        return shape

    @cached_property
    def norm(self) -> float:
        """Length of the shape, as a vector."""
        weights = self.shape.values()
        return sqrt(sum(map(mul, weights, weights)))


class FeatureStore:
    """The features of runs of sentences in the gaps, kept as long as there is room.

    `weights` is {stem: weight}, found from all sentences of the gaps.
    """

    def __init__(self, old: Document, new: Document, gaps: Sequence[Gap]) -> None:
        self._words = {(False, i): _words(old, i) for gap in gaps for i in gap[0]}
        self._words.update({(True, j): _words(new, j) for gap in gaps for j in gap[1]})
        self.weights = _stem_weights(self._words.values())
        self._features: dict[tuple[bool, range], Features] = {}
        self._words_kept = 0

    def holders(self, is_new: bool) -> Counter[str]:
        """Return how many sentences of new or old in the gaps hold each stem."""
        sentences = (words for (of_new, _), words in self._words.items() if of_new == is_new)
        return _holders(sentences)

    def is_content(self, stem: str) -> bool:
        """Return whether a stem is met in other words than function words."""
        return self.weights[stem] > FUNCTION_WORD_WEIGHT

    def of(self, is_new: bool, run: range) -> Features:
        """Return the features of neighbouring sentences of new or old."""
        features = self._features.pop((is_new, run), None)
        if features is None:
            before = self.of(is_new, run[:-1]) if len(run) > 1 else None
            features = Features(self._words[is_new, run[-1]], self.weights, before)
            self._words_kept += len(features.words)
        self._features[is_new, run] = features  # the most recently used is last
        while self._words_kept > MAX_WORDS_KEPT and len(self._features) > MIN_RUNS_KEPT:
            self._words_kept -= len(self._features.pop(next(iter(self._features))).words)
        return features


def _trigrams(word: str) -> tuple[str, ...]:
    """Return the letter trigrams of a word with a space at either end."""
    return _known_trigrams(word) if len(word) <= MAX_CACHED_LETTERS else _cut_trigrams(word)


def _cut_trigrams(word: str) -> tuple[str, ...]:
    """Cut a word into trigrams; they are interned, since words share them."""
    bounded = f" {word} "
    return tuple([intern(bounded[at : at + 3]) for at in range(len(bounded) - 2)])


_known_trigrams = lru_cache(MAX_TRIGRAMS_KEPT)(_cut_trigrams)


def _words(document: Document, sentence: int) -> tuple[Word, ...]:
    start = document.body_start(sentence)
    forms, starts, _ = document.units(sentence)
    return tuple(
        [form.word for form, at in zip(forms, starts, strict=True) if form.kind != "punctuation" and at >= start]
    )


def _stem_weights(sentences: Collection[tuple[Word, ...]]) -> dict[str, float]:
    """Weigh each stem by how few sentences hold it; a stem met only in function words weighs the least."""
    content = {word.stem for word in chain.from_iterable(sentences) if word.is_content}
    holders = _holders(sentences)
    # One number for all stems of as many sentences: a long text has very many that stand in one.
    by_count = {count: log(2 + len(sentences) / count) for count in set(holders.values())}
    return {stem: by_count[count] if stem in content else FUNCTION_WORD_WEIGHT for stem, count in holders.items()}


def _holders(sentences: Iterable[tuple[Word, ...]]) -> Counter[str]:
    return Counter(chain.from_iterable({word.stem for word in words} for words in sentences))
