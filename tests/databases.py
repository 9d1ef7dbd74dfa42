"""Databases to test on: an empty file, or an empty PostgreSQL database that is dropped afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import psycopg
from sqlalchemy import create_engine, inspect, make_url, text

LOCAL_SERVER = "postgresql://postgres@127.0.0.1:5432/postgres"
PARTS_OF_FTS5 = "words_"
NO_POSTGRES = (
    "no PostgreSQL answers, so the storage was tried on SQLite alone: start one on 127.0.0.1:5432 that trusts the user "
    "postgres, or set STET_TEST_POSTGRES_URL to the address of one where databases may be made"
)


@contextmanager
def throwaway_postgres() -> Iterator[str | None]:
    """Yield the address of a new database, or None if no server answers."""
    server = make_url(os.environ.get("STET_TEST_POSTGRES_URL", LOCAL_SERVER)).set(drivername="postgresql")
    name = f"stet_test_{uuid4().hex}"
    try:
        admin = psycopg.connect(server.render_as_string(hide_password=False), autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        yield None
        return
    with admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield server.set(database=name).render_as_string(hide_password=False)
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def empty_postgres(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")


def execute(url: str, statement: str, **values: object) -> list[tuple[object, ...]]:
    """Run a statement on a connection of its own. Return the rows, if any."""
    engine = create_engine(make_url(url))
    try:
        with engine.begin() as connection:
            result = connection.execute(text(statement), values)
            return [tuple(row) for row in result] if result.returns_rows else []
    finally:
        engine.dispose()


def count_rows(url: str) -> dict[str, int]:
    """Return the number of rows of each table, which must be equal before and after a refused request."""
    engine = create_engine(make_url(url))
    try:
        with engine.connect() as connection:
            names = [name for name in inspect(connection).get_table_names() if not name.startswith(PARTS_OF_FTS5)]
            return {name: connection.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0 for name in names}
    finally:
        engine.dispose()
