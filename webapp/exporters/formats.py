"""Every kind of file, by the name that addresses and the command line have for it.

JSON is not among them: it is what was stored, byte for byte, and needs no writing.
"""

from collections.abc import Mapping

from webapp.exporters import page, table, tei, text, unified, word
from webapp.exporters.model import Format

FORMATS: Mapping[str, Format] = {
    "html": Format(page.MIMETYPE, page.write),
    "docx": Format(word.MIMETYPE, word.write),
    "txt": Format(text.MIMETYPE, text.write),
    "csv": Format(table.MIMETYPE, table.write),
    "diff": Format(unified.MIMETYPE, unified.write),
    "tei.xml": Format(tei.MIMETYPE, tei.write),
}
