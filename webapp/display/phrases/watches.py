"""The words about watches."""

from webapp.display.phrases.figures import counted


def every(minutes: int) -> str:
    """Say how often an address is fetched.

    >>> every(15), every(60), every(90), every(180), every(1440)
    ('every 15 minutes', 'every hour', 'every 90 minutes', 'every 3 hours', 'every day')
    """
    if minutes == 24 * 60:
        return "every day"
    if minutes % 60:
        return f"every {counted(minutes, 'minute')}"
    return "every hour" if minutes == 60 else f"every {counted(minutes // 60, 'hour')}"
