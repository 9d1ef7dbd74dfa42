"""The verbs about what is found in the library: by words and by filters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from webapp.finding.entry import entry_of
from webapp.finding.passages import PassagePart, passage_of
from webapp.finding.queries import Query, read_query
from webapp.input.texts import is_storable
from webapp.services.base import Verbs
from webapp.storage.index.records import Filters
from webapp.storage.names import name_key
from webapp.storage.records import ArticleCard
from webapp.storage.store import Store

LISTED = 50
"""Articles of a list, unless another number is asked for."""

INDEXED_AT_ONCE = 20
"""Articles of one transaction that fills the index. Other writers wait for it."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles of the library are listed; "" and None leave nothing out.

    collection  a slug
    outlet      however its letters are written
    since       published on this day or later; `until` likewise. What has no date is left out
    language    a tag such as pt; pt-BR is found under it too
    """

    collection: str = ""
    outlet: str = ""
    since: date | None = None
    until: date | None = None
    language: str = ""

    def filters(self, store: Store) -> Filters:
        """Return the filters as the storage takes them."""
        key = name_key(self.outlet)
        outlets = tuple(name for name in store.listing.outlets() if name_key(name) == key) if self.outlet else None
        return Filters(self.collection, outlets, self.since, self.until, self.language.lower())

    @property
    def is_storable(self) -> bool:
        """Return whether any article can be meant: a database takes no NUL, not even in a question."""
        return is_storable(self.collection + self.outlet + self.language)


ALL = Selection()


@dataclass(frozen=True, slots=True)
class Found:
    """An article, and the sentence of its text that was found; no `passage` if its description has the words."""

    article: ArticleCard
    passage: tuple[PassagePart, ...] = ()


class Finding(Verbs):
    """The verbs about what is found in the library."""

    def search_articles(
        self, query: str = "", limit: int = LISTED, before: int | None = None, selection: Selection = ALL
    ) -> Sequence[ArticleCard]:
        """Return the selected articles that have every word of the query, newest version first.

        A word stands in the title, the outlet, the byline, the note or the text; words in quotation marks follow each
        other. before: only those whose newest version has a lower id. Errors: InvalidInput for too many words.
        """
        asked = read_query(query)
        with self._database.read() as store:
            return _cards(store, asked, limit, before, selection)

    def find_articles(
        self, query: str = "", limit: int = LISTED, before: int | None = None, selection: Selection = ALL
    ) -> Sequence[Found]:
        """Return the same articles as `search_articles`, each with the sentence that was found."""
        asked = read_query(query)
        with self._database.read() as store:
            cards = _cards(store, asked, limit, before, selection)
            texts = store.listing.texts([card.version_id for card in cards]) if asked.wanted else {}
        return tuple([Found(card, passage_of(texts.get(card.version_id, ""), asked.wanted)) for card in cards])

    def outlets(self) -> Sequence[str]:
        """Return the outlets of the library, in the order of their characters."""
        with self._database.read() as store:
            return store.listing.outlets()

    def languages(self) -> Sequence[str]:
        """Return the languages of the library's articles, as they were said."""
        with self._database.read() as store:
            return store.listing.languages()

    def index_missing(self) -> Iterator[int]:
        """Make the entries that are missing in the index, and yield how many are left, at first and after each part.

        It goes on where it was interrupted. Only an index of an earlier Stet misses any.
        """
        while True:
            with self._database.read() as store:
                yield store.index.count_missing()
                missing = store.index.missing(INDEXED_AT_ONCE)
            if not missing:
                return
            with self._write() as store:
                for article in store.index.missing(INDEXED_AT_ONCE):
                    store.index.put(article, entry_of(article.head, article.text))


def _cards(store: Store, asked: Query, limit: int, before: int | None, selection: Selection) -> tuple[ArticleCard, ...]:
    if asked.finds_nothing or not selection.is_storable:
        return ()
    return store.listing.find(asked.wanted, limit, before, selection.filters(store))
