"""Reads a text from a file: not beyond the limit, decoded, validated."""

from typing import BinaryIO

from webapp.errors import TooLarge
from webapp.importers.plain import decode
from webapp.input.limits import TextLimits
from webapp.input.texts import check_text

BYTE_ORDER_MARK_BYTES = 3


def read_file(file: BinaryIO, name: str, limits: TextLimits, *, may_be_empty: bool = False) -> str:
    """Return the text of a plain-text file. `name`: for messages.

    Errors: InvalidInput if it is not plain text; TooLarge above a limit.
    """
    # UTF-16 needs at most two bytes where UTF-8 needs one: what is longer than this is too long in either.
    limit = 2 * limits.max_text_bytes + BYTE_ORDER_MARK_BYTES
    data = file.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(f"{name} is too long: the limit is {limits.max_text_bytes:,} bytes.")
    text = decode(data, name)
    if text or not may_be_empty:
        check_text(text, limits, name)
    return text
