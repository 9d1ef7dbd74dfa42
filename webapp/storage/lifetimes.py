"""Expiry of links. A link that was once reported as expired stays expired, even if the clock is set back.

An expired link that a reader meets is deleted at once (`Database.read`), and after that no clock can bring it back. If
that fails, because another program is writing or the database is read-only, its id is remembered in this process and
the next write deletes it (`Database.sweep`). Remembering only the latest time seen would take less memory, but a
clock that jumped years ahead for one second would then expire every link made after it was corrected.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import islice


def utc_now() -> datetime:
    return datetime.now(UTC)


class Lifetimes:
    """The clock of one database, and the ids of links reported as expired. `sightings` counts the reports."""

    def __init__(self, clock: Callable[[], datetime] = utc_now) -> None:
        self.now = clock
        self.sightings = 0
        self._ended: dict[str, None] = {}

    def has_ended(self, public_id: str, expires_at: datetime | None) -> bool:
        if expires_at is None or (public_id not in self._ended and expires_at > self.now()):
            return False
        self._ended[public_id] = None
        self.sightings += 1
        return True

    def ended(self, limit: int) -> list[str]:
        """Return at most `limit` ids of links that were reported as expired, oldest report first."""
        return list(islice(tuple(self._ended), limit))

    def forget(self, public_ids: Iterable[str]) -> None:
        """Forget ids that are no longer stored."""
        for public_id in public_ids:
            self._ended.pop(public_id, None)
