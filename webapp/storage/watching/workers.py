"""The programs that do jobs, and when each was last seen to run."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.storage.watching.tables import WorkerRow


class Workers:
    def __init__(self, session: Session) -> None:
        self._session = session

    def note(self, name: str, seen: datetime) -> None:
        """Note that a worker runs."""
        self._session.merge(WorkerRow(name=name, seen=seen))

    def all(self) -> Sequence[tuple[str, datetime]]:
        """Return the names of the workers, and when each was last seen."""
        rows = self._session.execute(select(WorkerRow.name, WorkerRow.seen).order_by(WorkerRow.name))
        return [(name, seen) for name, seen in rows]

    def remove(self, name: str) -> None:
        """Forget a worker."""
        self._session.execute(delete(WorkerRow).where(WorkerRow.name == name))
