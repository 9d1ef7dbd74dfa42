"""Rich text (.rtf). The library carries plain paragraphs; what it cannot is found by a scan and named."""

import re

from striprtf.striprtf import rtf_to_text

from webapp.importers.blocks import BULLET, join_blocks
from webapp.importers.imported import Imported
from webapp.importers.texts.encodings import REPLACEMENT

NAME = "rtf/1"

# What the file may hold, by its control words, and what becomes of it.
LOST = {
    r"\\footnote(?![a-z])": "Its notes are left out.",
    r"\\shptxt(?![a-z])": "Its text boxes may be left out.",
    r"\\deleted(?![a-z0])": "Text that was deleted with tracked changes may still be in it.",
    r"\\v(?![a-z0])": "Hidden text may be in it.",
    r"\bEQ[^}]{0,80}\\\\o": "Words with a reading above them (ruby) may be left out.",
}
HOPELESS = "Save the file as a Word document (.docx) to carry all of it."
ROW = re.compile(r"^.*\|$", re.MULTILINE)
HALVES = re.compile("[\ud800-\udfff]+")


def read(data: bytes, name: str) -> Imported:
    """Return the story in a rich text file. Characters outside its alphabets are written in it as their codes."""
    written = data.decode("ascii", "replace") if data.isascii() else data.decode("cp1252", "replace")
    plain = str(rtf_to_text(written, errors="replace"))  # type: ignore[no-untyped-call]
    text = HALVES.sub(_whole, plain).replace("\0", REPLACEMENT)
    warnings = [warning for sign, warning in LOST.items() if re.search(sign, written)]
    return Imported(
        join_blocks(BULLET.sub("", line) for line in ROW.sub(_cells, text).split("\n")),
        NAME,
        warnings=(*warnings, HOPELESS) if warnings else (),
    )


def _whole(halves: re.Match[str]) -> str:
    """Return the characters that the library leaves in halves of UTF-16."""
    return halves[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _cells(row: re.Match[str]) -> str:
    """Return a row of a table with tabs between its cells, as in every other format."""
    return "\t".join(cell.strip() for cell in row[0].rstrip("|").split("|"))
