"""The verbs about what is in the library: an article is described anew or deleted, a collection renamed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from webapp.errors import InvalidInput, NotFound
from webapp.input.texts import check_collection, check_line
from webapp.services.base import Verbs
from webapp.storage.records import CollectionName, Description
from webapp.storage.store import Store

MAY_BE_CHANGED = ("title", "outlet", "language")


class Library(Verbs):
    """The verbs about what is in the library."""

    def describe(self, article_id: int, said: Mapping[str, str]) -> None:
        """Give an article another title, outlet, language, date or collection: those of `said` that are named.

        said  `published` is a date such as 2026-11-02, or "" for none; `collection` a name, or "" for none
        Links that were made before show what they were made with. Errors: NotFound; InvalidInput and TooLarge carry
        the field.
        """
        changed: dict[str, Any] = {
            name: check_line(said[name], f"The {name}", name) for name in MAY_BE_CHANGED if name in said
        }
        if changed.get("title") == "":
            raise InvalidInput("An article needs a title.", "title")
        if "published" in said:
            changed["published"] = parse_day(said["published"])
        collection = check_collection(said.get("collection", ""))
        with self._write() as store:
            self._article(store, article_id)
            store.articles.lock(article_id)
            if "collection" in said:
                store.articles.put_into(article_id, store.collections.named(collection) if collection else None)
            card = store.articles.card(article_id)
            now = Description(card.title, card.outlet, card.byline, card.language, card.published, card.note)
            store.articles.describe(article_id, replace(now, **changed))

    def collection_names(self) -> Sequence[CollectionName]:
        """Return the collections that have articles, in the order in which they were made."""
        with self._database.read() as store:
            return store.collections.names()

    def collection(self, slug: str) -> CollectionName:
        """Return a collection that has articles. Errors: NotFound."""
        with self._database.read() as store:
            return named_collection(store, slug)

    def collection_named(self, title: str) -> CollectionName:
        """Return the collection with this name. Errors: NotFound, if it has no article either."""
        with self._database.read() as store:
            slug = store.collections.slug_of(check_collection(title))
        return self.collection(slug)

    def rename_collection(self, slug: str, title: str) -> str:
        """Give a collection another name and return its slug. If there is one of that name, the two become that one.

        Errors: NotFound; InvalidInput, also if it is loaded from a folder, and TooLarge carry the field `title`.
        """
        tidy = check_collection(title, "title")
        if not tidy:
            raise InvalidInput("A collection needs a name.", "title")
        known = self.collection(slug)
        with self._write() as store:
            return store.collections.rename(known.slug, tidy)

    def delete_article(self, article_id: int) -> None:
        """Delete an article with its texts. Links that were made of it keep theirs. Errors: NotFound."""
        with self._erase() as store:
            self._article(store, article_id)
            store.articles.delete(article_id)


def named_collection(store: Store, slug: str) -> CollectionName:
    """Return the collection with this slug, if it has articles. Errors: NotFound."""
    found = next((each for each in store.collections.names() if each.slug == slug), None)
    if found is None:
        raise NotFound("There is no such collection.")
    return found


def parse_day(written: str, field: str = "published") -> date | None:
    """Return a date such as 2026-11-02; None for "". Errors: InvalidInput carries the field."""
    try:
        return date.fromisoformat(written.strip()) if written.strip() else None
    except ValueError as error:
        raise InvalidInput("A date is written as year, month and day: 2026-11-02.", field) from error
