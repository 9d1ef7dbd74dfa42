"""Comparisons in processes of their own, so that a long one does not hold the interpreter that draws the pages.

short texts --> compared in this thread: handing them over would take longer than comparing them
long texts ---> compared in a process of the pool; processes start when they are first needed. Where none can start
                (a script that serves without `if __name__ == "__main__"`), they are compared in this thread too

A thread of the server waits for each comparison, so the pool's size bounds nothing: `services/turns.py` does.
"""

import logging
import os
import signal
from collections.abc import Callable
from concurrent.futures import CancelledError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process
from threading import Lock, Thread

from webapp.engine import Comparison, compare
from webapp.engine.options import Options
from webapp.errors import Busy

Compare = Callable[[str, str, Options], Comparison]

# Characters of both texts up to which a comparison is made in place; 5,000..50,000, default 20,000. News of that length
# takes 20 ms, to which a process adds 1 ms for the way there and back and, the first time, 300 ms to start.
MAX_CHARS_IN_PLACE = 20_000

# Comparisons after which a process is replaced: the allocator keeps what one large comparison took.
MAX_COMPARISONS_OF_ONE = 50

# Added to the server's own niceness; 0..19, default 10. Beside four comparisons of 100,000 words on two processors the
# 95th percentile of `/healthz` fell from 3.3 times that of an idle server to 2.3 times.
NICENESS = 10

RETRY_AFTER_S = 30


class Pool:
    """Compares long texts in at most `processes` processes."""

    def __init__(self, processes: int, max_chars_in_place: int = MAX_CHARS_IN_PLACE) -> None:
        self._processes = processes
        self._max_chars_in_place = max_chars_in_place
        self._executor: ProcessPoolExecutor | None = None
        self._can_start: bool | None = None
        self._is_closed = False
        self._lock = Lock()

    def compare(self, old: str, new: str, options: Options) -> Comparison:
        """Compare as `engine.compare` does. Errors: Busy if the process was killed, most likely for lack of memory.

        When one process is killed, the executor gives up all of them: a comparison that ran beside the fatal one is
        tried a second time.
        """
        if len(old) + len(new) <= self._max_chars_in_place:
            return compare(old, new, options)
        for _ in range(2):
            executor = self._running()
            if not executor:
                return compare(old, new, options)
            try:
                return executor.submit(compare, old, new, options).result()
            except (BrokenProcessPool, CancelledError):
                self._discard(executor)
        raise Busy("This comparison was stopped, most likely because the server's memory is full.", RETRY_AFTER_S)

    def close(self) -> None:
        """Stop all processes, whatever they compute. Long texts are Busy from now on."""
        with self._lock:
            self._is_closed = True
            executor, self._executor = self._executor, None
        if executor:
            executor.shutdown(wait=False, cancel_futures=True)
            for child in active_children():
                child.terminate()
                child.join()

    def _running(self) -> ProcessPoolExecutor | None:
        """Return the executor, started if it must be; None where the first one could not start a process."""
        with self._lock:
            if self._is_closed:
                raise Busy("The server is stopping.", RETRY_AFTER_S)
            if not self._executor and self._can_start is not False:
                executor = self._new_executor()
                if self._can_start is None:
                    self._can_start = _starts(executor)
                self._executor = executor if self._can_start else None
            return self._executor

    def _new_executor(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._processes,
            # A fork would copy the locks that other threads of the server hold just then.
            mp_context=get_context("spawn"),
            initializer=_prepare,
            max_tasks_per_child=MAX_COMPARISONS_OF_ONE,
        )

    def _discard(self, executor: ProcessPoolExecutor) -> None:
        """Forget a broken executor, unless another thread has put a new one in its place."""
        with self._lock:
            if self._executor is executor:
                self._executor = None


def _starts(executor: ProcessPoolExecutor) -> bool:
    try:
        executor.submit(os.getpid).result()
    except BrokenProcessPool:
        logging.getLogger("stet").warning("No process can be started: long comparisons will hold up the pages.")
        return False
    return True


def _prepare() -> None:
    """Leave Ctrl-C to the server, and end when the server has ended, however it did.

    A process yields the processor to the threads that draw pages: these take milliseconds, a long comparison seconds.
    """
    os.nice(NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(0)
