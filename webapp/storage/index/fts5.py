"""The words of articles in FTS5, the full-text index of SQLite.

Its tokeniser `ascii` takes every character beyond ASCII for a part of a word: `unicode61` would part the words of India
and Burma at their vowel signs, and find others for them.
"""

import sqlite3
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, column, delete, insert, table
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from webapp.errors import BadSetting
from webapp.storage.index.records import WantedWords

CREATE = "CREATE VIRTUAL TABLE words USING {module} (terms, tokenize = 'ascii', columnsize = 0)"

MERGED_PAGES = 1_000
"""Written by one step of `purge`, in some hundredths of a second. Others may write between two steps."""

_WORDS = table("words", column("rowid"), column("terms"), column("words"))


class Fts5Words:
    """The full-text index of an SQLite database."""

    source = _WORDS
    version_id: ColumnElement[int] = _WORDS.c.rowid

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, version_id: int, terms: str) -> None:
        self._session.execute(insert(_WORDS).values(rowid=version_id, terms=terms))

    def remove(self, version_ids: Collection[int]) -> None:
        self._session.execute(delete(_WORDS).where(_WORDS.c.rowid.in_(version_ids)))

    def match(self, wanted: Sequence[WantedWords]) -> ColumnElement[Any]:
        asked = " ".join(map(_quoted, wanted))
        return _WORDS.c.words.op("MATCH", is_comparison=True)(bindparam("wanted", asked, unique=True))


def _quoted(wanted: WantedWords) -> str:
    """Return words as FTS5 is asked for them. In quotation marks nothing is an operator, and no word has one."""
    return f'"{" ".join(wanted.terms)}"{" *" if wanted.is_prefix else ""}'


def create_words(connection: Connection, module: str = "fts5") -> None:
    """Create the index. Errors: BadSetting if this SQLite was built without FTS5."""
    try:
        connection.exec_driver_sql(CREATE.format(module=module))
    except OperationalError as error:
        if "no such module" not in str(error):
            raise
        raise BadSetting(
            f"The search needs the full-text index of SQLite (FTS5), and the SQLite {sqlite3.sqlite_version} of this "
            "Python was built without it. Install a Python whose SQLite has it, or use PostgreSQL "
            "(STET_DATABASE_URL). Nothing was changed."
        ) from error


def purge_step(session: Session, *, is_first: bool) -> bool:
    """Rewrite a part of the index without what was deleted. Return whether anything is left to rewrite.

    FTS5 only notes a deletion, and drops the words when it merges its parts. The first step begins to merge all.
    """
    connection = session.connection()
    before = _changes(connection)
    pages = -MERGED_PAGES if is_first else MERGED_PAGES
    connection.exec_driver_sql("INSERT INTO words (words, rank) VALUES ('merge', ?)", (pages,))
    return _changes(connection) - before >= 2  # as SQLite's manual counts: the command itself is one change


def _changes(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT total_changes()").scalar_one())
