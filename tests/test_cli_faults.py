"""`stet …` while the database is locked or read-only: reading commands do not wait (BAD_INPUT 47)."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from webapp.cli import main


def stet(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.fixture
def link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A link between two samples, in a new data folder."""
    monkeypatch.setenv("STET_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("STET_DATABASE_ANSWER_SECONDS", "0.05")
    stet("seed")
    return stet("share", "1", "2").stdout.splitlines()[0]


@pytest.fixture
def locked(link: str, tmp_path: Path) -> Iterator[str]:
    """The link, while another program holds the write lock."""
    with closing(sqlite3.connect(tmp_path / "stet.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield link


def assert_it_is_read(link: str) -> None:
    assert len(stet("list").stdout.splitlines()) == 5
    assert stet("verify", link).exit_code == 0
    assert stet("export", link, "--format", "txt").exit_code == 0


def assert_it_is_not_written(words: str) -> None:
    for command in (("seed",), ("share", "1", "2")):
        result = stet(*command)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr
        assert len(result.stderr.splitlines()) == 1


def test_a_reader_takes_no_write_lock(locked: str) -> None:
    assert_it_is_read(locked)


def test_a_writer_reports_in_one_line_that_another_is_writing(locked: str) -> None:
    assert_it_is_not_written("The database does not answer")


def test_a_database_that_is_opened_for_reading_is_read(
    link: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STET_DATABASE_URL", f"sqlite:///file:{tmp_path / 'stet.sqlite3'}?mode=ro&uri=true")
    assert_it_is_read(link)
    assert_it_is_not_written("is read-only")
    assert {path.name for path in tmp_path.iterdir()} >= {"stet.sqlite3"}


def test_no_folder_is_made_of_an_address_that_is_a_uri(
    link: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STET_DATABASE_URL", f"sqlite:///file:{tmp_path / 'absent.sqlite3'}?mode=ro&uri=true")
    result = stet("list")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert not list(tmp_path.glob("file:*"))
    assert not list(tmp_path.glob("absent*"))
