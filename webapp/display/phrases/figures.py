"""How figures and dates are written on screen: the same on every machine, whatever its locale."""

from datetime import date, datetime

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(moment: date) -> str:
    """Write a date as 20 July 2022."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def instant(moment: datetime) -> str:
    """Write a moment, held in UTC, to the minute."""
    return f"{day(moment)}, {moment:%H:%M} UTC"


def brief_instant(moment: datetime) -> str:
    """Write a moment, held in UTC, where the zone was said before: 20 July 2022, 14:05."""
    return f"{day(moment)}, {clock(moment)}"


def clock(moment: datetime) -> str:
    """Write the time of a moment, where its day was said before: 14:05."""
    return f"{moment:%H:%M}"


def minute(moment: datetime) -> str:
    """Write a moment, held in UTC, as 2022-07-20 14:05 UTC, for files that programs read too."""
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def grouped(number: int) -> str:
    """Write a whole number with its thousands apart."""
    return f"{number:,}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Write a number and what it counts: 1 word, 2,104 words."""
    return f"{grouped(number)} {singular if number == 1 else plural or singular + 's'}"


def percent(share: float) -> str:
    """Write a share, 0..1, in whole per cent. Never 100 if something is missing, never 0 if something is left."""
    rounded = round(share * 100)
    if share < 1 and rounded == 100:
        return "over 99\u00a0%"
    if share > 0 and rounded == 0:
        return "under 1\u00a0%"
    return f"{rounded}\u00a0%"
