"""The outbox: versions that are yet to be announced. A row is written with its version, and goes once it was told.

due <-- claimed: put off for as long as one delivery may take, so that no other deliverer takes it
 |`--- failed: put off
 `---- told, or given up: removed
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, Integer, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.storage.columns import Id
from webapp.storage.tables import ArticleRow, Table, VersionRow


class AnnouncementRow(Table):
    """A version that is yet to be announced, from when on it may be tried, and how often that was begun."""

    __tablename__ = "announcement"

    version_id: Mapped[int] = mapped_column(Id, ForeignKey("version.id"), primary_key=True, autoincrement=False)
    made_at: Mapped[datetime]
    due_at: Mapped[datetime] = mapped_column(index=True)
    attempts: Mapped[int] = mapped_column(Integer)


_ADDED = "added versions"


@dataclass(frozen=True, slots=True)
class Announcement:
    """A version that is to be announced. `attempts`: how often that was begun."""

    version_id: int
    made_at: datetime
    attempts: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many announcements wait, and when the first of them is due; None if none waits."""

    count: int
    due_at: datetime | None


def note_added(session: Session, version_id: int) -> None:
    """Note that this transaction has added a version."""
    session.info.setdefault(_ADDED, set()).add(version_id)


class Announcements:
    def __init__(self, session: Session) -> None:
        self._session = session

    def put_added(self, now: datetime, since: datetime) -> None:
        """Put the versions that this transaction has added into the outbox: those that are news.

        since  what was captured earlier is none, nor is the first version of an article, or what is not kept
        """
        added = self._session.info.pop(_ADDED, set())
        news = (
            select(VersionRow.id)
            .join(ArticleRow, ArticleRow.id == VersionRow.article_id)
            .where(VersionRow.id.in_(added), VersionRow.number > 1, VersionRow.captured_at >= since, ArticleRow.kept)
            .order_by(VersionRow.id)
        )
        for version_id in self._session.scalars(news).all() if added else ():
            self._session.add(AnnouncementRow(version_id=version_id, made_at=now, due_at=now, attempts=0))

    def claim(self, now: datetime, until: datetime) -> Announcement | None:
        """Take the announcement that is due longest, which no other deliverer gets before `until`."""
        due = (
            select(AnnouncementRow)
            .where(AnnouncementRow.due_at <= now)
            .order_by(AnnouncementRow.due_at, AnnouncementRow.version_id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        row = self._session.scalars(due).first()
        if row is None:
            return None
        row.due_at, row.attempts = until, row.attempts + 1
        return Announcement(row.version_id, row.made_at, row.attempts)

    def put_off(self, version_id: int, until: datetime) -> None:
        this = AnnouncementRow.version_id == version_id
        self._session.execute(update(AnnouncementRow).where(this).values(due_at=until))

    def remove(self, version_ids: Collection[int]) -> None:
        self._session.execute(delete(AnnouncementRow).where(AnnouncementRow.version_id.in_(version_ids)))

    def waiting(self) -> Waiting:
        count, due_at = self._session.execute(select(func.count(), func.min(AnnouncementRow.due_at))).one()
        return Waiting(count, due_at)
