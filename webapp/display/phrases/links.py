"""What is said of a link: where its texts came from, when it expires, and what differs today."""

from datetime import datetime

from webapp.display.phrases.figures import instant, minute
from webapp.display.phrases.files import ROLES

CHECKED = {"old": ROLES[0], "new": ROLES[1], "result": "Result"}
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


def way_of(origin: str, address: str = "") -> str:
    """Say how a text came here. `origin` is one of storage's; `address` is where it was fetched from."""
    return f"Fetched from {address}" if address else _WAYS[origin]


def captured(way: str, moment: datetime, version: int) -> str:
    """Say how and when a version was captured: what it is evidence of, and no more than that."""
    return f"In the version captured on {instant(moment)} ({way[0].lower()}{way[1:]}, version {version})"


def captured_in_file(way: str, moment: datetime, version: int, is_frozen: bool) -> str:
    """Say the same in a file; not `is_frozen` if the link is older than the freezing of titles."""
    said = f"{way}, {minute(moment)}, version {version}"
    return said if is_frozen else f"{said}; title, outlet and date as they are today, for they were not frozen"


def ending(moment: datetime | None) -> str:
    """Say when a link expires; None is never."""
    return f"This link expires on {instant(moment)}." if moment else "This link does not expire."
