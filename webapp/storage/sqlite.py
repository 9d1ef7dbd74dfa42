"""The settings of an SQLite connection: durable commits, and writers that wait for each other."""

import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from math import ceil
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from sqlalchemy import URL, Connection, Engine, event
from sqlalchemy.exc import DisconnectionError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from webapp.storage.limits import DatabaseLimits

PRAGMAS = (
    "PRAGMA synchronous = FULL",  # with WAL, NORMAL could lose a link that was already handed out
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # deleted texts are overwritten, not just released
)
TO_WAL = "PRAGMA journal_mode = WAL"
"""The mode is stored in the file. It is set only when the file is created or migrated, under `one_at_a_time`."""

LOG_S = 0.2
"""How long a deletion waits for readers of the WAL. Most of them finish within milliseconds."""


def is_uri(url: URL) -> bool:
    """Return whether the address is an SQLite URI, with its own options: file:/srv/stet.sqlite3?mode=ro."""
    return (url.database or "").startswith("file:")


def file_of(url: URL) -> Path:
    name = url.database or ""
    return Path(unquote(name.removeprefix("file:").partition("?")[0]) if is_uri(url) else name).absolute()


def existing(url: URL) -> URL:
    """Return an address that opens the file but never creates it: a lost database must not become an empty one."""
    if is_uri(url):
        return url
    return url.set(database=f"file:{quote(str(file_of(url)))}", query={**url.query, "mode": "rw", "uri": "true"})


def is_made(url: URL) -> bool:
    """Return whether the file has any content. Another program may be creating an empty one: leave that alone."""
    return _identity(file_of(url)) is not None


def is_logged(connection: Connection) -> bool:
    """Return whether the file is in WAL mode."""
    return connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def prepare(engine: Engine, limits: DatabaseLimits, *more: str) -> None:
    """Let SQLAlchemy begin the transactions: Python's sqlite3 begins them late, and never before DDL."""

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in (f"PRAGMA busy_timeout = {ceil(limits.answer_s * 1_000)}", *more, *PRAGMAS):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A transaction that reads first and then writes fails at once if another one wrote in between, whatever the
        # busy timeout. So a writer takes the write lock at its start.
        options = connection.get_execution_options()
        if not options.get("writes", False):
            connection.exec_driver_sql("BEGIN")
        elif options.get("waits", True):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            with _patience(connection.exec_driver_sql, 0):
                connection.exec_driver_sql("BEGIN IMMEDIATE")


def follow(engine: Engine, file: Path) -> None:
    """Reconnect if the file was deleted or replaced; an old connection would keep using the unlinked file."""

    @event.listens_for(engine, "connect")
    def remember(_: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
        entry.info["file"] = _identity(file)

    @event.listens_for(engine, "checkout")
    def compare(_: sqlite3.Connection, entry: ConnectionPoolEntry, __: object) -> None:
        if entry.info["file"] != _identity(file):
            raise DisconnectionError("the file of the database was deleted or replaced")


def empty_log(engine: Engine) -> bool:
    """Copy the WAL into the database file and truncate it. Return False if a reader prevents that.

    `secure_delete` overwrites deleted texts in the file, but the WAL would still contain the old pages.
    """
    try:
        with closing(engine.raw_connection()) as connection:
            ask = connection.cursor().execute
            with _patience(ask, LOG_S):
                is_busy, *_ = ask("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except (sqlite3.Error, SQLAlchemyError):
        return False
    return not is_busy


@contextmanager
def _patience(ask: Callable[[str], Any], seconds: float) -> Iterator[None]:
    """Set the busy timeout of a connection for the duration of the block."""
    (before,) = ask("PRAGMA busy_timeout").fetchone()
    ask(f"PRAGMA busy_timeout = {ceil(seconds * 1_000)}")
    try:
        yield
    finally:
        ask(f"PRAGMA busy_timeout = {before}")


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Lock a folder, created if missing, while a new database in it is opened for the first time.

    If two programs switch a new file to WAL at the same moment, SQLite fails at once, whatever the busy timeout.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _identity(file: Path) -> tuple[int, int] | None:
    """Return device and inode of a file, None if it is missing or empty.

    The file is not opened: closing it would release the POSIX locks that SQLite holds on it in this process.
    """
    try:
        found = file.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found.st_size else None
