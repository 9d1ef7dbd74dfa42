"""What SQLite needs to be told, so that it keeps what it has acknowledged and lets writers wait for their turn."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection

from sqlalchemy import Connection, Engine, event
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT_MS = 5_000

PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # with WAL, NORMAL could lose a link that its maker has already been given
    "PRAGMA foreign_keys = ON",
)


def prepare(engine: Engine) -> None:
    """Let SQLAlchemy begin the transactions: Python's own driver begins them late, and never for a change of tables."""

    @event.listens_for(engine, "connect")
    def configure(connection: SQLiteConnection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer that first reads and then asks to write is refused at once when another wrote in between, however
        # long the busy timeout: so a writer asks first.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


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
