"""What a failure of the database means: that it cannot be used just now, or that we made a mistake."""

import sqlite3

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError, TimeoutError

from webapp.errors import DatabaseFull, DatabaseReadOnly, DatabaseSilent, Unavailable

Kind = type[Unavailable]

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
PRIMARY = 0xFF  # the last byte of a code of SQLite's tells the kind, the others tell more of it

OF_POSTGRES: dict[str, Kind] = {"25006": DatabaseReadOnly, "53100": DatabaseFull}
SILENT_POSTGRES = ("08", "28", "3D", "40", "53", "55", "57", "58", "XX001", "XX002")
"""How the codes begin that tell of a lost connection or database, a lock, a stop, damage (PostgreSQL, appendix A)."""


def kind_of(error: SQLAlchemyError) -> Kind | None:
    """Return what kind of not being available this is, None where it is a mistake of ours."""
    if isinstance(error, TimeoutError) or (isinstance(error, DBAPIError) and error.connection_invalidated):
        return DatabaseSilent
    found = error.orig if isinstance(error, DBAPIError) else None
    if isinstance(found, sqlite3.Error):
        return _of_sqlite(getattr(found, "sqlite_errorcode", 0))
    return _of_postgres(getattr(found, "sqlstate", None), isinstance(error, OperationalError))


def reason_of(error: Exception) -> str:
    """Return in one line what the database said. Of what it was given it says nothing in failures of these kinds."""
    return " ".join(str(error.orig if isinstance(error, DBAPIError) else error).split())


def _of_sqlite(code: int) -> Kind | None:
    return DatabaseSilent if code == sqlite3.SQLITE_READONLY_DBMOVED else OF_SQLITE.get(code & PRIMARY)


def _of_postgres(state: str | None, is_operational: bool) -> Kind | None:
    """Without a state it is the driver that speaks: it could not connect, or waited long enough."""
    if state is None:
        return DatabaseSilent if is_operational else None
    return OF_POSTGRES.get(state) or (DatabaseSilent if state.startswith(SILENT_POSTGRES) else None)
