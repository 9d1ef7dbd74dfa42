"""The queue of captures, on DBOS: what is asked for twice is one job, and a host has one job at a time.

The article's own row says when it is due, and moves on in the transaction that stores what came of it. So a job may be
done twice, or not at all, and still no version is doubled or missed: one that was done finds nothing due, and what is
due gets another job. DBOS keeps the order, the turns of hosts and what several workers share.

DBOS knows one program at a time: there is one queue in a process.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dbos import DBOS, DBOSConfig, SetEnqueueOptions, SetWorkflowID
from sqlalchemy import make_url

from webapp.jobs.job import Job

QUEUE = "captures"
AT_ONCE = 4
"""Captures of one worker at the same time. Range: 1..16. Why: each may have a comparison to wait for."""

NOTIFIED_S = 2.0
"""How often DBOS looks for messages between jobs, of which there are none. Range: .5..10 seconds. Why: the end of a
worker waits for it."""

FORM = "1"
"""Of the jobs. A worker takes none of another form."""

WAITING = ("ENQUEUED", "DELAYED", "PENDING")
KEPT = timedelta(hours=1)
"""For which jobs that are done are kept. Range: 15 minutes..1 day. Why: asked for again they would be done again, which
changes nothing but takes a moment."""

MAX_REMOVED = 1_000

Do = Callable[[int, datetime], object]

_doing: list[Do] = []


@DBOS.workflow()
def capture(article_id: int, moment: str) -> None:
    """Capture what was due at a moment. Whatever goes wrong is noted by whoever does it, or tried again later."""
    for do in _doing:
        do(article_id, datetime.fromisoformat(moment))


class JobQueue:
    """The queue of one worker. `do` captures an article that was due at a moment."""

    def __init__(self, database_url: str, worker: str, do: Do, poll_s: float) -> None:
        _doing[:] = [do]
        config: DBOSConfig = {
            "name": "stet",
            "system_database_url": jobs_url(database_url),
            "dbos_system_schema": "stet_jobs",
            "executor_id": worker,
            "application_version": FORM,
            "log_level": "ERROR",
            "use_listen_notify": False,
            "scheduler_polling_interval_sec": 60.0,
            "notification_listener_polling_interval_sec": NOTIFIED_S,
        }
        try:
            DBOS(config=config)
            DBOS.launch()
            DBOS.register_queue(QUEUE, partition_concurrency=1, worker_concurrency=AT_ONCE, polling_interval_sec=poll_s)
        except BaseException:
            DBOS.destroy()
            raise

    def put(self, job: Job, host: str) -> bool:
        """Ask for a capture, unless it was asked for. Return whether it is waited for.

        If it is not, this very job came to its end before, and what it was to do is perhaps still to be done.
        """
        with SetWorkflowID(job.name), SetEnqueueOptions(queue_partition_key=host or "none"):
            asked = DBOS.enqueue_workflow(QUEUE, capture, job.article_id, job.moment.isoformat())
        return asked.get_status().status in WAITING

    def give_up(self, worker: str) -> Sequence[Job]:
        """End the jobs of a worker that is gone, and return them: they are asked for anew."""
        left = [each.workflow_id for each in DBOS.list_workflows(executor_id=worker, status="PENDING")]
        DBOS.cancel_workflows(left)
        return [Job.of(name) for name in left]

    def remove_done(self, kept: timedelta = KEPT) -> None:
        """Forget jobs that were done longer ago than they are kept."""
        before = (datetime.now(UTC) - kept).isoformat()
        done = DBOS.list_workflows(completed_before=before, limit=MAX_REMOVED)
        DBOS.delete_workflows([each.workflow_id for each in done])

    def close(self) -> None:
        """Stop. What runs is given up, and taken over by another worker."""
        DBOS.destroy()


def jobs_url(database_url: str) -> str:
    """Return where the jobs are kept: on SQLite in a file of their own beside the database, else in a schema in it."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        return url.set(drivername="postgresql").render_as_string(hide_password=False)
    file = Path(url.database or "")
    return url.set(database=str(file.with_name(f"{file.stem}.jobs{file.suffix}"))).render_as_string()
