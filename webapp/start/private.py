"""Files and folders readable by their owner only, on a machine with other users.

New ones are created that way. Existing ones that others can read are closed, with a warning, if they are ours;
otherwise the program does not start. Why it does not always refuse: docs/decisions.md.
"""

import logging
import os
import stat
from pathlib import Path

from webapp.errors import BadSetting

FOLDER, FILE = 0o700, 0o600
OTHERS = 0o077
EVERYBODY = 0o007
OURS = ("stet.sqlite3", "secret-key")
"""Prefixes of the names of Stet's files in its data folder."""

SQLITE_HEAD = b"SQLite format 3\0"
SQLITE_ENDINGS = ("", "-wal", "-shm", "-journal")

_log = logging.getLogger("stet")


def make_private_folder(folder: Path, setting: str) -> None:
    """Create a folder, or make sure that only its owner can read it. Errors: BadSetting names the setting."""
    if not make_missing_folder(folder, setting):
        _check_folder(folder, setting)


def make_missing_folder(folder: Path, setting: str) -> bool:
    """Create a folder; an existing one is not changed. Return whether it was created. Errors: BadSetting."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(FOLDER)
        folder.chmod(FOLDER)
    except FileExistsError:
        if folder.is_dir():
            return False
        raise _unusable(setting, f"{folder} is not a folder, or is inside something that is not one") from None
    except OSError as error:
        raise _unusable(setting, f"the folder {folder} cannot be made: {error.strerror}") from error
    return True


def make_private_database(file: Path, setting: str) -> None:
    """Create an empty file for SQLite, or make sure that only its owner can read it and the files beside it.

    SQLite gives the files that it creates beside the database the same permissions.
    Errors: BadSetting names the setting.
    """
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE))
        file.chmod(FILE)
    except FileExistsError:
        for ending in SQLITE_ENDINGS:
            _check_database(file.with_name(file.name + ending), file, setting)
    except OSError as error:
        raise _unusable(setting, f"the file {file} cannot be made: {error.strerror}") from error


def close_to_others(path: Path, setting: str) -> None:
    """Remove all permissions of group and others from a file or folder; do nothing if they have none.

    The target of a symbolic link may be any file of the machine, so it is never altered.
    Errors: BadSetting if everybody can read it and it belongs to another user or is a symbolic link.
    """
    found = path.stat()
    if not found.st_mode & OTHERS:
        return
    if os.geteuid() in {0, found.st_uid} and not path.is_symlink():
        path.chmod(stat.S_IMODE(found.st_mode) & ~OTHERS)
        _log.warning("Other users of this machine could read %s. Now only its owner can.", path)
    elif found.st_mode & EVERYBODY:
        raise _unusable(
            setting, f"every user of this machine can read {path}, which belongs to another user or is a link"
        )


def _check_folder(folder: Path, setting: str) -> None:
    try:
        is_open = folder.stat().st_mode & OTHERS
        strangers = [name for name in os.listdir(folder) if not name.startswith(OURS)] if is_open else []
    except OSError as error:
        raise _unusable(setting, f"the folder {folder} cannot be read: {error.strerror}") from error
    if strangers:  # closing /tmp or a home folder would lock out its other users
        raise _unusable(
            setting,
            f"other users of this machine can read {folder}, which holds more than Stet's files. Give Stet a folder of "
            f"its own, or close this one: chmod 700 {folder}",
        )
    close_to_others(folder, setting)


def _check_database(file: Path, database: Path, setting: str) -> None:
    """Close a file of a database. Any other file was named by mistake and is left alone."""
    if file.is_file() and file.stat().st_mode & OTHERS and _is_database(database):
        close_to_others(file, setting)


def _is_database(file: Path) -> bool:
    # Open only a file that is to be closed to others: closing it releases the locks that SQLite has in this process.
    try:
        with file.open("rb") as opened:
            return opened.read(len(SQLITE_HEAD)) in {b"", SQLITE_HEAD}
    except OSError:
        return False


def _unusable(setting: str, reason: str) -> BadSetting:
    return BadSetting(f"{setting} cannot be used: {reason}.")
