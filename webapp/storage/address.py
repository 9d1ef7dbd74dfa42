"""Parses the database address of the setting STET_DATABASE_URL."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from webapp.errors import BadSetting
from webapp.storage import sqlite

DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg"}


def parse_url(address: str) -> URL:
    """Errors: BadSetting for an address that cannot be parsed, or for another kind of database."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise BadSetting("STET_DATABASE_URL cannot be used: it is not a database address.") from error
    if url.get_backend_name() == "sqlite" and url.database in {None, "", ":memory:"}:
        raise BadSetting(
            "STET_DATABASE_URL cannot be used: SQLite needs the path of a file, as sqlite:////srv/stet.sqlite3."
        )
    if url.get_backend_name() not in DRIVERS:
        raise BadSetting("STET_DATABASE_URL cannot be used: it must begin with sqlite:// or postgresql://.")
    return url.set(drivername=DRIVERS[url.get_backend_name()])


def file_of(address: str) -> Path | None:
    """Return the file of an SQLite database; None for PostgreSQL and for an SQLite URI.

    Errors: BadSetting as in `parse_url`.
    """
    url = parse_url(address)
    return None if url.get_backend_name() != "sqlite" or sqlite.is_uri(url) else sqlite.file_of(url)
