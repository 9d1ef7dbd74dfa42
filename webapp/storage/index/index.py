"""What articles of the library are found by: made of the newest version, anew if it or the description changes.

Articles of the library only. A writer notes the articles that it changes (`touch`), and the verb that began the
transaction has the entries made before it ends: storage knows no words.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from webapp.storage.index.fts5 import purge_step
from webapp.storage.index.records import Indexable, IndexEntry
from webapp.storage.index.sentences import Sentences, pack
from webapp.storage.index.tables import IndexRow
from webapp.storage.index.words import indexed_words
from webapp.storage.tables import ArticleRow, TextRow, VersionRow

_TOUCHED = "touched articles"
_REMOVED = "removed entries"

_NEWEST = (
    select(
        ArticleRow.id,
        VersionRow.id,
        ArticleRow.title,
        ArticleRow.outlet,
        ArticleRow.byline,
        ArticleRow.note,
        TextRow.body,
    )
    .join(VersionRow, VersionRow.article_id == ArticleRow.id)
    .join(TextRow, TextRow.sha256 == VersionRow.text_sha256)
    .where(ArticleRow.kept)
    .order_by(VersionRow.captured_at.desc(), VersionRow.number.desc())
    .limit(1)
)


def touch(session: Session, article_id: int) -> None:
    """Note that an article, or its newest version, is another one than the index has."""
    session.info.setdefault(_TOUCHED, set()).add(article_id)


class ArticleIndex:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = indexed_words(session)
        self.sentences = Sentences(session)

    @property
    def has_removed(self) -> bool:
        """Return whether this transaction has removed entries."""
        return _REMOVED in self._session.info

    def touched(self) -> list[Indexable]:
        """Return the articles of the library that this transaction has changed so far, once."""
        self._session.flush()
        found = map(self._indexable, sorted(self._session.info.pop(_TOUCHED, ())))
        return [article for article in found if article]

    def missing(self, limit: int) -> list[Indexable]:
        """Return at most `limit` articles of the library that are not in the index, the newest first."""
        query = select(ArticleRow.id).where(_is_missing()).order_by(ArticleRow.id.desc()).limit(limit)
        return [article for article in map(self._indexable, self._session.scalars(query).all()) if article]

    def count_missing(self) -> int:
        """Return how many articles of the library are not in the index."""
        return self._session.scalar(select(func.count()).select_from(ArticleRow).where(_is_missing())) or 0

    def put(self, article: Indexable, entry: IndexEntry) -> None:
        """Make the entry of an article, in place of the one that it had."""
        self.forget([article.article_id])
        packed = pack(entry.sentences)
        self._session.add(IndexRow(version_id=article.version_id, article_id=article.article_id, sentences=packed))
        self._session.flush()
        self._words.put(article.version_id, entry.terms)
        self.sentences.put(article.version_id, entry.sentences)

    def forget(self, article_ids: Collection[int]) -> None:
        """Remove the entries of these articles."""
        self.remove(
            self._session.scalars(select(IndexRow.version_id).where(IndexRow.article_id.in_(article_ids))).all()
        )

    def remove(self, version_ids: Collection[int]) -> None:
        """Remove the entries that were made of these versions."""
        entries = IndexRow.version_id.in_(version_ids)
        known = self._session.scalars(select(IndexRow.version_id).where(entries)).all()
        if known:
            self._session.info[_REMOVED] = True
            self._words.remove(known)
            self.sentences.remove(known)
            self._session.execute(delete(IndexRow).where(IndexRow.version_id.in_(known)))

    def purge_step(self, *, is_first: bool) -> bool:
        """Rewrite a part of SQLite's full-text index without what was deleted. Return whether anything is left."""
        return purge_step(self._session, is_first=is_first)

    def _indexable(self, article_id: int) -> Indexable | None:
        row = self._session.execute(_NEWEST.where(ArticleRow.id == article_id)).first()
        if row is None:
            return None
        _, version_id, *head, text = row
        return Indexable(article_id, version_id, tuple(head), text)


def _is_missing() -> ColumnElement[bool]:
    indexed = select(IndexRow.article_id).where(IndexRow.article_id == ArticleRow.id).exists()
    return ArticleRow.kept & ~indexed
