"""The words about captures: what came of the last one, and how a version was captured."""

from collections.abc import Mapping
from datetime import datetime

from webapp.display.phrases.figures import grouped, instant
from webapp.display.phrases.links import origin_words

FAILURES_TOLD = 3
"""Failed captures in a row from which their number is said. Range: 2..10. Why: a site is often away once."""


def capture_report(outcome: str, said: str, failures: int) -> str:
    """Say what came of the last capture, whose moment is said before.

    >>> capture_report("changed", "1 number changed", 0)
    'a new version: 1 number changed.'
    >>> capture_report("failed", "The server is away.", 3)
    'no version. The last 3 captures failed. The server is away.'
    """
    if outcome == "failed":
        row = f" The last {grouped(failures)} captures failed." if failures >= FAILURES_TOLD else " The capture failed."
        return f"no version.{row} {said}"
    return f"a new version: {said}." if outcome == "changed" else f"{said[:1].lower()}{said[1:]}."


def capture_way(origin: str, capture: Mapping[str, object]) -> str:
    """Say how a version was captured.

    >>> capture_way("upload", {"file": "noon.docx"}), capture_way("paste", {})
    ('Taken from the file noon.docx', 'Pasted by a reader')
    """
    file = capture.get("file") if origin == "upload" else ""
    return f"Taken from the file {file}" if file else origin_words(origin, str(capture.get("address", "")))


def added_at(capture: Mapping[str, object]) -> datetime | None:
    """Return when a version was added whose time of capture is not by our clock; None if it is."""
    return datetime.fromisoformat(str(capture["added_at"])) if "added_at" in capture else None


def whose_time(capture: Mapping[str, object]) -> str:
    """Say whose the time of capture is if it is not by our clock."""
    return f"the time of capture {'is as the file says' if 'captured' in capture else 'was given'}"


def time_words(capture: Mapping[str, object]) -> str:
    """Say when a version was added and whose its time of capture is; "" if that is by our clock.

    >>> time_words({"captured_at": "2026-11-02T09:14:00+00:00", "added_at": "2026-11-03T10:00:00+00:00"})
    ' on 3 November 2026, 10:00 UTC; the time of capture was given'
    """
    added = added_at(capture)
    return f" on {instant(added)}; {whose_time(capture)}" if added else ""
