"""The articles of the library as lists show them: those that are found, and those that pass the filters."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from webapp.storage.articles import CARDS
from webapp.storage.index.records import NO_FILTERS, Filters, WantedWords
from webapp.storage.index.words import indexed_words
from webapp.storage.records import ArticleCard
from webapp.storage.tables import ArticleRow, CollectionRow, TextRow, VersionRow


class Listing:
    def __init__(self, session: Session) -> None:
        self._session = session

    def find(
        self,
        wanted: Sequence[WantedWords],
        limit: int,
        before: int | None = None,
        filters: Filters = NO_FILTERS,
    ) -> tuple[ArticleCard, ...]:
        """Return the articles that have all that is wanted and pass the filters, newest version first.

        before  only articles whose newest version has a lower id, for the next part of a list
        """
        query = CARDS.where(ArticleRow.kept, *_passing(filters))
        number: ColumnElement[int] = VersionRow.__table__.c.id
        if wanted:
            words = indexed_words(self._session)
            query = query.join(words.source, words.version_id == VersionRow.id).where(words.match(wanted))
            number = words.version_id
        if before is not None:
            query = query.where(number < before)
        return self._cards(query.order_by(number.desc()).limit(limit))

    def cards(self, article_ids: Collection[int]) -> dict[int, ArticleCard]:
        """Return these articles of the library by their ids."""
        found = self._cards(CARDS.where(ArticleRow.kept, ArticleRow.id.in_(article_ids)))
        return {card.id: card for card in found}

    def texts(self, version_ids: Collection[int]) -> dict[int, str]:
        """Return the texts of these versions by their ids."""
        query = select(VersionRow.id, TextRow.body).join(TextRow, TextRow.sha256 == VersionRow.text_sha256)
        rows = self._session.execute(query.where(VersionRow.id.in_(version_ids)))
        return {version_id: body for version_id, body in rows}  # noqa: C416 (rows are no pairs for mypy)

    def outlets(self) -> list[str]:
        """Return the outlets of the library, each once, in the order of their characters."""
        return self._distinct(ArticleRow.outlet)

    def languages(self) -> list[str]:
        """Return the languages that articles of the library are said to have, each once."""
        return self._distinct(ArticleRow.language)

    def _distinct(self, column: Any) -> list[str]:
        query = select(column).where(ArticleRow.kept, column != "").distinct().order_by(column)
        return list(self._session.scalars(query))

    def _cards(self, query: Select[*tuple[Any, ...]]) -> tuple[ArticleCard, ...]:
        return tuple(ArticleCard(*row) for row in self._session.execute(query))


def _passing(filters: Filters) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.collection:
        conditions.append(CollectionRow.slug == filters.collection)
    if filters.outlets is not None:
        conditions.append(ArticleRow.outlet.in_(filters.outlets))
    if filters.since:
        conditions.append(ArticleRow.published >= filters.since)
    if filters.until:
        conditions.append(ArticleRow.published <= filters.until)
    if filters.language:
        tag = func.lower(ArticleRow.language)
        conditions.append(or_(tag == filters.language, tag.startswith(f"{filters.language}-", autoescape=True)))
    return conditions
