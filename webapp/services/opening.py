"""The database of the settings."""

from webapp.services.database_file import prepare_data
from webapp.settings import Settings
from webapp.storage.database import Database
from webapp.storage.limits import DatabaseLimits


def open_database(settings: Settings, *, create: bool) -> Database:
    """Return the database. With `create`, its missing file and folders are made, and it is not opened before first use.

    Errors: BadSetting; without `create` also if there is no database yet.
    """
    prepare_data(settings, create=create)
    limits = DatabaseLimits(
        connect_s=settings.database_connect_seconds,
        answer_s=settings.database_answer_seconds,
        queue_s=settings.database_queue_seconds,
        readers=settings.database_readers,
        writers=settings.database_writers,
    )
    database = Database(settings.resolved_database_url, limits)
    if not create:
        database.assert_exists()
    return database
