"""Collections of articles: read, and updated from the folder that they are loaded from."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.storage.articles import Articles
from webapp.storage.records import ArticleCard, CollectionCard
from webapp.storage.tables import CollectionRow
from webapp.storage.upsert import insert_or_ignore


class Collections:
    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[CollectionCard, ...]:
        """Return every collection with its articles, in the order of their first loading."""
        articles = Articles(self._session).in_collections()
        rows = self._session.scalars(select(CollectionRow).order_by(CollectionRow.id))
        return tuple(_card(row, articles) for row in rows)

    def ensure(self, slug: str, title: str) -> int:
        """Return the id of the collection with this slug, created if missing, locked until the transaction ends."""
        insert_or_ignore(self._session, CollectionRow, slug=slug, title=title)
        row = self._session.scalars(select(CollectionRow).where(CollectionRow.slug == slug).with_for_update()).one()
        row.title = title
        return row.id

    def set_base(self, collection_id: int, article_id: int) -> None:
        self._session.get_one(CollectionRow, collection_id).base_article_id = article_id


def _card(row: CollectionRow, articles: Iterable[ArticleCard]) -> CollectionCard:
    members = tuple(card for card in articles if card.collection == row.slug)
    return CollectionCard(row.slug, row.title, row.base_article_id, members)
