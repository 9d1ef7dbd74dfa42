"""The base of all verbs: what each needs, and the transactions that they run in."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from webapp.engine import compare
from webapp.fetching.model import Fetch
from webapp.finding.entry import entry_of, text_entry
from webapp.importers.formats import Read, read
from webapp.input.addresses import gate_of
from webapp.services.guard import OPEN, Guard
from webapp.services.model import Paste
from webapp.services.pastes import CheckedPaste, Side, check_paste, with_stored_texts
from webapp.services.recent import RecentComparisons
from webapp.settings import Settings
from webapp.storage.articles import no_such_article
from webapp.storage.database import Database
from webapp.storage.lifetimes import utc_now
from webapp.storage.records import ArticleCard, ArticlePage, Version
from webapp.storage.store import Store
from webapp.storage.versions import no_such_version
from webapp.workers import Compare

SWEPT_AT_ONCE = 20
"""Expired links deleted in one transaction before a write, which waits for it."""

IS_NEWS = timedelta(days=1)
"""Since its capture, for which a version is announced. Range: any. Why: an import of years of captures is no news, and
a day is the longest between two captures of a watched page."""


class Verbs:
    """A database, the settings, the limits, the engine, the reader of files and the gate; no verb."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        guard: Guard = OPEN,
        compare: Compare = compare,
        read: Read = read,
        fetch: Fetch | None = None,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._database = database
        self._settings = settings
        self._guard = guard
        self._compare = compare
        self._read = read
        self._fetch = fetch or gate_of(settings.fetch_rules)
        self._clock = clock
        self._recent = RecentComparisons(compare=compare)

    @contextmanager
    def _write(self) -> Iterator[Store]:
        """Begin a transaction. Some expired links are deleted first, in another one, so no scheduled job is needed.

        That deletion is kept even if this transaction fails.
        """
        self._database.sweep(SWEPT_AT_ONCE)
        with self._database.write() as store:
            yield store
            index_touched(store)
            self._announce_added(store)

    @contextmanager
    def _erase(self) -> Iterator[Store]:
        """Like `_write`, for a transaction that deletes texts."""
        self._database.sweep(SWEPT_AT_ONCE)
        with self._database.erase() as store:
            yield store
            index_touched(store)
            self._announce_added(store)

    def _announce_added(self, store: Store) -> None:
        """Put the versions that a transaction has added into the outbox, as a part of it, if they are announced."""
        if self._settings.webhook_url:
            now = self._clock()
            store.announcements.put_added(now, now - IS_NEWS)

    def _ready(self, sides: Sequence[int | Paste], *, texts: int | None = None) -> list[Side]:
        """Check the given texts and read the picked versions. Nothing is stored.

        `texts`: how many are counted against the limit of the client; by default all but those from an address, which
        were counted when they were fetched.
        """
        given = sum(isinstance(side, Paste) and side.origin != "url" for side in sides)
        self._guard.imports(given if texts is None else texts)
        checked = [check_paste(side, self._settings) if isinstance(side, Paste) else side for side in sides]
        for side in checked:
            if isinstance(side, CheckedPaste) and side.keep:
                text_entry(side.text)
        with self._database.read() as store:
            return with_stored_texts(
                store, [self._version(store, side) if isinstance(side, int) else side for side in checked]
            )

    def _version(self, store: Store, version_id: int) -> Version:
        """Return a version that whoever asks may read.

        Errors: NotFound; for a version that is held for others or held no longer too, so that nobody learns of it.
        """
        version = store.versions.get(version_id)
        if not self._is_open(store, version.article, [version_id]):
            raise no_such_version()
        return version

    def _article(self, store: Store, article_id: int) -> ArticlePage:
        """Return an article that whoever asks may read. Errors: NotFound, as in `_version`."""
        article, versions = store.articles.card(article_id), store.versions.of_article(article_id)
        if not self._is_open(store, article, [version.id for version in versions]):
            raise no_such_article()
        links = store.comparisons.count_of(article_id)
        last, watch = store.last_captures.of(article_id), store.watches.of(article_id)
        return ArticlePage(article, versions, links, last, watch)

    def _is_open(self, store: Store, article: ArticleCard, version_ids: Sequence[int]) -> bool:
        if article.kept:
            return True
        return not store.holding.has_ended(article.id, article.held_until) and any(map(self._guard.holds, version_ids))


def index_touched(store: Store) -> None:
    """Make the entries of the articles that a transaction has changed, as a part of it."""
    for article in store.index.touched():
        store.index.put(article, entry_of(article.head, article.text))
