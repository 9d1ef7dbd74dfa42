"""What is deleted is in no file of SQLite's afterwards: neither in the database nor in its write-ahead log."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from tests.databases import execute
from tests.services.test_deleting import KEY, end, share
from webapp.errors import NotFound
from webapp.services import Paste, Services
from webapp.settings import Settings
from webapp.storage.database import Database

WORD = b"zanzibar"
SIDES = (Paste("The mayor of Zanzibar said no. zanzibar"), Paste("The mayor of zanzibar said yes."))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "stet.sqlite3"


@pytest.fixture
def url(file: Path) -> str:
    return f"sqlite:///{file}"


@contextmanager
def opened(url: str) -> Iterator[Services]:
    with closing(Database(url)) as database:
        database.migrate()
        yield Services(database, Settings())


@pytest.fixture
def server(url: str) -> Iterator[Services]:
    """A program that goes on: whoever closes a database last empties its log by that alone."""
    with opened(url) as services:
        yield services


@contextmanager
def reader(file: Path) -> Iterator[None]:
    """Another program that reads: as long as it does, SQLite keeps the log."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM text").fetchone()
        yield


def found_in(file: Path) -> list[str]:
    """Return the names of the files that hold the word."""
    return [path.name for path in sorted(file.parent.iterdir()) if WORD in path.read_bytes().lower()]


def test_a_deleted_text_is_in_no_file(server: Services, file: Path) -> None:
    public_id = share(server, *SIDES)
    assert found_in(file)
    server.delete(public_id, KEY)
    assert found_in(file) == []


def test_neither_is_one_among_many(server: Services, file: Path) -> None:
    """Rows that move from page to page leave no copies behind."""
    others = [Paste(f"{'Another story. ' * (place % 7 * 40)} Number {place}.") for place in range(40)]
    links = [share(server, SIDES[0], other) for other in others]
    for link in links[::2] + links[1::2]:
        server.delete(link, KEY)
    assert found_in(file) == []


def test_neither_is_one_that_was_withdrawn_or_has_ended(server: Services, file: Path, url: str) -> None:
    server.withdraw(share(server, *SIDES))
    assert found_in(file) == []
    end(url, share(server, *SIDES))
    server.add_article(Paste("Something else."))
    assert found_in(file) == []
    public_id = share(server, *SIDES)
    end(url, public_id)
    with suppress(NotFound):
        server.permalink(public_id)
    assert found_in(file) == []


def test_who_reads_the_log_keeps_nobody_from_deleting_and_the_next_write_empties_it(
    server: Services, file: Path
) -> None:
    public_id = share(server, *SIDES)
    with reader(file):
        server.delete(public_id, KEY)
        assert found_in(file) != []
    server.add_article(Paste("Something else."))
    assert found_in(file) == []


def test_what_a_program_left_in_the_log_goes_by_pruning(server: Services, file: Path, url: str) -> None:
    """A program that was killed, or another one that was reading."""
    public_id = share(server, *SIDES)
    with reader(file):
        server.delete(public_id, KEY)
    assert found_in(file) != []
    with opened(url) as another:
        assert another.prune().links == 0
        assert found_in(file) == []


def test_the_log_of_a_database_that_cannot_be_written_is_left(server: Services, file: Path, url: str) -> None:
    public_id = share(server, *SIDES)
    with opened(f"sqlite:///file:{file}?mode=ro&uri=true") as another:
        assert another.permalink(public_id).public_id == public_id
        assert another.prune().links == 0
    assert len(execute(url, "SELECT 1 FROM comparison")) == 1


def test_the_words_of_a_deleted_article_are_in_no_file(server: Services, file: Path) -> None:
    """FTS5 goes on to hold the words of a deleted row until its parts are merged."""
    for number in range(30):
        server.add_article(Paste(f"Other story {number} of the mayor.", f"Other {number}"))
    article_id = server.add_article(Paste("The mayor of Zanzibar said no.", "Floods"))
    server.add_article(Paste("One more story of the mayor.", "More"))
    assert found_in(file) != []
    server.delete_article(article_id)
    assert found_in(file) == []
    assert len(server.search_articles("mayor")) == 31
