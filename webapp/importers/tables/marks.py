"""Which text files are tables of stories, by their first rows."""

import codecs
import re
from collections.abc import Callable
from pkgutil import resolve_name
from typing import cast

HOLDS_STORIES = "webapp.importers.tables.rows:holds_stories"
"""Named, not imported: most texts show in their first line that they are no table."""

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
FIRST_LINE = re.compile(rb"[^\r\n,;\t|]*+[,;\t|][^\r\n]*+[\r\n]")


def is_story_table(data: bytes, name: str) -> bool:
    """Return whether a head row names a text and a title or date, and most of the rows below it have as many cells."""
    if not FIRST_LINE.match(data):
        return False
    return cast(Callable[[str], bool], resolve_name(HOLDS_STORIES))(_text(data))


def _text(data: bytes) -> str:
    """Return the text of a file as far as its head row needs: names with accents are read in the usual encodings."""
    if data.startswith(UTF16_MARKS):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
