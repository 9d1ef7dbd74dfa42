"""A comparison as a file to hand out."""

from dataclasses import dataclass
from datetime import UTC, datetime

from webapp.engine.codec import canonical_json
from webapp.engine.model import Comparison
from webapp.errors import NotFound
from webapp.exporters.endings import ENDINGS, JSON
from webapp.exporters.formats import FORMATS
from webapp.exporters.model import Sheet, SheetSide


@dataclass(frozen=True, slots=True)
class File:
    """A file to hand out."""

    name: str
    mimetype: str
    data: bytes


def json_file(written: str, name: str) -> File:
    """Return the JSON of a comparison, as it was written, as a file."""
    return File(f"{name}.{JSON}", "application/json", written.encode())


def sheet_file(sheet: Sheet, ending: str, name: str) -> File:
    """Return a sheet as a file of this kind. Errors: NotFound for another ending, and for JSON."""
    kind = FORMATS.get(ending)
    if kind is None:
        raise NotFound(f"There is no such kind of file. There are: {', '.join(ENDINGS)}.")
    return File(f"{name}.{ending}", kind.mimetype, kind.write(sheet))


def export_texts(comparison: Comparison, old: str, new: str, ending: str) -> File:
    """Return a comparison of two texts with these names as a file. Errors: NotFound for another ending."""
    if ending == JSON:
        return json_file(canonical_json(comparison), "stet")
    return sheet_file(Sheet(comparison, SheetSide(old), SheetSide(new), datetime.now(UTC)), ending, "stet")
