"""The driver of PostgreSQL, but for waiting: it gives up on a server that does not answer.

PostgreSQL limits a statement by itself (`statement_timeout`), unless it is the server that stands still. Then the
kernel goes on to confirm what arrives, so that neither keepalives nor `tcp_user_timeout` notice, and libpq waits for
ever. SQLAlchemy loads this module by its name when a database is on PostgreSQL: nobody else pays for psycopg.
"""

from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.pq import TransactionStatus
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

Result = TypeVar("Result")


class Connection(psycopg.Connection[Any]):
    """A connection that waits for an answer for `answer_s` seconds, and is closed when none came."""

    answer_s: float | None = None

    def wait(self, gen: PQGen[Result], interval: float = 0.1, timeout: float | None = None) -> Result:
        try:
            return super().wait(gen, interval, timeout or self.answer_s)
        except psycopg.OperationalError:
            if self.pgconn.transaction_status == TransactionStatus.ACTIVE:  # the answer may still come: to nobody
                self.pgconn.finish()
            raise


class Dialect(PGDialect_psycopg):
    """SQLAlchemy's own, with connections of this kind."""

    supports_statement_cache = True

    def connect(self, *arguments: Any, **named: Any) -> Any:
        return Connection.connect(*arguments, **named)


dialect = Dialect
