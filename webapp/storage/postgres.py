"""The settings of a PostgreSQL connection: its driver, and time-outs that notice a server that hangs."""

from importlib import import_module
from math import ceil
from typing import Any

from sqlalchemy import URL, Engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.pool import ConnectionPoolEntry

from webapp.errors import BadSetting
from webapp.storage.limits import DatabaseLimits

DRIVER = "postgresql+impatient"
KEEPALIVES = {"keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "3"}
LATER = 1.5
"""We wait this many times as long as the server does: a healthy server gives up first and reports it."""


def require_driver() -> None:
    """Check that the driver can be loaded. It is an extra: SQLite needs none.

    Loading it here, and not when a connection is opened, stops the start instead of the first request.
    Errors: BadSetting names the extra to install.
    """
    try:
        import_module("psycopg")
    except ImportError as error:  # also raised by an installed psycopg that finds no libpq
        raise BadSetting(
            "STET_DATABASE_URL cannot be used: the PostgreSQL driver is not installed. Install Stet with the extra "
            "`postgres`: pip install 'stet-diff[postgres]'."
        ) from error


def address(url: URL, limits: DatabaseLimits) -> URL:
    """Return the address with time-outs for connecting and for a lost peer. Those in the address itself win."""
    registry.register("postgresql.impatient", "webapp.storage.impatient", "Dialect")
    times = {
        "connect_timeout": str(ceil(limits.connect_s)),
        "tcp_user_timeout": str(ceil(LATER * limits.answer_s * 1_000)),
    }
    return url.set(drivername=DRIVER, query={**KEEPALIVES, **times, **url.query})


def prepare(engine: Engine, limits: DatabaseLimits) -> None:
    """Limit the time of every statement, at the server and in the driver."""

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _: ConnectionPoolEntry) -> None:
        connection.answer_s = LATER * limits.answer_s
        connection.autocommit = True  # a rollback of the first transaction would undo SET
        connection.execute(f"SET statement_timeout = {ceil(limits.answer_s * 1_000)}")
        connection.autocommit = False
