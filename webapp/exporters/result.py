"""The result as JSON: of a link byte for byte as it was stored, else as it would be."""

from webapp.engine.codec import canonical_json
from webapp.exporters.model import Sheet


def write(sheet: Sheet) -> bytes:
    """Return the file."""
    return (sheet.stored or canonical_json(sheet.comparison)).encode()
