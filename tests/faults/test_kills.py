"""kill -9 at any moment under four writers: nothing acknowledged is lost, nothing is half stored (BAD_INPUT 46).

The moments are counted, not timed: after so many requests and answers, and so many turns of a loop, as the number of
the kill has it by chance. What the other writers are doing then is as the machine has it.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from threading import Event

import pytest

from tests.clusters import NO_CLUSTER, Cluster, own_cluster
from tests.faults.servers import Server, killable_server
from tests.faults.soundness import assert_all_is_kept, assert_nothing_is_half_stored
from tests.faults.writers import Countdown, Remembered, Writer

WRITERS = 4
MAX_EVENTS = 40
MAX_TURNS = 100_000
KILLS = int(os.environ.get("STET_KILLS", "0"))

pytestmark = pytest.mark.timeout(3600)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with own_cluster() as cluster:
        if cluster is None:
            (pytest.fail if os.environ.get("STET_REQUIRE_POSTGRES") else pytest.skip)(NO_CLUSTER)
        yield cluster


class Crashes:
    """Four writers on one server, interrupted again and again."""

    def __init__(self, server: Server, url: str) -> None:
        self.server, self.url = server, url
        self.all = Remembered()

    def crash(self, number: int, kill: Callable[[], None]) -> None:
        """Let four write, `kill` at a moment of this number's, and look at what is there afterwards."""
        chance, stop, told = Random(number), Event(), [Remembered() for _ in range(WRITERS)]
        countdown = Countdown(chance.randint(1, MAX_EVENTS))
        with ThreadPoolExecutor(WRITERS) as threads:
            names = [f"kill {number}, writer {place}" for place in range(WRITERS)]
            writers = [Writer(name, self.server.port, countdown, own) for name, own in zip(names, told, strict=True)]
            writing = [threads.submit(writer.write, stop) for writer in writers]
            countdown.is_over.wait()
            for _ in range(chance.randrange(MAX_TURNS)):
                pass
            kill()
            stop.set()
        for each in writing:
            each.result()
        if not self.server.is_running:
            self.server.start()
        self._look(told)

    def _look(self, told: list[Remembered]) -> None:
        for own in told:
            assert_nothing_is_half_stored(self.url, own.untold)
            assert_all_is_kept(self.server.port, own)
            self.all.links += own.links
            self.all.versions |= own.versions
            self.all.untold += own.untold


def said(crashes: Crashes, kills: int, database: str) -> str:
    links = crashes.all.links
    deleted = sum(link.deletion == "done" for link in links)
    return (
        f"{database}: {kills} kills under {WRITERS} writers; acknowledged and kept: {len(links)} links, of which "
        f"{deleted} deleted for good, and {len(crashes.all.versions)} versions; {len(crashes.all.untold)} links "
        "that were refused, or of which nobody was told, are whole or not there"
    )


def test_on_sqlite_nothing_acknowledged_is_lost_and_nothing_is_half_stored(
    tmp_path: Path, tell: Callable[[str], None]
) -> None:
    kills = KILLS or 6
    with killable_server(DATA_DIR=tmp_path) as server:
        crashes = Crashes(server, f"sqlite:///{tmp_path / 'stet.sqlite3'}")
        for number in range(kills):
            crashes.crash(number, server.kill)
        assert_all_is_kept(server.port, crashes.all)
    assert crashes.all.links
    tell(said(crashes, kills, "SQLite"))


@pytest.mark.postgres
def test_on_postgresql_nothing_acknowledged_is_lost_and_nothing_is_half_stored(
    cluster: Cluster, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    """Of three kills one hits Stet, one both, and one PostgreSQL alone: then Stet goes on by itself."""
    kills = KILLS or 3
    with killable_server(DATA_DIR=tmp_path, DATABASE_URL=cluster.url) as server:
        crashes = Crashes(server, cluster.url)

        def kill_postgres() -> None:
            cluster.kill()
            cluster.start()
            while not server.is_ready():
                pass

        def kill_both() -> None:
            cluster.kill()
            server.kill()
            cluster.start()

        for number in range(kills):
            crashes.crash(number, (server.kill, kill_both, kill_postgres)[number % 3])
        assert_all_is_kept(server.port, crashes.all)
    assert crashes.all.links
    tell(said(crashes, kills, "PostgreSQL"))
