"""PostgreSQL frozen, killed or read-only: 503, no thread that hangs for ever, and no restart (BAD_INPUT 47)."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psycopg
import pytest

from tests.clusters import NO_CLUSTER, Cluster, own_cluster
from tests.databases import empty_postgres, execute
from tests.web.routes import STORY
from tests.web.sites import Site, assert_they_say_503
from webapp.server import READERS
from webapp.settings import Settings

pytestmark = pytest.mark.postgres
CLIENTS = 20
WRITES = "options=-c%20default_transaction_read_only%3Doff"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with own_cluster() as cluster:
        if cluster is None:
            (pytest.fail if os.environ.get("STET_REQUIRE_POSTGRES") else pytest.skip)(NO_CLUSTER)
        yield cluster


@pytest.fixture
def site(cluster: Cluster, tmp_path: Path) -> Iterator[Site]:
    empty_postgres(cluster.url)
    site = Site(tmp_path / "data", cluster.url, database_answer_seconds=2)
    yield site
    site.database.close()


def test_with_postgresql_killed_every_route_that_needs_it_says_so_and_it_comes_back(
    site: Site, cluster: Cluster
) -> None:
    walked = site.calls()
    cluster.kill()
    assert_they_say_503(walked, site)
    cluster.start()
    site.let_a_moment_pass()
    assert site.client.get(f"/c/{site.link}").status_code == 200
    assert site.client.post("/articles", data={"text": STORY}).status_code == 303


def test_with_postgresql_frozen_every_route_that_needs_it_says_so_and_it_comes_back(
    site: Site, cluster: Cluster, tmp_path: Path
) -> None:
    hasty = Site(tmp_path / "hasty", cluster.url, database_answer_seconds=0.2)
    walked = hasty.calls()
    cluster.freeze()
    try:
        assert_they_say_503(walked, hasty)
    finally:
        cluster.thaw()
    hasty.let_a_moment_pass()
    assert hasty.client.get(f"/c/{hasty.link}").status_code == 200
    hasty.database.close()


@pytest.fixture
def server(cluster: Cluster, tmp_path: Path) -> Iterator[str]:
    """The address of `stet serve`, as it is by itself but for its patience, which is of minutes."""
    empty_postgres(cluster.url)
    names = {"DATA_DIR": tmp_path, "DATABASE_URL": cluster.url, "DATABASE_ANSWER_SECONDS": 600}
    told = {f"STET_{name}": str(value) for name, value in names.items()}
    paths = {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = (sys.executable, "-c", "from webapp.cli import main; main()", "serve", "--port", "0")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **told, **paths})
    assert process.stdout is not None
    yield next(line.split()[-1] for line in process.stdout if line.startswith("Stet is at"))
    process.kill()
    process.communicate()


def test_a_frozen_postgresql_leaves_a_thread_for_what_needs_none(server: str, cluster: Cluster) -> None:
    """Readers and writers wait for minutes, as many as may. Whoever comes after them is told, and health is well."""
    cluster.freeze()
    with ThreadPoolExecutor(CLIENTS) as threads:
        asked = [threads.submit(fetch, f"{server}/articles") for _ in range(CLIENTS)]
        asked += [threads.submit(fetch, f"{server}/api/v1/articles", b'{"text": "A story."}') for _ in range(CLIENTS)]
        try:
            assert fetch(f"{server}/healthz") == 200
            assert fetch(f"{server}/static/icon.svg") == 200
            assert not all(answer.done() for answer in asked)
        finally:
            cluster.thaw()
        assert {answer.result() for answer in asked} <= {200, 201, 429, 503}
    assert 200 in {fetch(f"{server}/articles") for _ in range(CLIENTS)}


def test_by_default_a_thread_is_left_whatever_the_database_does() -> None:
    settings = Settings()
    assert settings.database_readers + settings.database_writers < READERS


def fetch(address: str, body: bytes | None = None) -> int:
    try:
        with urlopen(Request(address, body, {"Content-Type": "application/json"}), timeout=300) as answer:
            return int(answer.status)
    except HTTPError as refusal:
        with refusal:
            return refusal.code


def test_a_postgresql_that_can_only_be_read_is_read_and_readiness_says_so(site: Site, cluster: Cluster) -> None:
    execute(f"{cluster.url}?{WRITES}", "ALTER DATABASE postgres SET default_transaction_read_only = on")
    site.database.close()
    try:
        assert site.client.get(f"/c/{site.link}").status_code == 200
        answer = site.client.post("/articles", data={"text": STORY})
        assert (answer.status_code, "is read-only" in answer.text) == (503, True)
        assert site.client.get("/readyz").text == "not ready: the database is read-only\n"
    finally:
        execute(f"{cluster.url}?{WRITES}", "ALTER DATABASE postgres SET default_transaction_read_only = off")


def test_a_statement_that_takes_too_long_is_ended_by_the_server_itself(site: Site, cluster: Cluster) -> None:
    """A lock that another program holds: the connection is kept, and nothing waits at the server for nobody."""
    hasty = Site(site.file.parent.with_name("hasty"), cluster.url, database_answer_seconds=0.2)
    with psycopg.connect(cluster.url) as other:
        other.execute("LOCK TABLE article IN ACCESS EXCLUSIVE MODE")
        assert hasty.client.get("/articles").status_code == 503
        waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
        assert other.execute(waiting).fetchone() == (0,)
    hasty.let_a_moment_pass()
    assert hasty.client.get("/articles").status_code == 200
    hasty.database.close()
