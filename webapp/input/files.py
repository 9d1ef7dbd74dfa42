"""Reads a story from a file: not beyond the limits, by the importer of its format, validated."""

from dataclasses import replace
from pkgutil import resolve_name
from typing import cast

from webapp.errors import TooLarge
from webapp.importers.formats import Read, read
from webapp.importers.imported import Imported
from webapp.input.limits import TextLimits
from webapp.input.texts import check_text

IN_UTF8 = "webapp.importers.texts.named:in_utf8"
"""Named, not imported: few files need it."""


def read_file(
    data: bytes,
    name: str,
    limits: TextLimits,
    *,
    read: Read = read,
    may_be_empty: bool = False,
    encoding: str = "",
) -> Imported:
    """Return the story in a file. `name`: for messages. `read`: `formats.read`, or one that runs it elsewhere.

    encoding  the name of that of a text file that does not say it itself; "" to have it guessed
    Errors: InvalidInput if no importer can read it, or there is no such encoding; TooLarge above a limit.
    """
    check_size(len(data), name, limits)
    named = cast(bytes, resolve_name(IN_UTF8)(data, name, encoding)) if encoding else data
    imported = read(named, name)
    if named is not data:
        imported = replace(imported, encoding=encoding.strip(), encoding_by="name")
    if imported.text or not may_be_empty:
        check_stories(imported, limits, name)
    return imported


def check_stories(imported: Imported, limits: TextLimits, name: str) -> None:
    """Check what was read: the text, or each story of a file that tells several apart, which may be long together.

    Errors: InvalidInput, TooLarge.
    """
    if len(imported.stories) < 2:
        check_text(imported.text, limits, name)
        return
    for number, story in enumerate(imported.stories, 1):
        check_text(story.text, limits, f"Story {number:,} of {name}")


def check_whole(imported: Imported, limits: TextLimits, name: str) -> None:
    """Check that the stories of a file can be compared as one text. Errors: TooLarge."""
    if len(imported.stories) > 1:
        check_text(imported.text, limits, f"{name}, {len(imported.stories):,} stories as one text,")


def check_size(size: int, name: str, limits: TextLimits) -> None:
    """Errors: TooLarge if a file has more bytes than a file may have."""
    if size > limits.max_upload_bytes:
        raise TooLarge(f"{name} is too large: a file may have {limits.max_upload_bytes:,} bytes.")
