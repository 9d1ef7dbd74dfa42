"""Programs that fetch, in processes of their own: Ctrl-C ends them cleanly, and they say what is left."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.watching.newsroom import Newsroom, make_stories, open_newsroom
from tests.test_cli import empty_folder, stet
from webapp.services import open_services
from webapp.settings import load_settings

__all__ = ["empty_folder"]

ROOT = Path(__file__).parents[1]
ENDED_BY_CTRL_C = 130


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with open_newsroom(make_stories(3, seed=1), lambda: 0.0) as opened:
        yield opened


@pytest.fixture(autouse=True)
def watched(empty_folder: Path, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three articles that are watched; the second one's page does not come to its end."""
    monkeypatch.setenv("STET_FETCH_HOSTS", f"127.0.0.1:{newsroom.port}")
    monkeypatch.setenv("STET_FETCH_SECONDS", "60")
    stet("watch", *(f"http://127.0.0.1:{newsroom.port}{path}" for path in newsroom.stories))
    newsroom.stories["/story1"].event = "slow"


def started(*arguments: str) -> "subprocess.Popen[str]":
    command = (sys.executable, "-m", "webapp", *arguments)
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)


def test_what_is_not_fetched_is_left(newsroom: Newsroom) -> None:
    before = len(newsroom.asked)
    with started("fetch", "--all") as process:
        while not any(request.path == "/story1" for request in newsroom.asked[before:]):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == ENDED_BY_CTRL_C
    assert out.splitlines()[-1] == "Fetched: 1 (0 changed, 1 unchanged, 0 failed). Left: 2."
    assert "Traceback" not in err


def test_a_server_fetches_what_is_due_beside_its_pages(newsroom: Newsroom) -> None:
    newsroom.stories["/story0"].sentences[3] = "The council of Lyon voted again on Tuesday, and said no."
    with open_services(load_settings()) as services, started("serve", "--port", "0") as process:
        while services.article(1).last_capture is None:
            assert process.poll() is None
        assert len(services.article(1).versions) == 2
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=120)
    assert "Traceback" not in err


def test_a_worker_says_what_is_due_when_it_ends() -> None:
    with started("work") as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=120)
    assert first == "Watched articles are fetched again. 3 are due.\n"
    assert (process.returncode, "Traceback" in err) == (0, False)
    assert out.splitlines()[-1].startswith("Left for the next worker: ")
