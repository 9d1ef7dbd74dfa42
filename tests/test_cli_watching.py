"""`stet watch` and `stet fetch`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.watching.newsroom import Newsroom, make_stories, open_newsroom
from tests.test_cli import empty_folder, stet

__all__ = ["empty_folder"]


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with open_newsroom(make_stories(2, seed=1), lambda: 0.0) as opened:
        yield opened


@pytest.fixture(autouse=True)
def number(empty_folder: Path, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> str:
    """The number of a watched article."""
    monkeypatch.setenv("STET_FETCH_HOSTS", f"127.0.0.1:{newsroom.port}")
    added = stet("watch", "--every", "30", f"http://127.0.0.1:{newsroom.port}/story0")
    assert (added.exit_code, "(fetched again every 30 minutes)" in added.stdout) == (0, True)
    return added.stdout.split()[0]


def test_what_is_watched_is_listed_until_it_is_watched_no_longer(number: str) -> None:
    assert "(every 30 minutes): not fetched again yet." in stet("watch").stdout
    assert stet("watch", number).exit_code == 0
    assert "(every hour)" in stet("watch").stdout
    assert "(watched no longer)" in stet("watch", "--stop", number).stdout
    assert stet("watch").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nine",), "nine: An article is named by its number"),
        (("99",), "99: There is no such article."),
        (("http://127.0.0.1/",), "is this server, or inside its network"),
    ],
)
def test_what_cannot_be_watched_is_one_line(arguments: tuple[str, ...], message: str) -> None:
    result = stet("watch", *arguments)
    assert (result.exit_code, message in result.stderr) == (2, True)


def test_all_are_fetched_and_summed_up(number: str, newsroom: Newsroom) -> None:
    stet("add", f"http://127.0.0.1:{newsroom.port}/story1")
    newsroom.stories["/story0"].sentences[3] = "The council of Lyon voted again on Tuesday, and said no."
    fetched = stet("fetch", "--all")
    assert fetched.exit_code == 0
    assert fetched.stdout.splitlines()[-1] == "Fetched: 2 (1 changed, 1 unchanged, 0 failed). Left: 0."
    assert f"{number}  a new version: " in fetched.stdout


def test_a_failure_is_said_and_is_the_exit_status(number: str, newsroom: Newsroom) -> None:
    newsroom.stories["/story0"].event = "404"
    fetched = stet("fetch", number)
    assert (fetched.exit_code, "answered 404 Not Found" in fetched.stderr) == (2, True)
    assert "Fetched: 1 (0 changed, 0 unchanged, 1 failed). Left: 0." in fetched.stdout


def test_a_host_that_wants_to_be_left_alone_for_long_is_left(number: str, newsroom: Newsroom) -> None:
    newsroom.stories["/story0"].event = "429"
    stet("fetch", number)
    fetched = stet("fetch", number)
    assert (fetched.exit_code, "wants to be left alone" in fetched.stderr) == (2, True)
    assert "Fetched: 0 (0 changed, 0 unchanged, 0 failed). Left: 1." in fetched.stdout


@pytest.mark.parametrize("arguments", [(), ("--all", "1")])
def test_what_is_to_be_fetched_must_be_said(arguments: tuple[str, ...]) -> None:
    assert "with --all" in stet("fetch", *arguments).stderr
