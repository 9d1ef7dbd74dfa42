"""Collections of articles: loaded from folders, or made by hand by their names.

A name is compared without regard to case. A collection that no article is in any more is in no list; its row stays, and
the next article under its name is put into it. So nobody waits for a row to be deleted, or finds it gone.
"""

import re
from hashlib import sha256
from itertools import count

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from webapp.errors import InvalidInput, NotFound
from webapp.storage.articles import Articles
from webapp.storage.names import name_key
from webapp.storage.records import CollectionCard, CollectionName
from webapp.storage.tables import ArticleRow, CollectionRow
from webapp.storage.upsert import insert_or_ignore

MAX_SLUG_WORDS = 6
CHECKSUM_CHARS = 8

_ALL = select(CollectionRow.slug, CollectionRow.title, CollectionRow.base_article_id).order_by(CollectionRow.id)
_NAMES = (
    select(CollectionRow.slug, CollectionRow.title, func.count(), func.count(ArticleRow.source_file))
    .join(ArticleRow, ArticleRow.collection_id == CollectionRow.id)
    .where(ArticleRow.kept)
    .group_by(CollectionRow.id, CollectionRow.slug, CollectionRow.title)
    .order_by(CollectionRow.id)
)


class Collections:
    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[CollectionCard, ...]:
        """Return every collection that has articles, with these, in the order of their first loading."""
        return self._cards(ArticleRow.collection_id.is_not(None))

    def with_base(self) -> tuple[CollectionCard, ...]:
        """Return every collection with a base article."""
        return self._cards(CollectionRow.base_article_id.is_not(None))

    def names(self) -> tuple[CollectionName, ...]:
        """Return every collection that has articles, without these, in the order in which they were made."""
        return tuple(
            CollectionName(slug, title, articles, loaded > 0)
            for slug, title, articles, loaded in self._session.execute(_NAMES)
        )

    def ensure(self, slug: str, title: str) -> int:
        """Return the id of the collection with this slug, created if missing, locked until the transaction ends."""
        row = self._ensured(slug, title)
        row.title = title
        return row.id

    def named(self, title: str) -> int:
        """Return the id of the collection with this name, created if missing.

        Its slug is made of the name, so that two who make it at once make one. A collection that had the name keeps the
        slug when it gets another: the next one with it has a number.
        """
        known = self._with_name(title)
        if known:
            return known.id
        rows = (self._ensured(made_slug(title, number), title) for number in count(1))
        return next(row.id for row in rows if name_key(row.title) == name_key(title))

    def slug_of(self, title: str) -> str:
        """Return the slug of the collection with this name; "" if there is none."""
        known = self._with_name(title)
        return known.slug if known else ""

    def rename(self, slug: str, title: str) -> str:
        """Give a collection another name and return its slug. If there is one of that name, the two become that one.

        Errors: NotFound; InvalidInput if it is loaded from a folder, which says its name.
        """
        row = self._session.scalars(select(CollectionRow).where(CollectionRow.slug == slug).with_for_update()).first()
        if row is None:
            raise NotFound("There is no such collection.")
        inside, loaded = ArticleRow.collection_id == row.id, ArticleRow.source_file.is_not(None)
        if self._session.scalar(select(func.count()).where(inside, loaded)):
            raise InvalidInput("This collection is loaded from a folder, which says its name.", "title")
        other = self._with_name(title) or row
        if other is row:
            row.title = title
        else:
            self._session.execute(update(ArticleRow).where(inside).values(collection_id=other.id))
        return other.slug

    def set_base(self, collection_id: int, article_id: int) -> None:
        self._session.get_one(CollectionRow, collection_id).base_article_id = article_id

    def _cards(self, only: ColumnElement[bool]) -> tuple[CollectionCard, ...]:
        articles = Articles(self._session).in_collections(only)
        return tuple(
            CollectionCard(slug, title, base_id, inside)
            for slug, title, base_id in self._session.execute(_ALL)
            if (inside := tuple(card for card in articles if card.collection == slug))
        )

    def _with_name(self, title: str) -> CollectionRow | None:
        rows = self._session.scalars(select(CollectionRow).order_by(CollectionRow.id))
        return next((row for row in rows if name_key(row.title) == name_key(title)), None)

    def _ensured(self, slug: str, title: str) -> CollectionRow:
        insert_or_ignore(self._session, CollectionRow, slug=slug, title=title)
        return self._session.scalars(select(CollectionRow).where(CollectionRow.slug == slug).with_for_update()).one()


def made_slug(title: str, number: int) -> str:
    """Return a name as an address has it: its words in ASCII, then what tells it from all others.

    >>> made_slug("The UN report", 1), made_slug("国連", 2)
    ('the-un-report-e4370ac0', 'b1dad4a7-2')
    """
    words = re.findall("[a-z0-9]+", name_key(title))[:MAX_SLUG_WORDS]
    checksum = sha256(name_key(title).encode()).hexdigest()[:CHECKSUM_CHARS]
    return "-".join([*words, checksum, *([str(number)] if number > 1 else [])])
