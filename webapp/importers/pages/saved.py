"""Where and when a page was saved, as the file says itself."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from webapp.importers.imported import Imported, KnownStory

START_CHARS = 2_000
SINGLEFILE = re.compile(
    r"Page saved with SingleFile\s+url: (?P<address>\S{1,2000})"
    r"\s+saved date: \w{3} (?P<moment>\w{3} \d\d \d{4} \d\d:\d\d:\d\d) GMT(?P<zone>[+-]\d{4})"
)
BROWSER = re.compile(r"<!-- saved from url=\(\d{4}\)(?P<address>\S{1,2000}) -->")

ON_THE_WEB = ("http://", "https://")
"""Any other address is that of a file on the machine of the one who saved the page, and of no use to others."""


def place_in(page: str) -> tuple[str, datetime | None]:
    """Return address and moment that SingleFile or a browser wrote above a page; "" and None if there are none.

    >>> place_in("<!-- saved from url=(0021)https://bay.example/a -->")
    ('https://bay.example/a', None)
    """
    start = page[:START_CHARS]
    found = SINGLEFILE.search(start) or BROWSER.search(start)
    if not found:
        return "", None
    said = found.groupdict()
    try:
        moment = (
            datetime.strptime(f"{said['moment']} {said['zone']}", "%b %d %Y %H:%M:%S %z") if "zone" in said else None
        )
    except ValueError:
        moment = None
    return said["address"], moment


def with_place(story: Imported, address: str, moment: datetime | None) -> Imported:
    """Return a story with where it stood and when it was saved."""
    if not story.text.strip() or not address.startswith(ON_THE_WEB):
        return story
    known = KnownStory(
        story.text,
        story.title,
        story.byline,
        story.outlet,
        story.language,
        story.published,
        address,
        moment.astimezone(UTC) if moment else None,
        story.warnings,
    )
    return replace(story, stories=(known,))
