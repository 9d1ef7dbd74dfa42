"""The file or page that a version was read from, as it came."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from webapp.storage.records import Version

ENDINGS = {"plain": "txt", "": "bin"}


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """What came, and the name under which it can be saved."""

    data: bytes
    name: str


def name_of(version: Version) -> str:
    """Return the name of the file that a version was read from; of a page, its host and kind."""
    capture = version.capture
    if capture.get("file"):
        return str(capture["file"])
    kind = str(capture.get("importer", "")).partition("/")[0]
    host = urlsplit(str(capture.get("address", ""))).hostname or f"version-{version.id}"
    return f"{host}.{ENDINGS.get(kind, kind)}"
