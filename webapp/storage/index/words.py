"""The words of articles, in the full-text index of the database: FTS5 of SQLite, a `tsvector` of PostgreSQL.

Both get the words as they are to be compared, so that they find the same, and neither cuts or folds them again. The
number of a row is that of its article's newest version: so the newest are read first, and a common word costs no more
than a rare one.
"""

from collections.abc import Collection, Sequence
from typing import Any, Protocol

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session
from sqlalchemy.sql.expression import FromClause

from webapp.storage.index.fts5 import Fts5Words
from webapp.storage.index.records import WantedWords
from webapp.storage.index.tsvector import TsvectorWords


class IndexedWords(Protocol):
    """The full-text index of one database."""

    @property
    def source(self) -> FromClause:
        """Return the table of the index."""

    @property
    def version_id(self) -> ColumnElement[int]:
        """Return its column of newest versions."""

    def put(self, version_id: int, terms: str) -> None:
        """Add the words of an article, which are separated by spaces."""

    def remove(self, version_ids: Collection[int]) -> None:
        """Remove the words of articles."""

    def match(self, wanted: Sequence[WantedWords]) -> ColumnElement[Any]:
        """Return the condition that an article has all that is wanted."""


def indexed_words(session: Session) -> IndexedWords:
    """Return the full-text index of the database that a session uses."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    return Fts5Words(session) if is_sqlite else TsvectorWords(session)
