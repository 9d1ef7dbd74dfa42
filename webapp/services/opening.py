"""The database of the settings."""

from webapp.settings import Settings
from webapp.storage.database import Database
from webapp.storage.limits import Limits


def open_database(settings: Settings) -> Database:
    """Return the database, of which nothing is opened before the first use. Errors: BadSetting."""
    limits = Limits(
        connect_s=settings.database_connect_seconds,
        answer_s=settings.database_answer_seconds,
        queue_s=settings.database_queue_seconds,
        readers=settings.database_readers,
        writers=settings.database_writers,
    )
    return Database(settings.resolved_database_url, limits)
