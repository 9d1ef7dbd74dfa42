"""The verbs of programs that do jobs: each says that it runs, and learns which of the others are gone."""

import os
from collections.abc import Sequence
from datetime import timedelta
from socket import gethostname
from uuid import uuid4

from webapp.services.base import Verbs

MISSED = timedelta(minutes=2)
"""After which a worker that was not seen is taken for gone. Range: 1..10 minutes; three times `SEEN_EVERY` at least.
Why: a machine that is busy, or was asleep, does not run for a while."""

SEEN_EVERY = timedelta(seconds=20)
"""How often a worker says that it runs. Range: 5..60 seconds."""


class JobWorkers(Verbs):
    """The verbs of programs that do jobs."""

    def join_workers(self, name: str) -> Sequence[str]:
        """Say that a worker runs, and return the names of those that are gone."""
        now = self._clock()
        with self._write() as store:
            store.workers.note(name, now)
            known = store.workers.all()
        return [other for other, seen in known if other != name and (seen < now - MISSED or has_died(other))]

    def forget_worker(self, name: str) -> None:
        """Forget a worker, whose jobs were taken over or are done."""
        with self._write() as store:
            store.workers.remove(name)


def worker_name() -> str:
    """Return a name that no other worker has: the machine, the number of the process, and something by chance."""
    return f"{gethostname()}/{os.getpid()}/{uuid4().hex}"


def has_died(name: str) -> bool:
    """Return whether a worker of this machine has no process any more. Of another machine's nothing is known."""
    machine, _, process = name.rpartition("/")[0].rpartition("/")
    if machine != gethostname():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
