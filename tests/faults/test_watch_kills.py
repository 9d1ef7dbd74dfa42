"""kill -9 of workers at any moment: no edit of a watched story is missed, and none is two versions."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.databases import empty_postgres, execute
from tests.faults.watchers import Kills, killing
from webapp.settings import Settings

STORIES = 4
KILLS = int(os.environ.get("STET_KILLS", "0"))

pytestmark = pytest.mark.timeout(3600)


def look(kills: Kills, number: int, tell: Callable[[str], None], where: str) -> None:
    assert kills.wrong() == {}
    assert kills.newsroom.most_at_once == 1
    count = len(kills.newsroom.asked)
    tell(f"{where}: {number} kills over {STORIES} watched stories, {kills.versions} versions each; {count} requests")


def test_on_sqlite_no_version_is_missed_or_doubled(tmp_path: Path, tell: Callable[[str], None]) -> None:
    with killing(Settings(data_dir=tmp_path / "data"), STORIES, count=1) as kills:
        for number in range(KILLS or 2):
            kills.kill(number)
        look(kills, KILLS or 2, tell, "SQLite, one worker")


@pytest.mark.postgres
def test_on_postgresql_the_jobs_of_a_worker_that_is_gone_for_good_are_taken_over(
    postgres_url: str, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    empty_postgres(postgres_url)
    execute(postgres_url, "DROP SCHEMA IF EXISTS stet_jobs CASCADE")
    with killing(Settings(data_dir=tmp_path / "data", database_url=postgres_url), STORIES, count=2) as kills:
        for number in range(KILLS or 1):
            kills.kill(number)
        kills.kill(KILLS or 1, for_good=True)
        look(kills, (KILLS or 1) + 1, tell, "PostgreSQL, two workers, one of them killed for good")
