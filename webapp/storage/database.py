"""The database: opened by its address, brought up to date, read and written in transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from webapp.errors import BadSetting
from webapp.storage.articles import Articles
from webapp.storage.collections import Collections
from webapp.storage.comparisons import Comparisons
from webapp.storage.migrate import migrate
from webapp.storage.texts import Texts
from webapp.storage.versions import Versions

DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg"}
BUSY_TIMEOUT_MS = 5_000

SQLITE_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",  # first: the switch to WAL may have to wait as well
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # with WAL, NORMAL could lose a link that its maker has already been given
    "PRAGMA foreign_keys = ON",
)


class Store:
    """Everything that is kept, as one transaction sees it."""

    def __init__(self, session: Session) -> None:
        self.texts = Texts(session)
        self.articles = Articles(session)
        self.versions = Versions(session)
        self.collections = Collections(session)
        self.comparisons = Comparisons(session)


class Database:
    """One database. Nothing is opened or created before the first use.

    Errors: BadSetting where the address cannot be understood, or the database behind it cannot be opened.
    """

    def __init__(self, url: str) -> None:
        self._url = _parse_url(url)
        # A failing statement tells its values in the log, and its values are articles: so it keeps them to itself.
        self._readers = create_engine(self._url, pool_pre_ping=True, hide_parameters=True)
        self._writers = self._readers.execution_options(writes=True)
        if self._url.get_backend_name() == "sqlite":
            _prepare_sqlite(self._readers)

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

        Errors: BadSetting; DatabaseTooNew.
        """
        with self._connect() as connection, connection.begin():
            migrate(connection)

    def close(self) -> None:
        self._readers.dispose()

    def _connect(self) -> Connection:
        try:
            self._make_folder()
            return self._writers.connect()
        except (DBAPIError, OSError) as error:
            reason = " ".join(str(error.orig if isinstance(error, DBAPIError) else error).split())
            raise BadSetting(f"The database cannot be opened: {reason} (STET_DATABASE_URL, STET_DATA_DIR).") from error

    def _make_folder(self) -> None:
        if self._url.get_backend_name() == "sqlite" and self._url.database:
            Path(self._url.database).parent.mkdir(parents=True, exist_ok=True)


def _parse_url(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise BadSetting("STET_DATABASE_URL cannot be used: it is no database address.") from error
    if url.get_backend_name() not in DRIVERS:
        raise BadSetting("STET_DATABASE_URL cannot be used: it must begin with sqlite:// or postgresql://.")
    return url.set(drivername=DRIVERS[url.get_backend_name()])


def _prepare_sqlite(engine: Engine) -> None:
    """Let SQLAlchemy begin the transactions: Python's own driver begins them late, and never for a change of tables."""

    @event.listens_for(engine, "connect")
    def configure(connection: SQLiteConnection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in SQLITE_PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer that first reads and then asks to write is refused at once when another wrote in between, however
        # long the busy timeout: so a writer asks first.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
