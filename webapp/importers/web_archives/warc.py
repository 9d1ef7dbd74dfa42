"""WARC files (.warc, .warc.gz): each record packed by itself, or all of them in one."""

from webapp.importers.imported import Imported
from webapp.importers.web_archives.capture_reader import CaptureReader
from webapp.importers.web_archives.stories import stories_of

NAME = "warc/1"


def read(data: bytes, name: str) -> Imported:
    """Return the stories in an archive. Errors: InvalidInput if there is none; TooLarge above a limit."""
    reader = CaptureReader(name)
    reader.read(data)
    return stories_of(reader.found, NAME, name, {})
