"""A worker: it looks for what is due, asks for it, takes over what others left behind, and announces what came of it.

watches that are due -> jobs, each once -> a turn at the host -> captured
          ^---- a job came to no end: due a minute later, as another job
"""

import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pkgutil import resolve_name
from time import monotonic
from typing import Protocol, cast

from webapp.errors import Unavailable
from webapp.jobs.deliverer import Deliverer
from webapp.jobs.job import Job
from webapp.jobs.rounds import Rounds
from webapp.services import SEEN_EVERY, Clock, Services

QUEUE = "webapp.jobs.queue:JobQueue"
LOOK_S = 10.0
"""How often a worker looks for what is due. Range: 1..60 seconds. Why: the shortest watch is of 15 minutes."""

POLL_S = 2.0
"""How often a worker looks for jobs. Range: .5..10 seconds. Why: at one second a worker that has nothing to do takes
more of a core than all else that an idle server does."""

A_MOMENT = timedelta(seconds=1)
"""By which what a worker that is gone left behind is due later, so that it is another job. Range: any."""

MAX_PUT = 200
"""Captures that are asked for at a look. Range: any. Why: the next look asks for more."""

REMOVED_EVERY_S = 600.0

log = logging.getLogger(__name__)


class Queue(Protocol):
    """What a worker needs of a queue."""

    def put(self, job: Job, host: str) -> bool: ...
    def give_up(self, worker: str) -> Sequence[Job]: ...
    def remove_done(self) -> None: ...
    def close(self) -> None: ...


class Worker:
    """A worker of this process. The queue is opened when something is due for the first time.

    look_s  how often it looks for what is due; `poll_s`: and for jobs
    clock   seconds, by which it says that it runs
    """

    def __init__(
        self,
        services: Services,
        database_url: str,
        look_s: float = LOOK_S,
        poll_s: float = POLL_S,
        clock: Clock = monotonic,
    ) -> None:
        self._services = services
        self._url = database_url
        self._poll_s = poll_s
        self._clock = clock
        self._name = services.worker
        self._queue: Queue | None = None
        self._next_seen = self._next_removed = 0.0
        self._rounds = Rounds("stet-worker", "what is due", self.look, look_s)
        self._deliverer = Deliverer(services, look_s)

    def start(self) -> None:
        """Work in a thread of its own until `stop`."""
        self._rounds.start()
        self._deliverer.start()

    def stop(self) -> None:
        """Stop working. A capture that runs is left to the next worker."""
        self._rounds.end()
        self._deliverer.stop()
        self._rounds.join()
        if self._queue:
            with suppress(Unavailable):
                self._services.forget_worker(self._name)
            self._queue.close()

    def look(self) -> int:
        """Ask for what is due, and return how much that is. Errors: Unavailable."""
        due = self._services.due(MAX_PUT)
        if due and self._queue is None:
            self._queue = self._open()
        if self._queue is None:
            return 0
        self._be_seen(self._queue)
        for each in due:
            if not self._queue.put(Job(each.article_id, each.moment), each.host):
                self._services.postpone(each.article_id, each.moment)
        return len(due)

    def _open(self) -> Queue:
        self._services.join_workers(self._name)
        return cast(Queue, resolve_name(QUEUE)(self._url, self._name, self._capture, self._poll_s))

    def _be_seen(self, queue: Queue) -> None:
        """Say that this worker runs, and take over from those that do not."""
        now = self._clock()
        if now >= self._next_seen:
            for gone in self._services.join_workers(self._name):
                for left in queue.give_up(gone):
                    self._services.postpone(left.article_id, left.moment, left.moment + A_MOMENT)
                self._services.forget_worker(gone)
            self._next_seen = now + SEEN_EVERY.total_seconds()
        if now >= self._next_removed:
            queue.remove_done()
            self._next_removed = now + REMOVED_EVERY_S

    def _capture(self, article_id: int, moment: datetime) -> None:
        try:
            self._services.capture_due(article_id, moment)
        except Unavailable as error:
            log.warning("A capture came to no end: %s", error.reason or error.message)
        except Exception:
            log.exception("The capture of article %s failed.", article_id)
