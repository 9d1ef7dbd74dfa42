"""The embedded database's folder and file: made for their owner alone, or seen to be so."""

from pathlib import Path

from webapp.settings import Settings
from webapp.start.private import make_missing_folder, make_private_database, make_private_folder
from webapp.storage.address import file_of


def prepare_data(settings: Settings, *, create: bool) -> None:
    """Nothing is done where the database is no file. A folder that a given address names is its owner's business.

    Without `create`, a folder or file that is missing is not made.

    Errors: BadSetting names the setting.
    """
    file = file_of(settings.resolved_database_url)
    if file is None:
        return
    setting = "STET_DATABASE_URL" if settings.database_url else "STET_DATA_DIR"
    make_folder = make_missing_folder if settings.database_url else make_private_folder
    if create or not _is_missing(file.parent):
        make_folder(file.parent, setting)
    if create or file.exists():
        make_private_database(file, setting)


def _is_missing(folder: Path) -> bool:
    """Return whether a folder could be made. A path that leads through a file counts as there, to be refused."""
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    return nearest != folder and nearest.is_dir()
