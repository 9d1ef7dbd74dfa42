"""Limits how many requests use the database at once, so that a hanging database does not block every thread.

A thread that waits for the database serves nobody. So fewer requests may wait than the server has threads. After a
failure nobody waits: for REFUSE_S requests are refused at once, later ones try if a place is free. No thread polls the
database in the background: the first request after REFUSE_S finds out whether it is back.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from time import monotonic

from webapp.errors import DatabaseSilent

REFUSE_S = 1.0
"""How long requests are refused after a failure. Far below a reader's patience, far above the time of a refusal."""


class Gate:
    """A number of places. `queue_s` is the longest wait for one; after a failure there is no wait."""

    def __init__(self, places: int, queue_s: float, clock: Callable[[], float] = monotonic) -> None:
        self._places = BoundedSemaphore(places)
        self._queue_s = queue_s
        self._clock = clock
        self._failed_at: float | None = None

    @contextmanager
    def turn(self, words: str) -> Iterator[None]:
        """Hold a place. The body raises DatabaseSilent if the database does not answer.

        Errors: DatabaseSilent with the message `words` shortly after a failure, or if no place becomes free in time.
        """
        self._enter(words)
        try:
            yield
        except DatabaseSilent:
            self._failed_at = self._clock()
            raise
        except BaseException:  # any other failure: the database answered or was not used
            self._failed_at = None
            raise
        else:
            self._failed_at = None
        finally:
            self._places.release()

    def _enter(self, words: str) -> None:
        failed_at = self._failed_at
        if failed_at is not None and self._clock() < failed_at + REFUSE_S:
            raise DatabaseSilent(words, "it did not answer a moment ago")
        if not self._places.acquire(timeout=self._queue_s if failed_at is None else 0):
            self._failed_at = self._clock()
            raise DatabaseSilent(words, "every place at it is taken")
