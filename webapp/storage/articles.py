"""Articles: read, added, redescribed."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, exists, or_, select, tuple_, update
from sqlalchemy.orm import Session

from webapp.errors import InvalidInput, NotFound
from webapp.storage.columns import POSSIBLE_IDS
from webapp.storage.index.index import touch
from webapp.storage.orphans import Orphans
from webapp.storage.records import ArticleCard, CollectionFile, Description
from webapp.storage.tables import ArticleRow, CollectionRow, TextRow, VersionRow

_LATER = VersionRow.__table__.alias()
_IS_NEWEST = ~exists().where(
    _LATER.c.article_id == ArticleRow.id,
    tuple_(_LATER.c.captured_at, _LATER.c.number) > tuple_(VersionRow.captured_at, VersionRow.number),
)
"""Whether a version was captured last; it need not be the one that was added last.

Not `id = (SELECT ... LIMIT 1)`: PostgreSQL then finds the newest versions of 100,000 articles, 700 ms, to list 50. The
article's id, not the version's: so SQLite asks it last, only of articles that pass the filters.
"""

CARDS = (
    select(
        ArticleRow.id,
        ArticleRow.title,
        ArticleRow.outlet,
        ArticleRow.byline,
        ArticleRow.language,
        ArticleRow.published,
        ArticleRow.note,
        VersionRow.origin,
        CollectionRow.slug.label("collection"),
        VersionRow.id.label("version_id"),
        VersionRow.number.label("version_number"),
        TextRow.words,
        ArticleRow.kept,
        ArticleRow.held_until,
        CollectionRow.title.label("collection_title"),
    )
    .join(VersionRow, VersionRow.article_id == ArticleRow.id)
    .where(_IS_NEWEST)
    .join(TextRow, TextRow.sha256 == VersionRow.text_sha256)
    .outerjoin(CollectionRow, CollectionRow.id == ArticleRow.collection_id)
)
"""The fields of `ArticleCard`, in their order."""


class Articles:
    def __init__(self, session: Session) -> None:
        self._session = session

    def in_collections(self, only: ColumnElement[bool]) -> tuple[ArticleCard, ...]:
        """Return the articles of collections, in the order of their first loading. `only`: of these collections."""
        return self._cards(CARDS.where(ArticleRow.kept, only).order_by(ArticleRow.id))

    def card(self, article_id: int) -> ArticleCard:
        """Errors: NotFound, also for an id outside the range of the column."""
        cards = self._cards(CARDS.where(ArticleRow.id == article_id)) if article_id in POSSIBLE_IDS else ()
        if not cards:
            raise no_such_article()
        return cards[0]

    def cards_of(self, article_ids: Collection[int]) -> dict[int, ArticleCard]:
        """Return these articles by their ids, as far as there are any."""
        return {card.id: card for card in self._cards(CARDS.where(ArticleRow.id.in_(article_ids)))}

    def find_by_file(self, file: CollectionFile) -> int | None:
        """Return the id of the article that is read from this file of this collection, or None."""
        here = (ArticleRow.collection_id == file.collection_id, ArticleRow.source_file == file.file)
        return self._session.scalar(select(ArticleRow.id).where(*here))

    def add(
        self,
        description: Description,
        origin: Literal["seed", "paste", "url"],
        source: CollectionFile | None = None,
        *,
        is_kept: bool = True,
        held_until: datetime | None = None,
    ) -> int:
        row = ArticleRow(origin=origin, kept=is_kept, held_until=held_until, **asdict(description))
        if source:
            row.collection_id, row.source_file = source.collection_id, source.file
        self._session.add(row)
        self._session.flush()
        return row.id

    def put_into(self, article_id: int, collection_id: int | None) -> None:
        """Put an article into a collection, out of the one that it is in; out of all if there is none to put it into.

        Errors: InvalidInput if it is loaded from the folder of another collection: loaded again, it would be there
        twice.
        """
        row = self._session.get_one(ArticleRow, article_id)
        if row.source_file is not None and row.collection_id != collection_id:
            raise InvalidInput("This article was loaded with its collection, and stays in it.", "collection")
        row.collection_id = collection_id

    def lock(self, article_id: int) -> None:
        """Lock an article until the transaction ends. Errors: NotFound."""
        if self._session.scalar(select(ArticleRow.id).where(ArticleRow.id == article_id).with_for_update()) is None:
            raise no_such_article()

    def keep(self, article_id: int) -> None:
        """Keep an article in the library, and lock it until the transaction ends. Errors: NotFound."""
        self.lock(article_id)
        held = update(ArticleRow).where(ArticleRow.id == article_id, ~ArticleRow.kept)
        if self._session.scalar(held.values(kept=True, held_until=None).returning(ArticleRow.id)):
            touch(self._session, article_id)

    def hold(self, article_id: int, until: datetime | None) -> None:
        """Hold an article that is not kept at least until this moment."""
        later = or_(ArticleRow.held_until.is_(None), ArticleRow.held_until < until)
        these = (ArticleRow.id == article_id, ArticleRow.kept.is_(False), later)
        self._session.execute(update(ArticleRow).where(*these).values(held_until=until))

    def delete(self, article_id: int) -> None:
        """Take an article out of the library, and remove all of it that no link needs. Errors: NotFound."""
        Orphans(self._session).remove_article(article_id)

    def describe(self, article_id: int, description: Description) -> None:
        """Replace the metadata of an article. Its versions are unchanged."""
        row = self._session.get_one(ArticleRow, article_id)
        for column, value in asdict(description).items():
            setattr(row, column, value)
        touch(self._session, article_id)

    def _cards(self, query: Select[*tuple[Any, ...]]) -> tuple[ArticleCard, ...]:
        return tuple(ArticleCard(*row) for row in self._session.execute(query))


def no_such_article() -> NotFound:
    return NotFound("There is no such article.")
