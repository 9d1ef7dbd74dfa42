"""The versions of the library, each with the one before it: what its feeds tell."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, or_, select
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from webapp.storage.columns import POSSIBLE_IDS
from webapp.storage.tables import ArticleRow, CollectionRow, Table, TextRow, VersionRow
from webapp.storage.versions import no_such_version


class LibraryRow(Table):
    """This library: one row, made with the table. Copies of the database have its `uuid` too."""

    __tablename__ = "library"

    uuid: Mapped[str] = mapped_column(String(36), primary_key=True)
    made_at: Mapped[datetime]


_BEFORE, _EARLIER = aliased(VersionRow), aliased(VersionRow)
_TEXT, _TEXT_BEFORE = aliased(TextRow), aliased(TextRow)
_ONE_BEFORE = (
    select(_EARLIER.id)
    .where(
        _EARLIER.article_id == VersionRow.article_id,
        or_(
            _EARLIER.captured_at < VersionRow.captured_at,
            and_(_EARLIER.captured_at == VersionRow.captured_at, _EARLIER.number < VersionRow.number),
        ),
    )
    .order_by(_EARLIER.captured_at.desc(), _EARLIER.number.desc())
    .limit(1)
    .correlate(VersionRow)
    .scalar_subquery()
)
_REVISIONS = (
    select(ArticleRow, CollectionRow.slug, CollectionRow.title, VersionRow, _TEXT.words, _BEFORE, _TEXT_BEFORE.words)
    .select_from(VersionRow)
    .join(ArticleRow, ArticleRow.id == VersionRow.article_id)
    .join(_BEFORE, _BEFORE.id == _ONE_BEFORE)
    .join(_TEXT, _TEXT.sha256 == VersionRow.text_sha256)
    .join(_TEXT_BEFORE, _TEXT_BEFORE.sha256 == _BEFORE.text_sha256)
    .outerjoin(CollectionRow, CollectionRow.id == ArticleRow.collection_id)
    .where(ArticleRow.kept)
    .order_by(VersionRow.captured_at.desc(), VersionRow.id.desc())
)


@dataclass(frozen=True, slots=True)
class VersionMark:
    """What tells a version from all others, and how long it is."""

    id: int
    number: int
    captured_at: datetime
    sha256: str
    words: int


@dataclass(frozen=True, slots=True)
class Revision:
    """A version of an article of the library, and the one before it in the order of their capture."""

    article_id: int
    title: str
    outlet: str
    collection: str | None
    collection_title: str | None
    version: VersionMark
    before: VersionMark


@dataclass(frozen=True, slots=True)
class LibraryMark:
    """What tells this library from all others, and when it was made."""

    uuid: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Area:
    """Of what the versions are: of one article, of the collection with this slug, or of the whole library."""

    article_id: int | None = None
    collection: str = ""


WHOLE_LIBRARY = Area()


class Revisions:
    def __init__(self, session: Session) -> None:
        self._session = session

    def library(self) -> LibraryMark:
        row = self._session.scalars(select(LibraryRow)).one()
        return LibraryMark(row.uuid, row.made_at)

    def newest(self, area: Area, limit: int, behind: int | None = None) -> tuple[Revision, ...]:
        """Return versions that have one before them, the last captured first.

        behind  only those that come behind this version in that order. Errors: NotFound if it is not in the library.
        """
        query = _REVISIONS.where(*self._inside(area))
        if behind is not None:
            query = query.where(self._comes_behind(behind))
        return tuple(self._found(query.limit(limit)))

    def of(self, version_id: int) -> Revision | None:
        """Return a version with the one before it; None if it has none, or is not in the library."""
        return next(self._found(_REVISIONS.where(VersionRow.id == version_id)), None)

    def _found(self, query: Select[*tuple[Any, ...]]) -> Iterator[Revision]:
        for article, slug, title, row, words, before, earlier in self._session.execute(query):
            yield Revision(
                article.id, article.title, article.outlet, slug, title, _mark(row, words), _mark(before, earlier)
            )

    def _inside(self, area: Area) -> list[ColumnElement[bool]]:
        if area.article_id is not None:
            return [VersionRow.article_id == area.article_id]
        return [CollectionRow.slug == area.collection] if area.collection else []

    def _comes_behind(self, version_id: int) -> ColumnElement[bool]:
        known = select(VersionRow.captured_at).join(ArticleRow, ArticleRow.id == VersionRow.article_id)
        query = known.where(VersionRow.id == version_id, ArticleRow.kept)
        moment = self._session.scalar(query) if version_id in POSSIBLE_IDS else None
        if moment is None:
            raise no_such_version()
        return or_(VersionRow.captured_at < moment, and_(VersionRow.captured_at == moment, VersionRow.id < version_id))


def _mark(row: VersionRow, words: int) -> VersionMark:
    return VersionMark(row.id, row.number, row.captured_at, row.text_sha256, words)
