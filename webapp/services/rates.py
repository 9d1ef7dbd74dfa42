"""How often each client may do something in a minute."""

from collections import OrderedDict, deque
from collections.abc import Callable
from math import ceil
from threading import Lock

from webapp.errors import TooMany

Clock = Callable[[], float]
WINDOW_S = 60


class Rate:
    """Lets each client do a thing `most` times in any minute; without limit if `most` is 0.

    what    the things, as a message calls them
    clock   seconds that never run backwards
    """

    def __init__(self, most: int, what: str, clock: Clock) -> None:
        self._most, self._what, self._clock = most, what, clock
        self._moments: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def take(self, client: str, times: int = 1) -> None:
        """Count what a client is about to do. What is refused is not counted. Errors: TooMany says how long to wait."""
        if self._most and times:
            with self._lock:
                self._count(client, min(times, self._most), self._clock())

    def _count(self, client: str, times: int, now: float) -> None:
        self._forget(now - WINDOW_S)
        moments = self._moments.get(client, deque())
        while moments and moments[0] <= now - WINDOW_S:
            moments.popleft()
        excess = len(moments) + times - self._most
        if excess > 0:
            raise self._too_many(ceil(moments[excess - 1] + WINDOW_S - now))
        moments.extend([now] * times)
        self._moments[client] = moments
        self._moments.move_to_end(client)

    def _forget(self, before: float) -> None:
        """Drop the clients without a request in the last minute. They come first: a request moves its client last."""
        while self._moments and next(iter(self._moments.values()))[-1] <= before:
            self._moments.popitem(last=False)

    def _too_many(self, wait_s: int) -> TooMany:
        return TooMany(
            f"At most {self._most:,} {self._what} a minute are taken from one address, and yours has had them. "
            f"Nothing was stored. Try again in {wait_s} seconds.",
            wait_s,
        )
