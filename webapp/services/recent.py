"""The comparisons that readers look at now, kept in memory: another view of one does not ask the engine again.

A comparison depends on its two texts and its options alone and is never altered, so what was kept is what would be
computed. What is kept is bounded by words, because a long comparison takes more room than a hundred short ones.
"""

from collections import OrderedDict
from threading import Lock

from webapp.engine import compare
from webapp.engine.model import Comparison, Options
from webapp.storage.records import Version

MAX_RECENT_WORDS = 600_000
"""Words of all kept texts together, 0 to any. A comparison of two texts of 100,000 words takes some 30 MB."""

_Key = tuple[str, str, Options]


class RecentComparisons:
    """Compares versions, and remembers the comparisons that were asked for last."""

    def __init__(self, max_words: int = MAX_RECENT_WORDS) -> None:
        self._max_words = max_words
        self._kept: OrderedDict[_Key, Comparison] = OrderedDict()
        self._words = 0
        self._lock = Lock()

    def compare(self, old: Version, new: Version, options: Options) -> Comparison:
        key = (old.sha256, new.sha256, options)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        comparison = compare(old.text, new.text, options)
        with self._lock:
            self._keep(key, comparison)
        return comparison

    def _keep(self, key: _Key, comparison: Comparison) -> None:
        """Two readers may have computed the same at once: the second one finds it kept."""
        if key not in self._kept:
            self._kept[key] = comparison
            self._words += _words(comparison)
        while self._words > self._max_words:
            _, oldest = self._kept.popitem(last=False)
            self._words -= _words(oldest)


def _words(comparison: Comparison) -> int:
    return comparison.old.words + comparison.new.words
