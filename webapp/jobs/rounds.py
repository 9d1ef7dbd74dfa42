"""Looks for what is to be done, again and again, in a thread of its own."""

import logging
from collections.abc import Callable
from threading import Event, Thread

from webapp.errors import Unavailable

log = logging.getLogger(__name__)


class Rounds:
    """Calls `look` every `every_s` seconds, also after a failure, which is logged. `what` it looks for: for the log."""

    def __init__(self, name: str, what: str, look: Callable[[], object], every_s: float) -> None:
        self._what = what
        self._look = look
        self._every_s = every_s
        self._stop = Event()
        self._thread = Thread(target=self._run, name=name, daemon=True)

    @property
    def is_ending(self) -> bool:
        """Return whether a look should come to its end."""
        return self._stop.is_set()

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        """Begin no other round."""
        self._stop.set()

    def join(self) -> None:
        """Wait for the end of the last round, if there was one."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while True:
            try:
                self._look()
            except Unavailable as error:
                log.warning("The database cannot be asked for %s: %s", self._what, error.reason or error.message)
            except Exception:
                log.exception("A look at %s failed. The next one is in %s seconds.", self._what, self._every_s)
            if self._stop.wait(self._every_s):
                return
