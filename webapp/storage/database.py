"""The database: opened by its address, brought up to date, read and written in transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session

from webapp.errors import BadSetting
from webapp.storage import sqlite
from webapp.storage.articles import Articles
from webapp.storage.collections import Collections
from webapp.storage.comparisons import Comparisons
from webapp.storage.migrate import migrate
from webapp.storage.requests import Requests
from webapp.storage.texts import Texts
from webapp.storage.versions import Versions

DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg"}


class Store:
    """Everything that is kept, as one transaction sees it."""

    def __init__(self, session: Session) -> None:
        self.texts = Texts(session)
        self.articles = Articles(session)
        self.versions = Versions(session)
        self.collections = Collections(session)
        self.comparisons = Comparisons(session)
        self.requests = Requests(session)


class Database:
    """One database. Nothing is opened or created before the first use.

    Errors: BadSetting where the address cannot be understood.
    """

    def __init__(self, url: str) -> None:
        self._url = _parse_url(url)
        # A failing statement tells its values in the log, and its values are articles: so it keeps them to itself.
        self._readers = create_engine(self._url, pool_pre_ping=True, hide_parameters=True)
        self._writers = self._readers.execution_options(writes=True)
        if self._url.get_backend_name() == "sqlite":
            sqlite.prepare(self._readers)

    @contextmanager
    def read(self) -> Iterator[Store]:
        with Session(self._readers) as session:
            yield Store(session)

    @contextmanager
    def write(self) -> Iterator[Store]:
        """All or nothing: an exception leaves the database as it was."""
        with Session(self._writers) as session, session.begin():
            yield Store(session)

    def migrate(self) -> None:
        """Bring the database up to date, creating it first where it is a file that does not exist.

        Errors: DatabaseTooNew; BadSetting where the database cannot be opened.
        """
        with self._open() as connection, connection.begin():
            migrate(connection)

    def close(self) -> None:
        self._readers.dispose()

    def _open(self) -> Connection:
        try:
            if self._url.get_backend_name() != "sqlite":
                return self._writers.connect()
            with sqlite.one_at_a_time(Path(self._url.database or ".").parent):
                return self._writers.connect()
        except (DBAPIError, OSError) as error:
            reason = " ".join(str(error.orig if isinstance(error, DBAPIError) else error).split())
            raise BadSetting(f"The database cannot be opened: {reason} (STET_DATABASE_URL, STET_DATA_DIR).") from error


def _parse_url(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise BadSetting("STET_DATABASE_URL cannot be used: it is no database address.") from error
    if url.get_backend_name() not in DRIVERS:
        raise BadSetting("STET_DATABASE_URL cannot be used: it must begin with sqlite:// or postgresql://.")
    return url.set(drivername=DRIVERS[url.get_backend_name()])
