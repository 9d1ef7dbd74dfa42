"""One deadline for all that a fetch does, however slowly it is answered.

Time-outs of sockets begin anew with each byte, so a server that sends one byte a second would hold a thread for hours.
Here a timer shuts the connection down, which wakes whatever waits for it.
"""

import os
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from socket import SHUT_RDWR, socket
from threading import Lock, Thread, Timer
from time import monotonic
from typing import Self, TypeVar

Answer = TypeVar("Answer")


class Deadline:
    """`seconds` from its entering to the end of all that it watches."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = monotonic() + seconds
        self._timer = Timer(seconds, self._shut_down)
        self._timer.daemon = True
        self._watched: list[socket] = []
        self._lock = Lock()

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._timer.cancel()
        with self._lock:
            for connection in self._watched:
                connection.close()
            self._watched.clear()

    @property
    def is_over(self) -> bool:
        return monotonic() >= self._end

    def left(self) -> float:
        """Return the seconds that are left. Errors: TimeoutError if there are none."""
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def watch(self, connection: socket) -> None:
        """Shut a connection down at the deadline. A handle of its own survives what TLS makes of the socket."""
        with self._lock:
            self._watched.append(socket(fileno=os.dup(connection.fileno())))
        if self.is_over:
            self._shut_down()

    def run(self, work: Callable[[], Answer]) -> Answer:
        """Return what `work` returns. Errors: its own; TimeoutError at the deadline, and then it ends unheard."""
        answer: Future[Answer] = Future()
        Thread(target=_settle, args=(answer, work), daemon=True).start()
        return answer.result(self.left())

    def _shut_down(self) -> None:
        with self._lock:
            for connection in self._watched:
                with suppress(OSError):
                    connection.shutdown(SHUT_RDWR)


def _settle(answer: Future[Answer], work: Callable[[], Answer]) -> None:
    try:
        answer.set_result(work())
    except Exception as error:
        answer.set_exception(error)
