"""Announces new versions beside a worker, in a thread of its own: a receiver that is slow delays no capture."""

import logging
from threading import Event, Thread

from webapp.errors import Unavailable
from webapp.services import Services

log = logging.getLogger(__name__)


class Deliverer:
    """Delivers what is due, if there is a webhook. `look_s`: how often it looks, in seconds."""

    def __init__(self, services: Services, look_s: float) -> None:
        self._services = services
        self._look_s = look_s
        self._stop = Event()
        self._thread = Thread(target=self._run, name="stet-deliverer", daemon=True)

    def start(self) -> None:
        """Deliver until `stop`, if there is anyone to deliver to."""
        if self._services.has_webhook:
            self._thread.start()

    def stop(self) -> None:
        """Stop when what is being delivered has come to its end."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while True:
            try:
                self._deliver()
            except Unavailable as error:
                log.warning("The database cannot be asked for announcements: %s", error.reason or error.message)
            except Exception:
                log.exception("A delivery failed. The next look is in %s seconds.", self._look_s)
            if self._stop.wait(self._look_s):
                return

    def _deliver(self) -> None:
        for told in self._services.deliver_announcements():
            if not told.is_sent:
                log.log(logging.ERROR if told.is_over else logging.WARNING, "%s: %s", told.title, told.said)
            if self._stop.is_set():
                return
