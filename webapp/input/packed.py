"""Unpacks a file that was packed with Brotli, which has no mark of its own: its name says so."""

from collections.abc import Callable
from pkgutil import resolve_name
from typing import Any, cast

from webapp.errors import InvalidInput
from webapp.input.files import check_size
from webapp.input.limits import TextLimits

UNPACK = "webapp.importers.web_archives.unpacking:unpack"
"""Named, not imported: few files need it."""


def unpacked(data: bytes, name: str, limits: TextLimits) -> bytes:
    """Return a file as it was before it was packed. Errors: InvalidInput if it is damaged; TooLarge."""
    check_size(len(data), name, limits)
    whole = cast(Callable[[bytes, str, int], Any], resolve_name(UNPACK))(data, "br", limits.max_upload_bytes)
    if whole is None:
        check_size(limits.max_upload_bytes + 1, name, limits)
    if whole.data is data or not whole.is_whole:
        raise InvalidInput(f"{name} is damaged, or was not packed with Brotli.")
    return bytes(whole.data)
