"""The PostgreSQL driver with a time-out of its own, for a server process that hangs.

PostgreSQL limits a statement itself (`statement_timeout`), but not if the server process is frozen. Then the kernel
still acknowledges packets, so neither keepalives nor `tcp_user_timeout` notice, and libpq waits for ever. SQLAlchemy
loads this module by name for a PostgreSQL database, so SQLite needs no psycopg.
"""

from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.pq import TransactionStatus
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

Result = TypeVar("Result")


class Connection(psycopg.Connection[Any]):
    """A connection that waits at most `answer_s` seconds for an answer and is then closed."""

    answer_s: float | None = None

    def wait(self, gen: PQGen[Result], interval: float = 0.1, timeout: float | None = None) -> Result:
        try:
            return super().wait(gen, interval, timeout or self.answer_s)
        except psycopg.OperationalError:
            if (
                self.pgconn.transaction_status == TransactionStatus.ACTIVE
            ):  # a late answer must not reach the next statement
                self.pgconn.finish()
            raise


class Dialect(PGDialect_psycopg):
    """SQLAlchemy's psycopg dialect with connections that time out."""

    supports_statement_cache = True

    def connect(self, *arguments: Any, **named: Any) -> Any:
        return Connection.connect(*arguments, **named)


dialect = Dialect
