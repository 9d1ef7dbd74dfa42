"""The SQLAlchemy engines of one database: one for transactions, one for creating and migrating it."""

from dataclasses import replace

from sqlalchemy import URL, Engine, NullPool, create_engine

from webapp.storage import postgres, sqlite
from webapp.storage.limits import DatabaseLimits

MIGRATION_S = 60
"""How long, on SQLite, a program waits at its start for another one's migration."""


def make_engines(url: URL, limits: DatabaseLimits) -> tuple[Engine, Engine]:
    """Return the engine for transactions, and the one for creating and migrating, which has no time limit.

    Errors: BadSetting if the PostgreSQL driver is not installed.
    """
    # SQLAlchemy quotes parameters in its errors, which are logged. Parameters contain the texts of articles.
    options = {"hide_parameters": True}
    is_postgres = url.get_backend_name() == "postgresql"
    if is_postgres:
        postgres.require_driver()
    engine = create_engine(
        postgres.address(url, limits) if is_postgres else sqlite.existing(url),
        pool_pre_ping=True,
        pool_size=limits.readers + limits.writers,
        max_overflow=0,
        pool_timeout=limits.queue_s,
        **options,
    )
    opener = create_engine(
        postgres.address(url, limits) if is_postgres else url,
        poolclass=NullPool,
        execution_options={"writes": True},
        **options,
    )
    if is_postgres:
        postgres.prepare(engine, limits)
    else:
        sqlite.prepare(engine, limits)
        sqlite.follow(engine, sqlite.file_of(url))
        sqlite.prepare(opener, replace(limits, answer_s=MIGRATION_S), sqlite.TO_WAL)
    return engine, opener
