"""The words about captures: what came of the last one, and how a version was captured."""

from webapp.display.phrases.figures import grouped

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
