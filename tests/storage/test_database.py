"""Transactions: all or nothing, and writers that wait for each other."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from tests.databases import count_rows
from webapp.errors import BadSetting
from webapp.storage.database import Database
from webapp.storage.index.fts5 import create_words
from webapp.storage.records import Description

WRITERS = 8


def test_an_exception_leaves_the_database_as_it_was(database: Database, database_url: str) -> None:
    before = count_rows(database_url)
    with pytest.raises(ZeroDivisionError), database.write() as store:
        store.texts.add({"A story.": 2})
        store.articles.add(Description("A story"), "paste")
        raise ZeroDivisionError
    assert count_rows(database_url) == before


def test_the_error_of_a_failing_statement_quotes_no_article(database: Database) -> None:
    with pytest.raises(IntegrityError) as failure, database.write() as store:
        store.versions.add(7, store.texts.add({"The body.": 2})["The body."], {"note": "The secret."})
    assert "The secret." not in str(failure.value)


def test_what_a_reader_writes_is_not_kept(database: Database, database_url: str) -> None:
    before = count_rows(database_url)
    with database.read() as store:
        store.articles.add(Description("A story"), "paste")
    assert count_rows(database_url) == before


def test_writers_that_read_first_wait_for_each_other_and_claim_no_number_twice(database: Database) -> None:
    """BAD_INPUT 45."""
    with database.write() as store:
        article_id = store.articles.add(Description("A story"), "paste")

    def add_version(number: int) -> None:
        with database.write() as store:
            store.versions.of_article(article_id)
            body = f"Version {number}."
            store.versions.add(article_id, store.texts.add({body: 2})[body], {})

    with ThreadPoolExecutor(WRITERS) as threads:
        list(threads.map(add_version, range(WRITERS)))
    with database.read() as store:
        numbers = [version.number for version in store.versions.of_article(article_id)]
    assert numbers == list(range(WRITERS, 0, -1))


def test_sqlite_never_loses_what_it_has_acknowledged(tmp_path: Path) -> None:
    """Write-ahead log, synchronous = FULL (2), foreign keys, a busy timeout of five seconds."""
    database = Database(f"sqlite:///{tmp_path / 'stet.sqlite3'}")
    database.migrate()
    with database._readers.connect() as connection:
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        assert [connection.scalar(text(f"PRAGMA {name}")) for name in names] == ["wal", 2, 1, 5000]
    database.close()


def test_an_sqlite_without_a_full_text_index_is_reported_with_what_to_do(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'stet.sqlite3'}")
    with engine.begin() as connection, pytest.raises(BadSetting, match=r"needs the full-text index of SQLite \(FTS5\)"):
        create_words(connection, "fts_of_nobody")
    engine.dispose()
