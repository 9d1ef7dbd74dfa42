"""Texts that are held and not kept: shown while they are held or a link uses them, removed after that."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session

from webapp.storage.lifetimes import Lifetimes
from webapp.storage.orphans import Orphans
from webapp.storage.records import Removed
from webapp.storage.tables import ArticleRow, ComparisonRow, VersionRow

_IN_A_LINK = exists().where(
    VersionRow.article_id == ArticleRow.id,
    or_(ComparisonRow.old_version_id == VersionRow.id, ComparisonRow.new_version_id == VersionRow.id),
)


class Holding:
    def __init__(self, session: Session, lifetimes: Lifetimes) -> None:
        self._session = session
        self._lifetimes = lifetimes

    def until(self, hours: int) -> datetime:
        """Return the moment so many hours from now."""
        return self._lifetimes.now() + timedelta(hours=hours)

    def has_ended(self, article_id: int, held_until: datetime | None) -> bool:
        """Return whether the time of an article that is not kept is over and no link uses it.

        What a reader meets so is removed at once (`Database.read`).
        """
        if held_until is not None and held_until > self._lifetimes.now():
            return False
        is_used = self._session.scalar(select(ArticleRow.id).where(ArticleRow.id == article_id, _IN_A_LINK))
        if is_used is None:
            self._lifetimes.sightings += 1
        return is_used is None

    def ended(self, limit: int) -> list[int]:
        """Return at most `limit` articles that are held no longer and that no link uses."""
        query = select(ArticleRow.id).where(self._is_over(), ~_IN_A_LINK).order_by(ArticleRow.held_until)
        return list(self._session.scalars(query.limit(limit)))

    def remove(self, article_ids: Collection[int]) -> Removed:
        """Remove these articles with their texts, except those that are held anew, kept or used by now."""
        versions = self._session.scalars(select(VersionRow.id).where(VersionRow.article_id.in_(article_ids)))
        articles, texts = Orphans(self._session).remove(versions.all(), self._is_over())
        return Removed(0, articles, texts)

    def _is_over(self) -> ColumnElement[bool]:
        return and_(ArticleRow.kept.is_(False), ArticleRow.held_until <= self._lifetimes.now())
