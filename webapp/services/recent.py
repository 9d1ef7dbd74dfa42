"""A cache of recent comparisons, so that another view of one does not run the engine again.

request --- cached ------------------------------------------------> returned
        `-- being computed for another reader --- that one finishes --> returned
        |                                     `-- that one is refused --> computed for this reader
        `-- else: computed, and cached if there is room

A comparison depends on its two texts and its options only and is never altered, so a cached one equals a computed one.
The cache has a limit in bytes. A limit in words would fail: a text of punctuation has none, and one of 100,000 lines
of a single mark takes 170 MB.
"""

import sys
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import AbstractContextManager, nullcontext, suppress
from threading import Lock
from typing import Protocol

from webapp.engine import compare
from webapp.engine.model import Change, Comparison, Segment
from webapp.engine.options import Options
from webapp.errors import StetError
from webapp.lru import LruCache
from webapp.workers import Compare

MAX_RECENT_BYTES = 100_000_000
"""Bytes of all cached comparisons together, 0 to any. Two stories of 600 words take some 0.1 MB, two texts of 100,000
words, edited here and there, some 11: there is room for what hundreds of readers look at, or for nine such texts."""

# What the parts of a comparison take in CPython 3.11 on 64 bits, in bytes: an object, its slot
# in a tuple, and its integers. A span counts once for each object that refers to it, though some share one.
SPAN_BYTES = 144
SENTENCE_BYTES = 40
PAIR_BYTES = 232
SEGMENT_BYTES = 104
CHANGE_BYTES = 224
REST_BYTES = 3_000

_Key = tuple[str, str, Options]
Turn = Callable[[], AbstractContextManager[None]]


class Text(Protocol):
    """A text with its checksum: a version, or a text that is not stored yet."""

    @property
    def text(self) -> str: ...

    @property
    def sha256(self) -> str: ...


class RecentComparisons:
    """Compares versions, and caches the comparisons that were used last."""

    def __init__(self, max_bytes: int = MAX_RECENT_BYTES, compare: Compare = compare) -> None:
        self._compare = compare
        self._cache = LruCache[Comparison](max_bytes)
        self._pending: dict[_Key, Future[Comparison]] = {}
        self._lock = Lock()

    def compare(self, old: Text, new: Text, options: Options, turn: Turn = nullcontext) -> Comparison:
        """Return the comparison; if it must be computed, that happens within `turn`.

        Errors: those of `turn` and of the engine.
        """
        key = (old.sha256, new.sha256, options)
        while True:
            with self._lock:
                if cached := self._cache.get(key):
                    return cached
                pending = self._pending.get(key)
                if not pending:
                    mine = self._pending[key] = Future()
            if not pending:
                return self._compute(mine, key, old, new, turn)
            with suppress(StetError):  # the other reader was refused; this one need not be
                return pending.result()

    def _compute(self, pending: "Future[Comparison]", key: _Key, old: Text, new: Text, turn: Turn) -> Comparison:
        """Compute a comparison for this reader and for those who wait for it."""
        try:
            with turn():
                comparison = self._compare(old.text, new.text, key[-1])
            self._cache.put(key, comparison, bytes_of(comparison))
        except BaseException as error:
            self._finish(key)
            pending.set_exception(error)
            raise
        self._finish(key)
        pending.set_result(comparison)
        return comparison

    def _finish(self, key: _Key) -> None:
        with self._lock:
            del self._pending[key]


def bytes_of(comparison: Comparison) -> int:
    """Return about how many bytes a comparison takes in memory, its texts among them.

    Measured against `tracemalloc`: 1 to 1.4 times what news, revisions, moves, lines of one mark and Chinese took, 1.7
    times if nothing was changed. To walk all objects instead would be exact and take as long as some comparisons.
    """
    sides = (comparison.old, comparison.new)
    edits: Iterable[Segment | Change] = (*comparison.segments, *comparison.changes)
    spans = sum(len(side.paragraphs) + len(side.sentences) + len(side.story) for side in sides)
    spans += sum((edit.old is not None) + (edit.new is not None) for edit in edits)
    return (
        REST_BYTES
        + sum(sys.getsizeof(side.text) for side in sides)
        + SPAN_BYTES * spans
        + SENTENCE_BYTES * sum(len(side.sentences) for side in sides)
        + PAIR_BYTES * len(comparison.pairs)
        + SEGMENT_BYTES * len(comparison.segments)
        + CHANGE_BYTES * len(comparison.changes)
    )
