"""Sort failures of the database into "unavailable at the moment" and programming errors, and their words."""

import sqlite3
from collections.abc import Mapping

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError, TimeoutError

from webapp.errors import BadSetting, DatabaseFull, DatabaseReadOnly, DatabaseSilent, Unavailable

Kind = type[Unavailable]

SETTINGS = "(STET_DATABASE_URL, STET_DATA_DIR)"
UNREAD = "The database does not answer at the moment. Try again in a minute."
UNWRITTEN: Mapping[type[Unavailable], str] = {
    DatabaseSilent: "The database does not answer at the moment, so what you sent is probably not stored. Try again in "
    "a minute.",
    DatabaseReadOnly: "The database is read-only at the moment, so nothing was stored. Try again later, or ask the "
    "administrator of this server.",
    DatabaseFull: "The database is full, so nothing was stored. Ask the administrator of this server to make room, "
    "then try again.",
}

OF_SQLITE: dict[int, Kind] = {
    sqlite3.SQLITE_PERM: DatabaseSilent,
    sqlite3.SQLITE_BUSY: DatabaseSilent,
    sqlite3.SQLITE_LOCKED: DatabaseSilent,
    sqlite3.SQLITE_READONLY: DatabaseReadOnly,
    sqlite3.SQLITE_IOERR: DatabaseSilent,
    sqlite3.SQLITE_CORRUPT: DatabaseSilent,
    sqlite3.SQLITE_FULL: DatabaseFull,
    sqlite3.SQLITE_CANTOPEN: DatabaseSilent,
    sqlite3.SQLITE_PROTOCOL: DatabaseSilent,
    sqlite3.SQLITE_NOTADB: DatabaseSilent,
}
PRIMARY = 0xFF  # the last byte of an extended SQLite code is its primary code

OF_POSTGRES: dict[str, Kind] = {"25006": DatabaseReadOnly, "53100": DatabaseFull}
SILENT_POSTGRES = ("08", "28", "3D", "40", "53", "55", "57", "58", "XX001", "XX002")
"""SQLSTATE prefixes of a lost connection or database, a lock, a shutdown, damage (PostgreSQL manual, appendix A)."""


def kind_of(error: SQLAlchemyError) -> Kind | None:
    """Return the kind of unavailability, or None for a programming error."""
    if isinstance(error, TimeoutError) or (isinstance(error, DBAPIError) and error.connection_invalidated):
        return DatabaseSilent
    found = error.orig if isinstance(error, DBAPIError) else None
    if isinstance(found, sqlite3.Error):
        return _of_sqlite(getattr(found, "sqlite_errorcode", 0))
    return _of_postgres(getattr(found, "sqlstate", None), isinstance(error, OperationalError))


def reason_of(error: Exception) -> str:
    """Return the database's message in one line. Failures of these kinds quote no values, so no text of an article."""
    return " ".join(str(error.orig if isinstance(error, DBAPIError) else error).split())


def _of_sqlite(code: int) -> Kind | None:
    return DatabaseSilent if code == sqlite3.SQLITE_READONLY_DBMOVED else OF_SQLITE.get(code & PRIMARY)


def _of_postgres(state: str | None, is_operational: bool) -> Kind | None:
    """An error without a SQLSTATE comes from the driver: it could not connect, or it timed out."""
    if state is None:
        return DatabaseSilent if is_operational else None
    return OF_POSTGRES.get(state) or (DatabaseSilent if state.startswith(SILENT_POSTGRES) else None)


def unusable(error: DBAPIError | OSError) -> BadSetting:
    """Return the error for a database that cannot be opened."""
    return BadSetting(f"The database cannot be opened: {reason_of(error)} {SETTINGS}.")
