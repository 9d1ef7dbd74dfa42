"""The key that signs form tokens: given in a setting, or generated once and stored."""

import os
import secrets
from pathlib import Path

from webapp.errors import BadSetting
from webapp.start.private import FILE, close_to_others, make_private_folder

MIN_KEY_CHARS = 32
MAX_KEY_BYTES = 4_096
FOLDER_SETTING = "STET_DATA_DIR"


def check_key(key: str) -> str:
    """Errors: ValueError if the key is too short. The message does not quote it."""
    if len(key) < MIN_KEY_CHARS:
        raise ValueError(f"it needs at least {MIN_KEY_CHARS} characters and has {len(key)}")
    return key


def read_key(file: Path) -> str:
    """Return the key in a file. Errors: ValueError says why it cannot be used."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_KEY_BYTES + 1)
    except OSError as error:
        raise ValueError(f"the file {file} cannot be read: {error.strerror}") from error
    if len(data) > MAX_KEY_BYTES:
        raise ValueError(f"the file {file} holds no key: it has more than {MAX_KEY_BYTES:,} bytes")
    try:
        return check_key(data.decode().strip())
    except UnicodeDecodeError as error:
        raise ValueError(f"the file {file} holds no key: a key is text") from error
    except ValueError as error:
        raise ValueError(f"the key in {file} is too short: {error}") from error


def kept_key(folder: Path) -> str:
    """Return the key stored in the data folder, generated if missing. Programs that start at once get the same key.

    Errors: BadSetting if the folder cannot be used or the file is truncated.
    """
    kept = folder / "secret-key"
    try:
        make_private_folder(folder, FOLDER_SETTING)
        if not kept.exists():
            _make(kept)
        close_to_others(kept, FOLDER_SETTING)
        return read_key(kept)
    except OSError as error:
        raise BadSetting(f"{FOLDER_SETTING} cannot be used: {kept} cannot be made: {error.strerror}.") from error
    except ValueError as error:
        raise BadSetting(
            f"{FOLDER_SETTING} cannot be used: {error}. Delete the file: a new key is made at the next start, and "
            "forms open at that time must be sent twice."
        ) from error


def _make(kept: Path) -> None:
    """Write a key to a temporary file and link it to its name, unless another program was faster."""
    whole = kept.with_name(f"{kept.name}.{secrets.token_hex(8)}")
    try:
        with open(os.open(whole, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
        os.link(whole, kept)
    except FileExistsError:
        pass
    finally:
        whole.unlink(missing_ok=True)
