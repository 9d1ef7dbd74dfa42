"""Collections of articles: read, and updated from the folder that they are loaded from."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.storage.articles import Articles
from webapp.storage.records import CollectionCard
from webapp.storage.tables import CollectionRow
from webapp.storage.upsert import insert_or_ignore

_ALL = select(CollectionRow.slug, CollectionRow.title, CollectionRow.base_article_id).order_by(CollectionRow.id)


class Collections:
    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[CollectionCard, ...]:
        """Return every collection with its articles, in the order of their first loading."""
        articles = Articles(self._session).in_collections()
        return tuple(
            CollectionCard(slug, title, base_id, tuple(card for card in articles if card.collection == slug))
            for slug, title, base_id in self._session.execute(_ALL)
        )

    def ensure(self, slug: str, title: str) -> int:
        """Return the id of the collection with this slug, created if missing, locked until the transaction ends."""
        insert_or_ignore(self._session, CollectionRow, slug=slug, title=title)
        row = self._session.scalars(select(CollectionRow).where(CollectionRow.slug == slug).with_for_update()).one()
        row.title = title
        return row.id

    def set_base(self, collection_id: int, article_id: int) -> None:
        self._session.get_one(CollectionRow, collection_id).base_article_id = article_id
