"""The words about a link: where its texts came from, when it expires, and what differs today."""

from datetime import datetime

from webapp.display.phrases.figures import instant, minute
from webapp.display.phrases.files import ROLES

CHECKED = {
    "old": ROLES[0],
    "new": ROLES[1],
    "old_received": f"{ROLES[0]}, as it came",
    "new_received": f"{ROLES[1]}, as it came",
    "result": "Result",
}
"""The names of what has a checksum."""

FOUND_TODAY = "Found today, not when it was frozen"
FOUND_THEN = "Found when it was frozen, not today"
OF_THE_WORDS = "of the original’s words stand."

_WAYS = {
    "seed": "Loaded from a file of a collection",
    "paste": "Pasted by a reader",
    "upload": "Taken from a file",
    "url": "Fetched",
    "api": "Sent by a program",
    "unknown": "Given as a text, by whom was not recorded",
}


def origin_words(origin: str, address: str = "") -> str:
    """Return how a text came here. `origin` is one of storage's; `address` is where it was fetched from."""
    return f"Fetched from {address}" if address else _WAYS[origin]


def capture_sentence(way: str, moment: datetime, version: int) -> str:
    """Return how and when a version was captured: what it is evidence of, and no more."""
    return f"In the version captured on {instant(moment)} ({way[0].lower()}{way[1:]}, version {version})"


def capture_line(way: str, moment: datetime, version: int, is_frozen: bool) -> str:
    """Return the same for a file; not `is_frozen` if the link is older than the freezing of titles."""
    said = f"{way}, {minute(moment)}, version {version}"
    return said if is_frozen else f"{said}; title, outlet and date as they are today, for they were not frozen"


def kept_links(links: int) -> str:
    """Say what becomes of the links that were made of an article when it is deleted."""
    if not links:
        return "No link was made of it."
    if links == 1:
        return "One link was made of it: it keeps its frozen text, and goes on to show what it shows now."
    return f"{links:,} links were made of it: they keep their frozen texts, and go on to show what they show now."


def ending(moment: datetime | None) -> str:
    """Return when a link expires; None is never."""
    return f"This link expires on {instant(moment)}." if moment else "This link does not expire."
