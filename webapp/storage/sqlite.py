"""What SQLite needs to be told, so that it keeps what it has acknowledged and lets writers wait for their turn."""

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
    "PRAGMA synchronous = FULL",  # with WAL, NORMAL could lose a link that its maker has already been given
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten, not only let go
)
TO_WAL = "PRAGMA journal_mode = WAL"
"""Stays in the file: whoever makes or migrates it says so, holding the folder (`one_at_a_time`), and nobody else."""

LOG_S = 0.2
"""For so long whoever deleted something waits for readers of the log: most of them are gone in a few milliseconds."""


def is_uri(url: URL) -> bool:
    """Tell whether an address is a URI of SQLite's, such as file:/srv/stet.sqlite3?mode=ro: it says all by itself."""
    return (url.database or "").startswith("file:")


def file_of(url: URL) -> Path:
    name = url.database or ""
    return Path(unquote(name.removeprefix("file:").partition("?")[0]) if is_uri(url) else name).absolute()


def existing(url: URL) -> URL:
    """Return the address of the same file, which is not made where it is missing: a lost one is not an empty one."""
    if is_uri(url):
        return url
    return url.set(database=f"file:{quote(str(file_of(url)))}", query={**url.query, "mode": "rw", "uri": "true"})


def is_made(url: URL) -> bool:
    """Tell whether the file holds anything. An empty one may just be made by another program: leave that alone."""
    return _identity(file_of(url)) is not None


def is_logged(connection: Connection) -> bool:
    """Tell whether the file is in WAL mode already."""
    return connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def prepare(engine: Engine, limits: DatabaseLimits, *more: str) -> None:
    """Let SQLAlchemy begin the transactions: Python's own driver begins them late, and never for a change of tables."""

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in (f"PRAGMA busy_timeout = {ceil(limits.answer_s * 1_000)}", *more, *PRAGMAS):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer that first reads and then asks to write is refused at once when another wrote in between, however
        # long the busy timeout: so a writer asks first.
        options = connection.get_execution_options()
        if not options.get("writes", False):
            connection.exec_driver_sql("BEGIN")
        elif options.get("waits", True):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            with _patience(connection.exec_driver_sql, 0):
                connection.exec_driver_sql("BEGIN IMMEDIATE")


def follow(engine: Engine, file: Path) -> None:
    """Leave a file that was deleted or replaced: a connection would go on to read and write what nobody finds again."""

    @event.listens_for(engine, "connect")
    def remember(_: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
        entry.info["file"] = _identity(file)

    @event.listens_for(engine, "checkout")
    def compare(_: sqlite3.Connection, entry: ConnectionPoolEntry, __: object) -> None:
        if entry.info["file"] != _identity(file):
            raise DisconnectionError("the file of the database was deleted or replaced")


def empty_log(engine: Engine) -> bool:
    """Write the log into the file and cut it to nothing. Return whether that was possible: while others read it is not.

    What was deleted is overwritten in the file (`secure_delete`), but the log would keep the pages as they were.
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
    """Let a connection wait for others for so long, and then as long as before."""
    (before,) = ask("PRAGMA busy_timeout").fetchone()
    ask(f"PRAGMA busy_timeout = {ceil(seconds * 1_000)}")
    try:
        yield
    finally:
        ask(f"PRAGMA busy_timeout = {before}")


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Hold a folder, made where there is none, while a new database in it is opened for the first time.

    Two programs that switch a new file to WAL at the same moment are refused at once, whatever the busy timeout.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _identity(file: Path) -> tuple[int, int] | None:
    """Return what tells a file from the next one of its name, None where there is none or nothing in it.

    The file is not opened: to close it again would take away the locks that SQLite holds on it in this process.
    """
    try:
        found = file.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found.st_size else None
