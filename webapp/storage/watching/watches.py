"""The articles whose addresses are fetched again and again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from webapp.storage.articles import Articles
from webapp.storage.captures import LastCaptures
from webapp.storage.records import ArticleCard
from webapp.storage.tables import ArticleRow, VersionRow
from webapp.storage.watching.records import LastCapture, Watch
from webapp.storage.watching.tables import WatchRow


@dataclass(frozen=True, slots=True)
class WatchedArticle:
    """An article that is watched, and what came of its last capture."""

    article: ArticleCard
    watch: Watch
    last_capture: LastCapture | None


class Watches:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, article_id: int) -> Watch | None:
        """Return the watch over an article; None if it is not watched."""
        row = self._session.get(WatchRow, article_id)
        return _watch(row) if row else None

    def put(self, watch: Watch) -> None:
        """Watch an article, in place of the watch before. The article's row must be locked."""
        values = {name: getattr(watch, name) for name in ("article_id", "minutes", "due", "begun")}
        self._session.merge(WatchRow(**values, validators=dict(watch.validators)))

    def remove(self, article_id: int) -> None:
        """Watch an article no longer."""
        self._session.execute(delete(WatchRow).where(WatchRow.article_id == article_id))

    def move(self, article_id: int, seen: datetime, due: datetime, validators: Mapping[str, str] | None = None) -> None:
        """Let a watch be due at another moment, unless it is not due at `seen` any more.

        validators  those of the page from now on; None if they stay
        """
        values = {"due": due} if validators is None else {"due": due, "validators": dict(validators)}
        this = (WatchRow.article_id == article_id, WatchRow.due == seen)
        self._session.execute(update(WatchRow).where(*this).values(values))

    def due(self, now: datetime, limit: int) -> Sequence[Watch]:
        """Return the watches that are due, those that are so for longest first."""
        rows = self._session.scalars(select(WatchRow).where(WatchRow.due <= now).order_by(WatchRow.due).limit(limit))
        return [_watch(row) for row in rows]

    def all(self, limit: int, after: int = 0) -> Sequence[WatchedArticle]:
        """Return watched articles in the order of their ids, behind the id `after`."""
        rows = select(WatchRow).where(WatchRow.article_id > after).order_by(WatchRow.article_id).limit(limit)
        watches = [_watch(row) for row in self._session.scalars(rows)]
        cards = Articles(self._session).cards_of([watch.article_id for watch in watches])
        captures = LastCaptures(self._session)
        return [
            WatchedArticle(cards[watch.article_id], watch, captures.of(watch.article_id))
            for watch in watches
            if watch.article_id in cards
        ]

    def fetched(self) -> Sequence[int]:
        """Return the articles of the library that have an address, in the order of their ids."""
        with_address = select(VersionRow.article_id).where(VersionRow.origin == "url")
        kept = select(ArticleRow.id).where(ArticleRow.kept, ArticleRow.id.in_(with_address))
        return list(self._session.scalars(kept.order_by(ArticleRow.id)))


def _watch(row: WatchRow) -> Watch:
    return Watch(row.article_id, row.minutes, row.due, row.begun, dict(row.validators))
