"""A comparison as a file to hand out."""

from dataclasses import dataclass
from datetime import UTC, datetime

from webapp.engine.model import Comparison
from webapp.exporters.formats import format_of
from webapp.exporters.model import Sheet, SheetSide


@dataclass(frozen=True, slots=True)
class File:
    """A file to hand out."""

    name: str
    mimetype: str
    data: bytes


def sheet_file(sheet: Sheet, ending: str, name: str) -> File:
    """Return a sheet as a file of this kind. Errors: NotFound for an unknown ending."""
    kind = format_of(ending)
    return File(f"{name}.{ending}", kind.mimetype, kind.write(sheet))


def export_texts(comparison: Comparison, old: str, new: str, ending: str) -> File:
    """Return a comparison of two texts with these names as a file. Errors: NotFound for an unknown ending."""
    return sheet_file(Sheet(comparison, SheetSide(old), SheetSide(new), datetime.now(UTC)), ending, "stet")
