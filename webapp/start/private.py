"""Folders and files that nobody but their owner may read, on a machine that other people use too.

What is made is made so. What others can read already is closed where it is ours to close, and that is said; where it
is not, the program does not start. Why not simply refuse: docs/decisions.md.
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
"""How the names begin of what Stet keeps in its data folder."""

SQLITE_HEAD = b"SQLite format 3\0"
SQLITE_ENDINGS = ("", "-wal", "-shm", "-journal")

_log = logging.getLogger("stet")


def make_private_folder(folder: Path, setting: str) -> None:
    """Make a folder, or see that nobody else can read it. Errors: BadSetting names the setting."""
    if not make_missing_folder(folder, setting):
        _check_folder(folder, setting)


def make_missing_folder(folder: Path, setting: str) -> bool:
    """Make a folder; one that is there is left as it is. Return whether it was made. Errors: BadSetting."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(FOLDER)
        folder.chmod(FOLDER)
    except FileExistsError:
        if folder.is_dir():
            return False
        raise _unusable(setting, f"{folder} is no folder, or lies in none") from None
    except OSError as error:
        raise _unusable(setting, f"the folder {folder} cannot be made: {error.strerror}") from error
    return True


def make_private_database(file: Path, setting: str) -> None:
    """Make an empty file for SQLite, or see that nobody else can read the one that is there, and what lies beside it.

    SQLite gives the files that it makes beside it the same permissions.
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
    """Take from everybody else what they may do with a file or folder; where nothing is to be taken, do nothing.

    What a link leads to is somebody's choice, and may be any file of the machine: it is never altered.
    Errors: BadSetting where everybody can read it and it is not ours, or a link leads to it.
    """
    found = path.stat()
    if not found.st_mode & OTHERS:
        return
    if os.geteuid() in {0, found.st_uid} and not path.is_symlink():
        path.chmod(stat.S_IMODE(found.st_mode) & ~OTHERS)
        _log.warning("Other users of this machine could read %s. Now its owner alone can.", path)
    elif found.st_mode & EVERYBODY:
        raise _unusable(
            setting, f"every user of this machine can read {path}, which belongs to somebody else or is a link"
        )


def _check_folder(folder: Path, setting: str) -> None:
    try:
        is_open = folder.stat().st_mode & OTHERS
        strangers = [name for name in os.listdir(folder) if not name.startswith(OURS)] if is_open else []
    except OSError as error:
        raise _unusable(setting, f"the folder {folder} cannot be read: {error.strerror}") from error
    if strangers:  # to close /tmp or a home folder would shut out those whose it is
        raise _unusable(
            setting,
            f"other users of this machine can read {folder}, which holds more than Stet's files. Give Stet a folder of "
            f"its own, or close this one: chmod 700 {folder}",
        )
    close_to_others(folder, setting)


def _check_database(file: Path, database: Path, setting: str) -> None:
    """Close a file of a database. What is none is left as it is: it was named by mistake, and is somebody's."""
    if file.is_file() and file.stat().st_mode & OTHERS and _is_database(database):
        close_to_others(file, setting)


def _is_database(file: Path) -> bool:
    # Read only where it is to be closed: to leave a file takes away the locks that SQLite has on it in this process.
    try:
        with file.open("rb") as opened:
            return opened.read(len(SQLITE_HEAD)) in {b"", SQLITE_HEAD}
    except OSError:
        return False


def _unusable(setting: str, reason: str) -> BadSetting:
    return BadSetting(f"{setting} cannot be used: {reason}.")
