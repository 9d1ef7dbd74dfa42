"""Commands that only read an existing database make none, nor a folder for it: a mistyped path leaves no trace."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.databases import count_rows, empty_postgres
from webapp.cli import main

LINK = "A" * 22
READERS = [("list",), ("list", "mayor"), ("verify", LINK), ("export", LINK), ("prune",), ("share", "1", "2")]


@pytest.fixture(params=READERS, ids=" ".join)
def command(request: pytest.FixtureRequest) -> tuple[str, ...]:
    given: tuple[str, ...] = request.param
    return given


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def stet(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def assert_there_is_none(result: Result, place: str) -> None:
    assert (result.exit_code, result.stdout) == (2, "")
    made_by = "stet serve and stet seed make one"
    said = f"There is no database of Stet at {place} (STET_DATABASE_URL, STET_DATA_DIR). {made_by}."
    assert result.stderr == f"Error: {said}\n"


@pytest.mark.parametrize("ending", ["", "?mode=rw&uri=true"])
def test_a_mistyped_path_makes_neither_file_nor_folder(
    command: tuple[str, ...], here: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    file = here / "typo" / "data" / "stet.sqlite3"
    monkeypatch.setenv("STET_DATABASE_URL", f"sqlite:///{'file:' if ending else ''}{file}{ending}")
    assert_there_is_none(stet(*command), str(file))
    assert list(here.iterdir()) == []


def test_a_data_folder_that_does_not_exist_is_not_made(
    command: tuple[str, ...], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STET_DATA_DIR", str(here / "typo"))
    assert_there_is_none(stet(*command), str(here / "typo" / "stet.sqlite3"))
    assert list(here.iterdir()) == []


def test_an_empty_file_stays_empty(command: tuple[str, ...], here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = here / "empty.sqlite3"
    file.touch()
    monkeypatch.setenv("STET_DATABASE_URL", f"sqlite:///{file}")
    assert_there_is_none(stet(*command), str(file))
    assert [path.name for path in here.iterdir()] == ["empty.sqlite3"]
    assert file.read_bytes() == b""


def test_a_database_of_another_program_is_left_as_it_is(
    command: tuple[str, ...], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = here / "notes.sqlite3"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE note (body TEXT)")
    before = file.read_bytes()
    monkeypatch.setenv("STET_DATABASE_URL", f"sqlite:///{file}")
    assert_there_is_none(stet(*command), str(file))
    assert [path.name for path in here.iterdir()] == ["notes.sqlite3"]
    assert file.read_bytes() == before


@pytest.mark.postgres
def test_an_empty_database_of_postgresql_stays_empty(
    command: tuple[str, ...], postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty_postgres(postgres_url)
    monkeypatch.setenv("STET_DATABASE_URL", postgres_url)
    assert_there_is_none(stet(*command), postgres_url.replace("postgresql:", "postgresql+psycopg:"))
    assert count_rows(postgres_url) == {}


def test_seeding_makes_one(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STET_DATABASE_URL", f"sqlite:///{here / 'new' / 'stet.sqlite3'}")
    assert stet("seed").exit_code == 0
    assert len(stet("list").stdout.splitlines()) == 5
