"""A text out of a file: read no further than the limit, decoded, checked."""

from typing import BinaryIO

from webapp.errors import TooLarge
from webapp.importers.plain import decode
from webapp.input.limits import TextLimits
from webapp.input.texts import check_text

BYTE_ORDER_MARK_BYTES = 3


def read_file(file: BinaryIO, name: str, limits: TextLimits, *, may_be_empty: bool = False) -> str:
    """Return the text of a plain-text file. `name` is what messages call it.

    Errors: InvalidInput where it holds no plain text; TooLarge past a limit.
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
