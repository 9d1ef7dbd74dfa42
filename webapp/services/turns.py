"""Turns for long work: a bounded number at once, so that pages never wait for it.

asked --- there is room ------------------------------> runs
      `-- none, but room to wait -- one has ended ----> runs
      |                          `- WAIT_S are over --> Busy
      `-- no room to wait ----------------------------> Busy
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from webapp.errors import Busy
from webapp.services.clients import Shares, half

WAIT_S = 10.0
RETRY_AFTER_S = 10


class Turns:
    """Gives turns, of which one client has at most half, both of those that run and of those that wait.

    A waiting request holds a thread, so the server has more threads than `at_once` and `waiting` together.
    """

    def __init__(self, at_once: int, waiting: int, wait_s: float = WAIT_S) -> None:
        self._running, self._waiting = Shares(half(at_once), at_once), Shares(half(waiting), waiting)
        self._wait_s = wait_s
        self._ended = Condition()

    @contextmanager
    def take(self, client: str) -> Iterator[None]:
        """Run the block as soon as it is the client's turn. Errors: Busy."""
        with self._ended:
            if not self._running.has_room(client):
                self._wait(client)
            self._running.take(client)
        try:
            yield
        finally:
            with self._ended:
                self._running.give_back(client)
                self._ended.notify_all()

    def _wait(self, client: str) -> None:
        if not self._waiting.has_room(client):
            raise _busy()
        self._waiting.take(client)
        try:
            if not self._ended.wait_for(lambda: self._running.has_room(client), self._wait_s):
                raise _busy()
        finally:
            self._waiting.give_back(client)


def _busy() -> Busy:
    return Busy(
        "The server is busy: as many comparisons and files are being made, or addresses fetched, as it does at once. "
        f"Nothing was stored. Try again in {RETRY_AFTER_S} seconds.",
        RETRY_AFTER_S,
    )
