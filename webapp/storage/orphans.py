"""Removes what only a deleted link used: articles made for that link, their versions and their texts."""

from collections.abc import Collection, Sequence
from typing import TypeVar

from sqlalchemy import Select, delete, or_, select
from sqlalchemy.orm import Session

from webapp.storage.tables import ArticleRow, ComparisonRow, ReceivedRow, TextRow, VersionRow

Key = TypeVar("Key", int, str)


class Orphans:
    """Removes rows that nothing refers to. Articles of the library (`ArticleRow.kept`) are never removed.

    Each row is locked before it is checked, so that a concurrent writer has either added its reference already or finds
    the row gone. All writers lock in the same order, which prevents deadlocks: texts by SHA-256, articles, versions.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def remove(self, version_ids: Collection[int]) -> tuple[int, int]:
        """Remove the articles and texts of these versions that nothing refers to. Return how many of each."""
        digests = self._locked(
            select(TextRow.sha256)
            .where(TextRow.sha256.in_(select(VersionRow.text_sha256).where(VersionRow.id.in_(version_ids))))
            .order_by(TextRow.sha256)
        )
        return self._remove_articles(version_ids), self._remove_texts(digests)

    def _remove_articles(self, version_ids: Collection[int]) -> int:
        given = self._locked(
            select(ArticleRow.id)
            .where(ArticleRow.id.in_(select(VersionRow.article_id).where(VersionRow.id.in_(version_ids))))
            .where(ArticleRow.kept.is_(False))
            .order_by(ArticleRow.id)
        )
        self._locked(select(VersionRow.id).where(VersionRow.article_id.in_(given)).order_by(VersionRow.id))
        gone = [article_id for article_id in given if not self._is_needed(article_id)]
        versions = select(VersionRow.id).where(VersionRow.article_id.in_(gone))
        self._session.execute(delete(ReceivedRow).where(ReceivedRow.version_id.in_(versions)))
        self._session.execute(delete(VersionRow).where(VersionRow.article_id.in_(gone)))
        self._session.execute(delete(ArticleRow).where(ArticleRow.id.in_(gone)))
        return len(gone)

    def _remove_texts(self, digests: Sequence[str]) -> int:
        needed = self._session.scalars(select(VersionRow.text_sha256).where(VersionRow.text_sha256.in_(digests)))
        gone = set(digests) - set(needed)
        self._session.execute(delete(TextRow).where(TextRow.sha256.in_(gone)))
        return len(gone)

    def _is_needed(self, article_id: int) -> bool:
        """Return whether a comparison has a version of this article."""
        ids = list(self._session.scalars(select(VersionRow.id).where(VersionRow.article_id == article_id)))
        in_comparison = or_(ComparisonRow.old_version_id.in_(ids), ComparisonRow.new_version_id.in_(ids))
        return self._session.scalar(select(ComparisonRow.id).where(in_comparison).limit(1)) is not None

    def _locked(self, query: Select[Key]) -> list[Key]:
        return list(self._session.scalars(query.with_for_update()))
