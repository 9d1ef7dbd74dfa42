"""The content stems that two sentences share, and how many of them are rare: what a weak link must rest on.

All sentences of a story share its topic. Two that also share words which hardly any other sentence has say the same.
"""

from collections import Counter
from functools import cached_property
from typing import NamedTuple

from webapp.engine.align.features import FeatureStore

# A stem is rare if at most this many sentences of either side hold it.
# Range: 1–8 sentences
# Why: `test_words_of_the_topic_alone_make_no_move`
MAX_HOLDERS_OF_A_SIDE = 3

# And if at most this many sentences of both sides together hold it.
# Range: 2–12 sentences
# Why: `test_words_of_the_topic_alone_make_no_move`
MAX_HOLDERS = 4


class SharedStems(NamedTuple):
    """How many content stems two sentences share, and how many of these are rare."""

    content: int
    rare: int


class Evidence:
    """Counts what sentences of the gaps share. Most comparisons ask for few pairs, and some for none."""

    def __init__(self, features: FeatureStore) -> None:
        self._features = features

    def shared(self, old: range, new: range) -> SharedStems:
        """Return what two runs of sentences share."""
        a, b = self._features.of(False, old), self._features.of(True, new)
        content = list(filter(self._features.is_content, a.stems.keys() & b.stems.keys()))
        return SharedStems(len(content), sum(map(self.is_rare, content)))

    def is_rare(self, stem: str) -> bool:
        """Return whether few sentences of the gaps hold a stem."""
        old, new = self._holders
        return max(old[stem], new[stem]) <= MAX_HOLDERS_OF_A_SIDE and old[stem] + new[stem] <= MAX_HOLDERS

    @cached_property
    def _holders(self) -> tuple[Counter[str], Counter[str]]:
        return self._features.holders(False), self._features.holders(True)
