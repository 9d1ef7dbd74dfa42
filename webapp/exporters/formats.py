"""Every kind of file, in the order in which a page offers them.

To add one: write its module, and add its line here. The page of a link, the addresses, the command line and the test of
docs/sharing.md read this table. The module is named, not imported, so that `stet diff` loads only the one it needs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import cast

from webapp.errors import NotFound
from webapp.exporters.model import Sheet


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    ending    how its name ends, without the dot: its name in addresses and on the command line
    label     its name on the page of a link
    mimetype  its media type
    writer    the function that turns a Sheet into its bytes, as module:function
    is_text   whether a terminal can show it
    """

    ending: str
    label: str
    mimetype: str
    writer: str
    is_text: bool = True

    def write(self, sheet: Sheet) -> bytes:
        """Return the bytes of a file."""
        return cast(bytes, resolve_name(self.writer)(sheet))


JSON = "json"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_FORMATS = (
    Format("docx", "Word, with tracked changes", _WORD, "webapp.exporters.word:write", is_text=False),
    Format("html", "web page", "text/html", "webapp.exporters.page:write"),
    Format("txt", "text", "text/plain", "webapp.exporters.text:write"),
    Format("csv", "table of the changes", "text/csv", "webapp.exporters.table:write"),
    Format("diff", "unified diff", "text/x-diff", "webapp.exporters.unified:write"),
    Format("tei.xml", "TEI", "application/tei+xml", "webapp.exporters.tei:write"),
    Format(JSON, "JSON", "application/json", "webapp.exporters.result:write"),
)
FORMATS: Mapping[str, Format] = {kind.ending: kind for kind in _FORMATS}
"""The kinds of files by their endings."""


def format_of(ending: str) -> Format:
    """Return the kind of file with this ending. Errors: NotFound for an unknown one."""
    if ending not in FORMATS:
        raise NotFound(f"There is no such kind of file. There are: {', '.join(FORMATS)}.")
    return FORMATS[ending]
