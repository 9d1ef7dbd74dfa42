"""WACZ packages: a zip archive of WARC files, with a list of their pages."""

import json
from collections.abc import Iterator

from webapp.importers.imported import Imported
from webapp.importers.office.packages import Package
from webapp.importers.web_archives.capture_reader import CaptureReader
from webapp.importers.web_archives.stories import stories_of

NAME = "wacz/1"

LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
"""The pages that somebody chose, and those that a crawler found from there."""

ARCHIVES = "archive/"
ENDINGS = (".warc", ".warc.gz")


def read(data: bytes, name: str) -> Imported:
    """Return the stories in a package. Errors: InvalidInput if there is none or it is damaged; TooLarge."""
    package = Package(data, name)
    reader = CaptureReader(name)
    for part in package.names():
        if part.startswith(ARCHIVES) and part.endswith(ENDINGS):
            reader.read(package.part(part) or b"")
    listed = dict(page for part in LISTS for page in _listed(package.part(part) or b""))
    return stories_of(reader.found, NAME, name, listed)


def _listed(lines: bytes) -> Iterator[tuple[str, str]]:
    """Yield address and title of each page that is listed. What is no page in it, such as its first line, is passed."""
    for line in lines.splitlines():
        try:
            page = json.loads(line)
        except ValueError:
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str):
            yield page["url"].partition("#")[0], str(page.get("title") or "")
