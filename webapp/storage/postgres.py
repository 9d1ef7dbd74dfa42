"""What PostgreSQL needs to be told, so that a server that stands still is noticed."""

from math import ceil
from typing import Any

from sqlalchemy import URL, Engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.pool import ConnectionPoolEntry

from webapp.storage.limits import Limits

DRIVER = "postgresql+impatient"
KEEPALIVES = {"keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "3"}
LATER = 1.5
"""By so much longer than the server itself we wait: a server that is well gives up first, and says so."""


def address(url: URL, limits: Limits) -> URL:
    """Return the address with time-outs: for connecting, and for a peer that is gone. What it says itself stays."""
    registry.register("postgresql.impatient", "webapp.storage.impatient", "Dialect")
    times = {
        "connect_timeout": str(ceil(limits.connect_s)),
        "tcp_user_timeout": str(ceil(LATER * limits.answer_s * 1_000)),
    }
    return url.set(drivername=DRIVER, query={**KEEPALIVES, **times, **url.query})


def prepare(engine: Engine, limits: Limits) -> None:
    """Limit the time of every statement, at the server and here."""

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _: ConnectionPoolEntry) -> None:
        connection.answer_s = LATER * limits.answer_s
        connection.autocommit = True  # else it would be undone with the first transaction that is
        connection.execute(f"SET statement_timeout = {ceil(limits.answer_s * 1_000)}")
        connection.autocommit = False
