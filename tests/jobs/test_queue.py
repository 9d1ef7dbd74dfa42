"""The queue of captures: once each, one at a time for a host, and opened anew after it could not be."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import wraps
from pathlib import Path
from threading import Event
from typing import ParamSpec

import pytest

from webapp.jobs.job import Job
from webapp.jobs.queue import Do, JobQueue, jobs_url

MOMENT = datetime(2026, 11, 2, 9, 14, 0, 123456, tzinfo=UTC)
QUICK_S = 0.05


P = ParamSpec("P")


def in_a_thread(test: Callable[P, None]) -> Callable[P, None]:
    """Run a test in a thread, as a worker does: DBOS refuses one with an event loop, as tests with a browser leave."""

    @wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with ThreadPoolExecutor(1) as worker:
            worker.submit(test, *args, **kwargs).result()

    return run


@contextmanager
def opened(folder: Path, do: Do) -> Iterator[JobQueue]:
    queue = JobQueue(f"sqlite:///{folder / 'stet.sqlite3'}", "here/1/a", do, QUICK_S)
    try:
        yield queue
    finally:
        queue.close()


@in_a_thread
def test_a_job_that_is_asked_for_again_is_done_once(tmp_path: Path) -> None:
    done: list[Job] = []
    with opened(tmp_path, lambda article, moment: done.append(Job(article, moment))) as queue:
        for _ in range(3):
            queue.put(Job(1, MOMENT), "news.example")
        while queue.put(Job(1, MOMENT), "news.example"):
            pass
    assert done == [Job(1, MOMENT)]


@in_a_thread
def test_a_host_has_one_job_at_a_time_and_another_host_does_not_wait(tmp_path: Path) -> None:
    began: list[int] = []
    two, go_on = Event(), Event()

    def do(article: int, _: datetime) -> None:
        began.append(article)
        if len(began) == 2:
            two.set()
        go_on.wait(60)

    with opened(tmp_path, do) as queue:
        for article, host in ((1, "one.example"), (2, "one.example"), (3, "two.example")):
            queue.put(Job(article, MOMENT), host)
        assert two.wait(60)
        assert sorted(began) == [1, 3]
        go_on.set()
        while queue.put(Job(2, MOMENT), "one.example"):
            pass
    assert sorted(began) == [1, 2, 3]


@in_a_thread
def test_what_a_worker_that_is_gone_left_behind_is_named(tmp_path: Path) -> None:
    began, go_on = Event(), Event()

    def do(*_: object) -> None:
        began.set()
        go_on.wait(60)

    with opened(tmp_path, do) as queue:
        queue.put(Job(1, MOMENT), "news.example")
        assert began.wait(60)
        assert queue.give_up("elsewhere/1/b") == []
        assert queue.give_up("here/1/a") == [Job(1, MOMENT)]
        assert not queue.put(Job(1, MOMENT), "news.example")
        go_on.set()


@in_a_thread
def test_jobs_that_were_done_long_ago_are_forgotten(tmp_path: Path) -> None:
    with opened(tmp_path, lambda *_: None) as queue:
        while queue.put(Job(1, MOMENT), "news.example"):
            pass
        queue.remove_done()
        assert not queue.put(Job(1, MOMENT), "news.example")
        queue.remove_done(timedelta(seconds=-60))
        assert queue.put(Job(1, MOMENT), "news.example")


@in_a_thread
def test_a_queue_that_could_not_be_opened_is_opened_the_next_time(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="unable to open"), opened(tmp_path / "missing", print):
        pass
    with opened(tmp_path, print) as queue:
        assert queue.put(Job(1, MOMENT), "news.example")


@pytest.mark.parametrize(
    ("database", "jobs"),
    [
        ("sqlite:////data/stet.sqlite3", "sqlite:////data/stet.jobs.sqlite3"),
        ("postgresql+psycopg://me:secret@db/stet?sslmode=require", "postgresql://me:secret@db/stet?sslmode=require"),
    ],
)
def test_jobs_are_kept_beside_the_database_or_in_it(database: str, jobs: str) -> None:
    assert jobs_url(database) == jobs


def test_a_job_has_one_name_and_is_read_from_it() -> None:
    assert Job.of(Job(12, MOMENT).name) == Job(12, MOMENT)
