"""A text out of a file: read no further than the limit, decoded, checked."""

from typing import BinaryIO

from webapp.errors import TooLarge
from webapp.importers.plain import decode
from webapp.services.texts import check_text
from webapp.settings import Settings

BYTE_ORDER_MARK_BYTES = 3


def read_file(file: BinaryIO, name: str, settings: Settings) -> str:
    """Return the text of a plain-text file. `name` is what messages call it.

    Errors: InvalidInput where it holds no plain text; TooLarge past a limit of the settings.
    """
    # UTF-16 needs at most two bytes where UTF-8 needs one: what is longer than this is too long in either.
    limit = 2 * settings.max_text_bytes + BYTE_ORDER_MARK_BYTES
    data = file.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(f"{name} is too long: the limit is {settings.max_text_bytes:,} bytes.")
    text = decode(data, name)
    check_text(text, settings, name)
    return text
