"""What came of the last capture of each article's address."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.storage.tables import LastCaptureRow
from webapp.storage.watching.records import LastCapture, Outcome

MAX_FAILURES = 1_000_000
"""Counted no further. Range: any. Why: the column has 32 bits; at one capture a minute this takes two years."""


class LastCaptures:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, article_id: int) -> LastCapture | None:
        """Return what came of the last capture of an article; None if it was never captured again."""
        row = self._session.get(LastCaptureRow, article_id)
        return LastCapture(row.moment, row.outcome, row.said, row.failures) if row else None

    def note(self, article_id: int, moment: datetime, outcome: Outcome, said: str) -> None:
        """Note what came of a capture, in place of the one before. The article's row must be locked."""
        before = self.of(article_id)
        failures = min((before.failures if before else 0) + 1, MAX_FAILURES) if outcome == "failed" else 0
        row = LastCaptureRow(article_id=article_id, moment=moment, outcome=outcome, said=said, failures=failures)
        self._session.merge(row)
