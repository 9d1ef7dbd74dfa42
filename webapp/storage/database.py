"""The database: opened by its address, migrated, read and written in transactions."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime

from sqlalchemy import Connection, delete, false
from sqlalchemy.exc import DBAPIError, TimeoutError
from sqlalchemy.orm import Session

from webapp.errors import BadSetting, DatabaseSilent, Unavailable
from webapp.storage import sqlite
from webapp.storage.address import parse_url
from webapp.storage.engines import make_engines
from webapp.storage.existing import exists, is_up_to_date
from webapp.storage.faults import SETTINGS, UNREAD, UNWRITTEN, kind_of, reason_of, unusable
from webapp.storage.gate import Gate
from webapp.storage.lifetimes import Lifetimes, utc_now
from webapp.storage.limits import DEFAULT_LIMITS, DatabaseLimits
from webapp.storage.migrate import migrate
from webapp.storage.records import Removed
from webapp.storage.store import Store
from webapp.storage.tables import RequestRow

SEEN_AT_ONCE = 20
"""The most expired links that one reader removes."""


class Database:
    """One database. Nothing is opened or created before first use.

    Errors: BadSetting if the address cannot be parsed or its driver is not installed.
    """

    def __init__(
        self, url: str, limits: DatabaseLimits = DEFAULT_LIMITS, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._url = parse_url(url)
        self._readers, self._opener = make_engines(self._url, limits)
        self._writers = self._readers.execution_options(writes=True)
        self._impatient = self._readers.execution_options(writes=True, waits=False)
        # Readers use a snapshot, as on SQLite. Otherwise a link could lose its texts while it is being read.
        one_moment = {"isolation_level": "REPEATABLE READ"} if self._is_postgres else {}
        self._snapshots = self._readers.execution_options(**one_moment)
        self._lifetimes = Lifetimes(clock)
        # Separate gates: a full, locked or read-only database can still be read.
        self._reading = Gate(limits.readers, limits.queue_s)
        self._writing = Gate(limits.writers, limits.queue_s)
        # Whether the WAL may hold deleted texts. True at the start: a killed program may have left some.
        self._has_erased = not self._is_postgres

    @contextmanager
    def read(self) -> Iterator[Store]:
        """Writes nothing, except that an expired link or held text which the reader met is deleted.

        Errors: DatabaseSilent.
        """
        sightings = self._lifetimes.sightings
        with self._reading.turn(UNREAD), self._explained({}):
            try:
                with Session(self._snapshots) as session:
                    yield Store(session, self._lifetimes)
            finally:
                if self._lifetimes.sightings > sightings:
                    self._remove_seen()

    @contextmanager
    def write(self) -> Iterator[Store]:
        """All or nothing: an exception rolls everything back.

        Errors: DatabaseSilent, after which the outcome is unknown; DatabaseReadOnly, DatabaseFull.
        """
        with self._writes(), Session(self._writers) as session, session.begin():
            yield Store(session, self._lifetimes)

    @contextmanager
    def erase(self) -> Iterator[Store]:
        """Like `write`, for deleting texts: on SQLite they are overwritten in the file and removed from the WAL."""
        with self.write() as store:
            yield store
            has_unlisted = store.index.has_removed
        if has_unlisted and not self._is_postgres:
            self._purge_index()
        self._has_erased = not self._is_postgres
        self._empty_log()

    def keep(self, change: Callable[[Store], None]) -> None:
        """Write what can be made anew. If it cannot be written now, or another transaction is writing, do nothing."""
        with suppress(DBAPIError, TimeoutError), Session(self._impatient) as session, session.begin():
            change(Store(session, self._lifetimes))

    def sweep(self, limit: int) -> Removed:
        """Delete expired links: at most `limit` of those that readers met and `limit` of the others; and held texts.

        Takes the write lock only if there are any. Errors: as in `read` and `write`.
        """
        seen = self._lifetimes.ended(limit)
        removed = Removed()
        with self.read() as store:
            ended, held = store.comparisons.ended(seen, limit), store.holding.ended(limit)
        if ended or held:
            with self.erase() as store:
                removed = store.comparisons.remove(ended) + store.holding.remove(held)
        else:
            self._lifetimes.forget(seen)
        self._empty_log()
        return removed

    def assert_writable(self) -> None:
        """Check that a write would work, without changing anything. SQLite's write lock is released at once.

        Beginning a transaction is not enough: SQLite lets a writer begin on a read-only file.
        Errors: as in `write`.
        """
        with self._writes(), self._writers.begin() as connection:
            connection.execute(delete(RequestRow).where(false()))

    def assert_exists(self) -> None:
        """Writes nothing. Errors: BadSetting if there is no database, or it has none of Stet's tables."""
        if not exists(self._url, self._readers):
            self.close()
            place = self._url.render_as_string() if self._is_postgres else sqlite.file_of(self._url)
            raise BadSetting(f"There is no database of Stet at {place} {SETTINGS}. stet serve and stet seed make one.")

    def migrate(self) -> None:
        """Migrate the database to the current schema, creating its file if missing.

        Takes no lock if nothing is to be done.
        Errors: DatabaseTooNew, DatabaseUnknown; BadSetting if the database cannot be opened.
        """
        if is_up_to_date(self._url, self._readers):
            return
        try:
            with self._open() as connection, connection.begin():
                migrate(connection)
        except DBAPIError as error:
            if kind_of(error) is None:
                raise
            raise unusable(error) from error

    def close(self) -> None:
        self._readers.dispose()

    @property
    def _is_postgres(self) -> bool:
        return self._url.get_backend_name() == "postgresql"

    def _purge_index(self) -> None:
        """Rewrite SQLite's full-text index without the words that were deleted, in many short transactions."""
        is_first = is_left = True
        while is_left:
            with self.write() as store:
                is_left = store.index.purge_step(is_first=is_first)
            is_first = False

    def _remove_seen(self) -> None:
        """Delete expired links and texts that readers met. Does not wait for a writer: the next write deletes them."""
        seen = self._lifetimes.ended(SEEN_AT_ONCE)
        with suppress(DBAPIError, TimeoutError):
            with Session(self._impatient) as session, session.begin():
                store = Store(session, self._lifetimes)
                comparisons = store.comparisons
                comparisons.remove(seen)
                store.holding.remove(store.holding.ended(SEEN_AT_ONCE))
                left = comparisons.ended(seen, 0)  # locked by another transaction, which may not delete them
            self._lifetimes.forget(set(seen) - set(left))
            self._has_erased = not self._is_postgres
        self._empty_log()

    def _empty_log(self) -> None:
        """Remove deleted texts from SQLite's WAL. While others read it, that is left to the next write."""
        if self._has_erased:
            self._has_erased = False  # first, because another thread may delete in the meantime
            self._has_erased = not sqlite.empty_log(self._readers) or self._has_erased

    @contextmanager
    def _writes(self) -> Iterator[None]:
        with self._writing.turn(UNWRITTEN[DatabaseSilent]), self._explained(UNWRITTEN):
            yield

    @contextmanager
    def _explained(self, words: Mapping[type[Unavailable], str]) -> Iterator[None]:
        """Turn a failure of the database into an error for readers. A programming error is raised unchanged."""
        try:
            yield
        except (DBAPIError, TimeoutError) as error:
            kind = kind_of(error) or (None if is_up_to_date(self._url, self._readers) else DatabaseSilent)
            if kind is None:
                raise
            failure, message = (kind, words[kind]) if words else (DatabaseSilent, UNREAD)
            raise failure(message, reason_of(error)) from error

    def _open(self) -> Connection:
        try:
            if self._is_postgres:
                return self._opener.connect()
            with sqlite.one_at_a_time(sqlite.file_of(self._url).parent):
                return self._opener.connect()
        except (DBAPIError, OSError) as error:
            raise unusable(error) from error
