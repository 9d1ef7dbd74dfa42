"""What a wire says of the state of its story, as warnings in plain words."""

from collections.abc import Iterable, Iterator

from webapp.importers.moments import said_moment

KILLED = {"canceled", "cancelled", "kill", "killed"}
NO_NEWS = {"", "usable"}


def wire_notes(
    *,
    status: str = "",
    embargo: str = "",
    expires: str = "",
    version: str = "",
    urgency: str = "",
    signals: Iterable[str] = (),
    notes: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return sentences for a reader, those that may stop a publication first. What is "" is not told.

    status, signals  as codes, such as `usable`, `stat:canceled` or the address of one
    embargo, expires, as written in the file

    >>> wire_notes(status="stat:canceled", embargo="2026-05-03T10:00Z", version="3", notes=["Corrects the name."])
    ... # doctest: +NORMALIZE_WHITESPACE
    ('The wire has killed this story (status: canceled).', 'Embargoed until 3 May 2026, 10:00 UTC.',
     'The wire says: Corrects the name.', 'Version 3.')
    """
    return tuple(
        dict.fromkeys(
            [
                *_of_status(_code(status), has_embargo=bool(embargo)),
                *([f"Embargoed until {said_moment(embargo)}."] if embargo else []),
                *([f"Not to be used after {said_moment(expires)}."] if expires else []),
                *(f"The wire marks this as: {_code(signal)}." for signal in signals if signal),
                *(f"The wire says: {note}" for note in notes if note),
                *([f"Version {version}."] if version else []),
                *([f"Urgency {urgency}; 1 is the most urgent."] if urgency else []),
            ]
        )
    )


def _of_status(status: str, *, has_embargo: bool) -> Iterator[str]:
    if status in KILLED:
        yield f"The wire has killed this story (status: {status})."
    elif status == "withheld":
        yield "The wire withholds this story (status: withheld)."
    elif status == "embargoed":
        if not has_embargo:
            yield "Embargoed; the file does not say until when."
    elif status not in NO_NEWS:
        yield f"The wire gives it the status: {status}."


def _code(written: str) -> str:
    """Return the code behind its scheme: `canceled` of `stat:canceled`."""
    return written.strip().rpartition("/")[2].rpartition(":")[2].lower()
