"""Removes articles, their versions and their texts, except what a link needs."""

from collections.abc import Collection, Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, delete, or_, select, update
from sqlalchemy.orm import Session

from webapp.errors import NotFound
from webapp.storage.announcements import AnnouncementRow
from webapp.storage.index.index import ArticleIndex
from webapp.storage.tables import (
    ArticleRow,
    CollectionRow,
    ComparisonRow,
    KeptPairRow,
    LastCaptureRow,
    ReceivedRow,
    TextRow,
    VersionRow,
)
from webapp.storage.watching.tables import WatchRow

Key = TypeVar("Key", int, str)

NOT_KEPT = ArticleRow.kept.is_(False)


class Orphans:
    """Removes rows that nothing refers to. An article of the library (`ArticleRow.kept`) is removed only by its id.

    Each row is locked before it is checked, so that a concurrent writer has either added its reference already or finds
    the row gone. All writers lock in the same order, which prevents deadlocks: texts by SHA-256, articles, versions.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def remove(self, version_ids: Collection[int], only: ColumnElement[bool] = NOT_KEPT) -> tuple[int, int]:
        """Remove the articles and texts of these versions that nothing refers to. Return how many of each.

        `only`: the articles that may be removed
        """
        digests = self._lock_texts(VersionRow.id.in_(version_ids))
        return self._remove_articles(version_ids, only), self._remove_texts(digests)

    def remove_article(self, article_id: int) -> None:
        """Take an article out of the library. Those of its versions that links need stay, unlisted, with the links.

        Errors: NotFound.
        """
        digests = self._lock_texts(VersionRow.article_id == article_id)
        if not self._locked(select(ArticleRow.id).where(ArticleRow.id == article_id)):
            raise NotFound("There is no such article.")
        versions = self._locked(
            select(VersionRow.id).where(VersionRow.article_id == article_id).order_by(VersionRow.id)
        )
        needed = self._needed(versions)
        ArticleIndex(self._session).forget([article_id])
        self._remove_versions(set(versions) - needed)
        is_base = CollectionRow.base_article_id == article_id
        self._session.execute(update(CollectionRow).where(is_base).values(base_article_id=None))
        self._forget_captures([article_id])
        this = ArticleRow.id == article_id
        unlisted = {"kept": False, "held_until": None, "collection_id": None, "source_file": None}
        self._session.execute(
            update(ArticleRow).where(this).values(unlisted) if needed else delete(ArticleRow).where(this)
        )
        self._remove_texts(digests)

    def _lock_texts(self, of_versions: ColumnElement[bool]) -> list[str]:
        used = select(VersionRow.text_sha256).where(of_versions)
        return self._locked(select(TextRow.sha256).where(TextRow.sha256.in_(used)).order_by(TextRow.sha256))

    def _remove_articles(self, version_ids: Collection[int], only: ColumnElement[bool]) -> int:
        given = self._locked(
            select(ArticleRow.id)
            .where(ArticleRow.id.in_(select(VersionRow.article_id).where(VersionRow.id.in_(version_ids))))
            .where(only)
            .order_by(ArticleRow.id)
        )
        self._locked(select(VersionRow.id).where(VersionRow.article_id.in_(given)).order_by(VersionRow.id))
        gone = {article_id: versions for article_id in given if not self._needed(versions := self._of(article_id))}
        self._remove_versions({version_id for versions in gone.values() for version_id in versions})
        self._forget_captures(gone)
        self._session.execute(delete(ArticleRow).where(ArticleRow.id.in_(gone)))
        return len(gone)

    def _forget_captures(self, article_ids: Collection[int]) -> None:
        """Watch these articles no longer, and forget what came of it."""
        self._session.execute(delete(WatchRow).where(WatchRow.article_id.in_(article_ids)))
        self._session.execute(delete(LastCaptureRow).where(LastCaptureRow.article_id.in_(article_ids)))

    def _remove_versions(self, version_ids: Collection[int]) -> None:
        ArticleIndex(self._session).remove(version_ids)
        self._session.execute(delete(AnnouncementRow).where(AnnouncementRow.version_id.in_(version_ids)))
        self._session.execute(delete(ReceivedRow).where(ReceivedRow.version_id.in_(version_ids)))
        self._session.execute(delete(VersionRow).where(VersionRow.id.in_(version_ids)))

    def _remove_texts(self, digests: Sequence[str]) -> int:
        needed = self._session.scalars(select(VersionRow.text_sha256).where(VersionRow.text_sha256.in_(digests)))
        gone = set(digests) - set(needed)
        of_these = or_(KeptPairRow.old_sha256.in_(gone), KeptPairRow.new_sha256.in_(gone))
        self._session.execute(delete(KeptPairRow).where(of_these))
        self._session.execute(delete(TextRow).where(TextRow.sha256.in_(gone)))
        return len(gone)

    def _of(self, article_id: int) -> list[int]:
        return list(self._session.scalars(select(VersionRow.id).where(VersionRow.article_id == article_id)))

    def _needed(self, version_ids: Collection[int]) -> set[int]:
        """Return those of these versions that a comparison has."""
        sides = ComparisonRow.old_version_id, ComparisonRow.new_version_id
        return {
            version_id
            for side in sides
            for version_id in self._session.scalars(select(side).where(side.in_(version_ids)))
        }

    def _locked(self, query: Select[Key]) -> list[Key]:
        return list(self._session.scalars(query.with_for_update()))
