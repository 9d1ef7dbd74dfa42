"""Watching measured: rounds of a newsroom by a seeded script, and what 1,000 watches cost a machine that is idle.

    python -m tests.bench.watching rounds 20 200
    python -m tests.bench.watching idle 1000

The kills are `STET_KILLS=50 pytest tests/faults/test_watch_kills.py`.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from tests.services.watching.newsroom import FAILURES, TIMED, make_stories, open_newsroom
from tests.services.watching.rounds import Clock, Rounds
from webapp.services import Paste, Services, open_services
from webapp.services.watching.times import MAX_MINUTES
from webapp.settings import load_settings
from webapp.storage.database import Database

SEED = 7
SLOW_S = 2.0
SETTLING_S = 30
IDLE_S = 60
LATER = datetime(2100, 1, 1, tzinfo=UTC)
TICKS = os.sysconf("SC_CLK_TCK")


def rounds(stories: int, count: int) -> None:
    """Print what happened in so many rounds, and everything that was not as it had to be."""
    clock = Clock()
    with (
        TemporaryDirectory() as folder,
        open_newsroom(make_stories(stories, SEED), clock.seconds) as newsroom,
    ):
        database = Database(f"sqlite:///{folder}/stet.sqlite3")
        database.migrate()
        fetch = newsroom.gate(seconds=SLOW_S).fetch
        services = Services(database, load_settings(data_dir=Path(folder)), fetch=fetch, clock=clock)
        began = monotonic()
        watched = Rounds(services, newsroom, clock, SEED, (*FAILURES, *TIMED))
        watched.run(count)
        print(f"{stories} stories, {count} rounds, {monotonic() - began:.0f} s, {len(newsroom.asked)} requests")
        print("events at captures:", dict(watched.happened.most_common()))
        print("versions beside the first:", sum(known.versions - 1 for known in watched.known.values()))
        print(f"most requests at once: {newsroom.most_at_once}; too soon: {len(newsroom.too_soon)}")
        print(f"wrong: {len(watched.wrong)}", *watched.wrong, sep="\n")
        database.close()


def idle(watches: int) -> None:
    """Print the share of a core that a server takes with so many watches, of which none is due."""
    with TemporaryDirectory() as folder, serving(Path(folder), watches) as process:
        sleep(SETTLING_S)
        before = ticks(process.pid)
        sleep(IDLE_S)
        share = (ticks(process.pid) - before) / TICKS / IDLE_S
        print(f"{watches} watches, none due, for {IDLE_S} s: {share:.2%} of a core")


@contextmanager
def serving(folder: Path, watches: int) -> Iterator["subprocess.Popen[bytes]"]:
    """Yield a server with so many watches; one was captured, in vain, so that its queue is open."""
    with open_services(load_settings(data_dir=folder), create=True) as services:
        for number in range(watches):
            page = Paste(f"Story {number}.", origin="url", evidence={"address": f"https://127.0.0.1:1/{number}"})
            article_id = services.add_article(page)
            watch = services.watch(article_id, MAX_MINUTES)
            if number:
                services.postpone(article_id, watch.due, LATER)
    env = {**os.environ, "STET_DATA_DIR": str(folder)}
    with subprocess.Popen((sys.executable, "-m", "webapp", "serve", "--port", "0"), env=env) as process:
        yield process
        process.terminate()


def ticks(process: int) -> int:
    """Return the time that a process has run, in the ticks of the system's clock. Linux alone has this file."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


if __name__ == "__main__":
    what, *numbers = sys.argv[1:]
    {"rounds": rounds, "idle": idle}[what](*map(int, numbers))
