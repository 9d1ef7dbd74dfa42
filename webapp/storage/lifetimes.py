"""Whether a link has ended. Who was told that it has must not be shown it later, whatever the clock says then.

What readers saw is deleted at once (`Database.read`), and from then on no clock anywhere can bring it back. Where that
cannot be, since another is writing or the database can only be read, it is remembered here, in the running program, and
goes with the next write (`Database.sweep`). The links that were seen are
remembered one by one. The latest moment that was ever read would be less to remember, but a clock that was wrong for a
second, years ahead, would then end every link that is made after it was put right.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import islice


def utc_now() -> datetime:
    return datetime.now(UTC)


class Lifetimes:
    """The clock of one database, and the links that were seen to have ended by it; `sightings` counts how often."""

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
        """Return at most so many of the links that were seen to have ended, the first ones first."""
        return list(islice(tuple(self._ended), limit))

    def forget(self, public_ids: Iterable[str]) -> None:
        """Forget links that are not stored any more."""
        for public_id in public_ids:
            self._ended.pop(public_id, None)
