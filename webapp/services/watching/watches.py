"""The verbs about watched articles: watch one, watch it no longer, which are due, capture what is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from webapp.errors import HostRests, InvalidInput, NotFound
from webapp.input.addresses import host_of
from webapp.services.history.captures import Captured, address_of
from webapp.services.watching.polite import PoliteCaptures, validators_of
from webapp.services.watching.times import check_minutes
from webapp.storage.store import Store
from webapp.storage.watching.records import Watch
from webapp.storage.watching.watches import WatchedArticle

LATER = timedelta(minutes=1)
"""After which a capture that came to no end is tried again. Range: 10 seconds..15 minutes. Why: the database may be
away for a moment."""


@dataclass(frozen=True, slots=True)
class Due:
    """A capture that is due. `host`: the one that will be asked."""

    article_id: int
    moment: datetime
    host: str


class Watching(PoliteCaptures):
    """The verbs about watched articles."""

    def watch(self, article_id: int, minutes: int) -> Watch:
        """Fetch the address of an article again every so many minutes, for the first time as soon as possible.

        Watched already, only the minutes change. It is in the library from then on.
        Errors: NotFound; InvalidInput if no version was fetched, or with the field `minutes`; AddressRefused, TooMany.
        """
        check_minutes(minutes)
        self._guard.imports(1)
        now = self._clock()
        with self._write() as store:
            known = self._article(store, article_id)
            address = address_of(known.versions)
            if not address:
                raise InvalidInput("No version of this article was fetched from an address, so none can be watched.")
            host_of(address, self._settings.fetch_rules)
            store.articles.keep(article_id)
            before = store.watches.of(article_id)
            validators = before.validators if before else validators_of(known.versions)
            watch = Watch(article_id, minutes, now, before.begun if before else now, validators)
            store.watches.put(watch)
        return watch

    def unwatch(self, article_id: int) -> None:
        """Watch an article no longer. Its versions stay. Errors: NotFound."""
        with self._write() as store:
            self._article(store, article_id)
            store.watches.remove(article_id)

    def watched(self, limit: int, after: int = 0) -> Sequence[WatchedArticle]:
        """Return watched articles in the order of their ids, behind the id `after`."""
        with self._database.read() as store:
            return store.watches.all(limit, after)

    def fetched_articles(self) -> Sequence[int]:
        """Return the articles of the library that have an address, in the order of their ids."""
        with self._database.read() as store:
            return store.watches.fetched()

    def due(self, limit: int) -> Sequence[Due]:
        """Return captures that are due, those that are so for longest first."""
        with self._database.read() as store:
            watches = store.watches.due(self._clock(), limit)
            return [Due(watch.article_id, watch.due, self._host(store, watch.article_id)) for watch in watches]

    def capture_due(self, article_id: int, moment: datetime) -> Captured | None:
        """Capture a watched article that was due at a moment; done again, it changes nothing.

        Return None if there was nothing to be done, or if it is to be done later since it is not its host's turn.
        Errors: Unavailable.
        """
        try:
            with self._database.read() as store:
                known = self._article(store, article_id)
        except NotFound:
            return None
        if known.watch is None or known.watch.due != moment:
            return None
        try:
            return self._capture(known, known.watch)
        except HostRests as rest:
            self.postpone(article_id, moment, rest.free_at)
        except (InvalidInput, NotFound):  # its versions were removed meanwhile
            self.postpone(article_id, moment, self._clock() + LATER)
        return None

    def postpone(self, article_id: int, moment: datetime, until: datetime | None = None) -> None:
        """Let what was due at a moment be due later, unless it is done already. `until`: by default a minute later."""
        with self._write() as store:
            store.watches.move(article_id, moment, until or self._clock() + LATER)

    def _host(self, store: Store, article_id: int) -> str:
        try:
            return host_of(address_of(store.versions.of_article(article_id)), self._settings.fetch_rules)
        except InvalidInput:
            return ""
