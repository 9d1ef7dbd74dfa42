"""Dates in figures: `2024-02-27`, `27/02/2024`."""

from typing import NamedTuple

from webapp.engine.changes.flags.figures import is_readable
from webapp.engine.languages.language import Language
from webapp.patterns import lazy_pattern

_DATE = lazy_pattern(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)|(?P<first>\d\d?)([./])(?P<second>\d\d?)\5(?P<y>\d{4})"
)


class Day(NamedTuple):
    """A date in figures; `day` names month and day as those of dates in words are named: "2-27"."""

    year: str
    day: str


def numeric_date(text: str, language: Language) -> Day | None:
    """Return the date of `2024-02-27` or `27/02/2024`; its day is the text if day and month are ambiguous."""
    date = _DATE.fullmatch(text)
    if not date or not is_readable(text):
        return None
    if date["year"]:
        return Day(date["year"], f"{int(date['month'])}-{int(date['day'])}")
    first, second = int(date["first"]), int(date["second"])
    if language.day_comes_first or first > 12:
        return Day(date["y"], f"{second}-{first}")
    return Day(date["y"], f"{first}-{second}" if second > 12 or first == second else text)
