"""When an address is fetched again."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from webapp.errors import InvalidInput

MIN_MINUTES = 15
MAX_MINUTES = 24 * 60
"""Between two captures. Range: 15 minutes..1 day. Why: what comes more often is a burden, and later no watching."""

OFFERED_MINUTES: Sequence[int] = (15, 30, 60, 3 * 60, 6 * 60, 12 * 60, MAX_MINUTES)
"""Minutes that a reader chooses from."""

MAX_DOUBLINGS = 7
"""Of the time after failures. Range: any that makes a day of `MIN_MINUTES`. Why: then it is cut to a day."""


def check_minutes(minutes: int) -> int:
    """Errors: InvalidInput if an address is not to be fetched again that often, or that seldom."""
    if not MIN_MINUTES <= minutes <= MAX_MINUTES:
        raise InvalidInput("An address is fetched again every 15 minutes to every 24 hours.", "minutes")
    return minutes


def next_due(now: datetime, minutes: int, failures: int, wait_until: datetime | None) -> datetime:
    """Return when to fetch again: later after each failure in a row, up to a day, and never before `wait_until`.

    >>> from datetime import UTC
    >>> now = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    >>> [next_due(now, 15, failures, None).strftime("%d %H:%M") for failures in (0, 1, 2, 3, 9)]
    ['02 09:15', '02 09:15', '02 09:30', '02 10:00', '03 09:00']
    """
    doublings = min(max(failures - 1, 0), MAX_DOUBLINGS)
    due = now + timedelta(minutes=min(minutes * 2**doublings, MAX_MINUTES))
    return max(due, wait_until) if wait_until else due
