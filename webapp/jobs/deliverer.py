"""Announces new versions beside a worker, in a thread of its own: a receiver that is slow delays no capture."""

import logging

from webapp.jobs.rounds import Rounds
from webapp.services import Services

log = logging.getLogger(__name__)


class Deliverer:
    """Delivers what is due, if there is a webhook. `look_s`: how often it looks, in seconds."""

    def __init__(self, services: Services, look_s: float) -> None:
        self._services = services
        self._rounds = Rounds("stet-deliverer", "announcements", self._deliver, look_s)

    def start(self) -> None:
        """Deliver until `stop`, if there is anyone to deliver to."""
        if self._services.has_webhook:
            self._rounds.start()

    def stop(self) -> None:
        """Stop when what is being delivered has come to its end."""
        self._rounds.end()
        self._rounds.join()

    def _deliver(self) -> None:
        for told in self._services.deliver_announcements():
            if not told.is_sent:
                log.log(logging.ERROR if told.is_over else logging.WARNING, "%s: %s", told.title, told.said)
            if self._rounds.is_ending:
                return
