"""`stet diff`, `stet add` and `stet share` take the address of a page in place of a file. The site is a real server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.fetching.sites import Site, answer, site
from webapp.cli import main

NINE = "<!doctype html><title>Mayor</title><p>The mayor of Lyon said no on Monday. Nobody else came."
INSIDE = "127.0.0.1 is this server, or inside its network, so it is not fetched. An administrator can list it in "


@pytest.fixture
def news() -> Iterator[Site]:
    with site({"/nine": answer(NINE), "/gone": answer(status="404 x")}) as served:
        yield served


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with a file, and with a setting that lets the command ask the site."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("STET_DATA_DIR", str(tmp_path / "data"))
    Path("noon.txt").write_text("The mayor of Lyon said yes on Monday. Nobody else came.", encoding="utf-8")


@pytest.fixture
def base(news: Site, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("STET_FETCH_HOSTS", f"127.0.0.1:{news.port}")
    return f"http://127.0.0.1:{news.port}"


def stet(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_an_address_is_compared_with_a_file(base: str) -> None:
    result = stet("diff", f"{base}/nine", "noon.txt")
    assert result.exit_code == 1
    assert "[-no-] {+yes+}" in result.stdout


def test_an_address_is_added_once(base: str) -> None:
    stet("seed")
    for _ in range(2):
        result = stet("add", f"{base}/nine", "noon.txt")
        assert (result.exit_code, result.stdout.splitlines()[0]) == (0, f"    6  Mayor ({base}/nine)")
    assert len(stet("list").stdout.splitlines()) == 7


def test_an_address_is_shared(base: str) -> None:
    stet("seed")
    link = stet("share", f"{base}/nine", "noon.txt").stdout.splitlines()[0]
    assert f"Fetched from {base}/nine" in " ".join(stet("export", link, "--format", "txt").stdout.split())


def test_what_cannot_be_fetched_is_said_in_one_line(base: str) -> None:
    """BAD_INPUT 16."""
    result = stet("diff", f"{base}/gone", "noon.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: 127.0.0.1 answered 404 Not Found instead of a page. Nothing was stored.\n"
    stet("seed")
    added = stet("add", f"{base}/gone", "noon.txt")
    assert (added.exit_code, added.stderr) == (2, result.stderr.removeprefix("Error: "))
    assert "(noon.txt)" in added.stdout


def test_an_address_inside_is_refused_without_a_setting(news: Site) -> None:
    """BAD_INPUT 1 and 8."""
    assert INSIDE in stet("diff", "http://127.0.0.1/", "noon.txt").stderr
    assert "Port" in stet("diff", f"http://127.0.0.1:{news.port}/nine", "noon.txt").stderr
    assert news.connections == 0
