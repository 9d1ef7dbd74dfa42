"""How alike two sentences, or runs of sentences, are: 0 (nothing shared) to 1 (the same words in the same order).

The score is the mean of three measures, each of which sees what the others miss:

    order    Indel similarity of the words (rapidfuzz)             sees word order
    weight   Dice of the stems: rare ones weigh more, grammar 0.3     sees what the sentence is about
    shape    cosine of the letter trigrams, weighted like the stems   sees inflection and spelling

Each alone pairs fewer sentences rightly, and the token-set ratios of rapidfuzz far fewer. A sentence-embedding model
was no better, since all sentences of a story share one topic.

Sources: Dice 1945; Spärck Jones 1972 (inverse document frequency).
"""

from collections.abc import Mapping, Sequence
from math import fsum

from rapidfuzz.distance import Indel

from webapp.engine.align.features import Features, FeatureStore
from webapp.engine.align.links import Gap
from webapp.engine.text.document import Document

# Words of old times words of new up to which trigrams and word order are compared, not the words alone.
# Range: 2^16–2^26 words × words
# Why: one line of 2 MB; a text of rare ideographs without full stops took 9 times as long as prose
MAX_ORDER_PRODUCT = 1 << 22

# Two sentences of which one has more than this many times the other's words have no order in common.
# Range: 20–1,000 times
# Why: order could then add at most .02; a wrapped text without full stops against itself in one line took 13 seconds at
# 0.4 MB
MAX_ORDER_RATIO = 100


class Similarity:
    """Scores runs of sentences of the two texts. Weights come from the sentences of the gaps, the only ones scored."""

    def __init__(self, old: Document, new: Document, gaps: Sequence[Gap]) -> None:
        self.features = FeatureStore(old, new, gaps)

    def score(self, old: range, new: range) -> float:
        """Return how alike two runs of sentences are, 0..1."""
        a, b = self.features.of(False, old), self.features.of(True, new)
        measures = [_dice(a, b)]
        shorter, longer = sorted((len(a.words), len(b.words)))
        if longer > MAX_ORDER_RATIO * shorter:
            measures += [_cosine(a, b), 0.0]
        elif shorter * longer <= MAX_ORDER_PRODUCT:
            measures += [_cosine(a, b), Indel.normalized_similarity(a.words, b.words)]
        return sum(measures) / len(measures)

    def least_share(self, old: range, new: range, joined_is_new: bool) -> float:
        """Return how much of itself the lesser part of a join finds on the other side, 0..1.

        The parts are the last sentence of the joined side and those before it. Each looks for its words in what the
        other part leaves of the other side: a headline finds its words in the first paragraph too, but they are taken.
        """
        whole, joined = (old, new) if joined_is_new else (new, old)
        other_side = self.features.of(not joined_is_new, whole).stems
        parts = [self.features.of(joined_is_new, run).stems for run in (joined[:-1], joined[-1:])]
        return min(_share(parts[0], other_side, parts[1]), _share(parts[1], other_side, parts[0]))


def _share(part: Mapping[str, float], whole: Mapping[str, float], taken: Mapping[str, float]) -> float:
    """Return the share of a part's weight that is in what `taken` leaves of the whole, 0..1."""
    total = sum(part.values())
    found = sum(min(weight, max(0.0, whole.get(stem, 0.0) - taken.get(stem, 0.0))) for stem, weight in part.items())
    return found / total if total else 0.0


def _dice(old: Features, new: Features) -> float:
    total = old.weight + new.weight
    fewer, more = (new.stems, old.stems) if len(new.stems) < len(old.stems) else (old.stems, new.stems)
    shared = sum([min(weight, more[stem]) for stem, weight in fewer.items() if stem in more])
    return 2 * shared / total if total else 0.0


def _cosine(old: Features, new: Features) -> float:
    if not old.norm or not new.norm:
        return 0.0
    fewer, more = (new.shape, old.shape) if len(new.shape) < len(old.shape) else (old.shape, new.shape)
    # The exact sum is the same in any order.
    products = [weight * more[trigram] for trigram, weight in fewer.items() if trigram in more]
    return fsum(products) / (old.norm * new.norm)
