"""The verbs that pages, API and command line share. They open the database, ask the engine, and know no HTTP.

(Being written: the signatures are agreed; bodies follow.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from webapp.engine.model import Comparison, Options


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article as a list shows it, with its newest version."""

    id: int
    title: str
    outlet: str
    byline: str
    language: str
    published: date | None
    note: str
    origin: str
    collection: str | None
    version_id: int
    version_number: int
    words: int


@dataclass(frozen=True, slots=True)
class Version:
    """One immutable text of an article."""

    id: int
    number: int
    captured_at: datetime
    sha256: str
    text: str
    words: int
    article: ArticleCard


@dataclass(frozen=True, slots=True)
class VersionCard:
    """A version without its text."""

    id: int
    number: int
    captured_at: datetime
    sha256: str
    words: int


@dataclass(frozen=True, slots=True)
class ArticlePage:
    article: ArticleCard
    versions: tuple[VersionCard, ...]


@dataclass(frozen=True, slots=True)
class CollectionCard:
    slug: str
    title: str
    base_article_id: int | None
    articles: tuple[ArticleCard, ...]


@dataclass(frozen=True, slots=True)
class Paste:
    """A text that somebody typed or pasted. An empty title is taken from the text's first line."""

    text: str
    title: str = ""
    outlet: str = ""
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    old: Version
    new: Version
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Permalink:
    """A frozen comparison: what was stored when it was shared, never computed again."""

    public_id: str
    created_at: datetime
    engine: str
    result_sha256: str
    result_json: str
    old: Version
    new: Version
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class SeedReport:
    collection: str
    added: int
    unchanged: int


class Services:
    """search_articles(query="", limit=50) -> Sequence[ArticleCard]   newest first; matches title, outlet, byline, all words
    collections() -> Sequence[CollectionCard]
    article(article_id) -> ArticlePage                               NotFound
    version(version_id) -> Version                                   NotFound
    choose(sides: Sequence[int | Paste]) -> list[int]                version ids; all or nothing, one transaction;
                                                                     InvalidInput / TooLarge carry the Paste's field
    add_version(article_id, text) -> int
    compare(old_id, new_id, options) -> Compared                     NotFound; InvalidInput when both are the same version
    compare_texts(old, new, options) -> Comparison                   no database
    freeze(old_id, new_id, options) -> str                           public id, 128 random bits or more
    permalink(public_id) -> Permalink                                NotFound alike for unknown, deleted, expired, cut off
    withdraw(public_id) -> None                                      marks it deleted
    seed(folder: Path) -> SeedReport
    """
