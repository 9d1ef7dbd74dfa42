"""The embedded database's folder and file: made for their owner alone, or seen to be so."""

from webapp.settings import Settings
from webapp.start.private import make_missing_folder, make_private_database, make_private_folder
from webapp.storage.address import file_of


def prepare_data(settings: Settings) -> None:
    """Nothing is done where the database is no file. A folder that a given address names is its owner's business.

    Errors: BadSetting names the setting.
    """
    file = file_of(settings.resolved_database_url)
    if file is None:
        return
    setting = "STET_DATABASE_URL" if settings.database_url else "STET_DATA_DIR"
    make_folder = make_missing_folder if settings.database_url else make_private_folder
    make_folder(file.parent, setting)
    make_private_database(file, setting)
