"""Whether a database exists, and in which form. Nothing is made, written or locked: who only reads waits for nobody."""

from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError, TimeoutError

from webapp.storage import sqlite
from webapp.storage.migrate import has_tables, is_current


def exists(url: URL, engine: Engine) -> bool:
    """Return whether the database has tables of Stet's. One that cannot be opened counts as existing."""
    if _is_missing_file(url):
        return False
    try:
        with engine.connect() as connection:
            return has_tables(connection)
    except (DBAPIError, TimeoutError):
        return True


def is_up_to_date(url: URL, engine: Engine) -> bool:
    """Return whether the database has its tables in the form that this program knows, and can be opened."""
    if _is_missing_file(url):
        return False
    try:
        with engine.connect() as connection:
            is_ready = not _is_sqlite(url) or sqlite.is_uri(url) or sqlite.is_logged(connection)
            return is_ready and is_current(connection)
    except (DBAPIError, TimeoutError):
        return False


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _is_missing_file(url: URL) -> bool:
    return _is_sqlite(url) and not sqlite.is_made(url)
