"""The folder and file of SQLite: created with permissions for their owner alone, or checked for them."""

from pathlib import Path

from webapp.settings import Settings
from webapp.start.private import make_missing_folder, make_private_database, make_private_folder
from webapp.storage.address import file_of


def prepare_data(settings: Settings, *, create: bool) -> None:
    """Prepare the SQLite file and its folder; do nothing for PostgreSQL.

    An existing folder that STET_DATABASE_URL names keeps its permissions. Without `create`, a missing folder or file is
    not created.

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
    """Return whether a folder can be created. A path that leads through a file is not missing: it is refused later."""
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    return nearest != folder and nearest.is_dir()
