"""How many may be at the database at once, and when nobody need try: a database that hangs must not hang the program.

A thread that waits for the database is a thread that answers nobody. So those who may wait are fewer than the server's
threads, and after a failure nobody waits: who comes within a moment is refused at once, who comes later tries if there
is a place. There is no thread that asks again and again: the first request after the moment is the one that finds out.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from time import monotonic

from webapp.errors import DatabaseSilent

REFUSE_S = 1.0
"""For so long after a failure nobody tries. Much shorter than anybody's patience, much longer than a refusal takes."""


class Gate:
    """So many places. `queue_s` is the longest wait for one, while nothing has failed."""

    def __init__(self, places: int, queue_s: float, clock: Callable[[], float] = monotonic) -> None:
        self._places = BoundedSemaphore(places)
        self._queue_s = queue_s
        self._clock = clock
        self._failed_at: float | None = None

    @contextmanager
    def turn(self, words: str) -> Iterator[None]:
        """Hold a place. What is done there tells by DatabaseSilent that the database does not answer.

        Errors: DatabaseSilent, with these words, where nobody need try or no place becomes free.
        """
        self._enter(words)
        try:
            yield
        except DatabaseSilent:
            self._failed_at = self._clock()
            raise
        except BaseException:  # a failure of another kind: the database has answered, or was not asked
            self._failed_at = None
            raise
        else:
            self._failed_at = None
        finally:
            self._places.release()

    def _enter(self, words: str) -> None:
        failed_at = self._failed_at
        if failed_at is not None and self._clock() < failed_at + REFUSE_S:
            raise DatabaseSilent(words, "it did not a moment ago")
        if not self._places.acquire(timeout=self._queue_s if failed_at is None else 0):
            self._failed_at = self._clock()
            raise DatabaseSilent(words, "all who may be at it are waiting")
