"""The address of the database, as the setting writes it."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from webapp.errors import BadSetting
from webapp.storage import sqlite

DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg"}


def parse_url(address: str) -> URL:
    """Errors: BadSetting where the address cannot be understood."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise BadSetting("STET_DATABASE_URL cannot be used: it is no database address.") from error
    if url.get_backend_name() == "sqlite" and url.database in {None, "", ":memory:"}:
        raise BadSetting(
            "STET_DATABASE_URL cannot be used: SQLite needs the path of a file, as sqlite:////srv/stet.sqlite3."
        )
    if url.get_backend_name() not in DRIVERS:
        raise BadSetting("STET_DATABASE_URL cannot be used: it must begin with sqlite:// or postgresql://.")
    return url.set(drivername=DRIVERS[url.get_backend_name()])


def file_of(address: str) -> Path | None:
    """Return the file of an SQLite database; None where it is none, or SQLite is told of it in a URI of its own.

    Errors: BadSetting where the address cannot be understood.
    """
    url = parse_url(address)
    return None if url.get_backend_name() != "sqlite" or sqlite.is_uri(url) else sqlite.file_of(url)
