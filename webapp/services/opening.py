"""The database of the settings."""

from webapp.services.data import prepare_data
from webapp.settings import Settings
from webapp.storage.database import Database
from webapp.storage.limits import DatabaseLimits


def open_database(settings: Settings) -> Database:
    """Return the database, its file made. Nothing is opened before the first use. Errors: BadSetting."""
    prepare_data(settings)
    limits = DatabaseLimits(
        connect_s=settings.database_connect_seconds,
        answer_s=settings.database_answer_seconds,
        queue_s=settings.database_queue_seconds,
        readers=settings.database_readers,
        writers=settings.database_writers,
    )
    return Database(settings.resolved_database_url, limits)
