"""Days and moments as feeds and wires write them."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

DAY = re.compile(r"(\d{4})([-/.]?)(\d\d)\2(\d\d)(?!\d)")
DOTTED = re.compile(r"(\d\d?)\. ?(\d\d?)\. ?(\d{4})(?!\d)")
"""Where dots stand between its numbers, a date begins with the day."""


def moment_of(written: str) -> datetime | None:
    """Return a moment such as 2026-05-03T10:00:00Z, 20260503T100000+0200 or Sun, 3 May 2026 10:00 GMT, else None.

    >>> moment_of("20260503T100000Z"), moment_of("3rd of May")
    (datetime.datetime(2026, 5, 3, 10, 0, tzinfo=datetime.timezone.utc), None)
    """
    tidy = " ".join(written.split())
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(tidy)
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
    return None


def day_of(written: str) -> date | None:
    """Return the day of a moment, in the zone in which it is written; None if it cannot be told for certain.

    >>> day_of("Sun, 03 May 2026 23:30:00 -0800"), day_of("2026/05/03"), day_of("03/05/2026"), day_of("3.5.2026")
    (datetime.date(2026, 5, 3), datetime.date(2026, 5, 3), None, datetime.date(2026, 5, 3))
    """
    found, dotted = DAY.match(written.strip()), DOTTED.match(written.strip())
    try:
        if found:
            return date(int(found[1]), int(found[3]), int(found[4]))
        if dotted:
            return date(int(dotted[3]), int(dotted[2]), int(dotted[1]))
    except ValueError:
        return None
    moment = moment_of(written)
    return moment.date() if moment else None


def said_moment(written: str) -> str:
    """Return a moment for a reader, as it was written if it cannot be read.

    >>> said_moment("2026-05-03T10:00:00+02:00"), said_moment("2026-05-03T10:00Z"), said_moment("noon")
    ('3 May 2026, 10:00 UTC+02:00', '3 May 2026, 10:00 UTC', 'noon')
    """
    moment = moment_of(written)
    if moment is None:
        return written
    zone = f" {moment.tzinfo and moment.tzname()}" if moment.tzinfo else ", in no named time zone"
    return f"{moment.day} {moment:%B %Y, %H:%M}{' UTC' if moment.tzinfo is UTC else zone}"
