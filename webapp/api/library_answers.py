"""The answers about articles, their versions, and collections."""

from datetime import date, datetime
from typing import Any, Literal

from webapp.api.answer import Answer


class ArticleAnswer(Answer):
    """An article with its newest version, whose `origin` it is. `collection` is a slug."""

    id: int
    title: str
    outlet: str
    byline: str
    language: str
    published: date | None
    note: str
    origin: str
    collection: str | None
    collection_title: str | None
    version_id: int
    version_number: int
    words: int


class PassageAnswer(Answer):
    """A piece of the sentence that was found. `is_marked`: it is one of the words that were asked for."""

    text: str
    is_marked: bool


class FoundArticleAnswer(Answer):
    """An article, and the sentence of its text that has the words that were asked for; empty if none has."""

    article: ArticleAnswer
    passage: list[PassageAnswer]


class ArticleListAnswer(Answer):
    """A part of the articles, newest first. `next` is the cursor of the part after it; null where there is none.

    `found`: the same articles with the sentences that were found.
    """

    items: list[ArticleAnswer]
    found: list[FoundArticleAnswer]
    next: str | None


class StoriesAnswer(Answer):
    """The articles that the stories of a text became, in its order."""

    items: list[ArticleAnswer]


class LookAnswer(Answer):
    """What would be stored of a text, page or file. `language` is the name of the one it seems to be written in.

    What a file or page does not say of itself is empty. `stories` are the titles of its stories if it holds several.
    """

    words: int
    language: str
    begins: str
    ends: str
    title: str
    outlet: str
    byline: str
    published: date | None
    warnings: list[str]
    stories: list[str]


Outcome = Literal["unchanged", "changed", "failed"]


class VersionCardAnswer(Answer):
    """A version without its text. `origin`: seed, paste, upload, url, api; unknown where it was not recorded."""

    id: int
    number: int
    captured_at: datetime
    origin: str
    sha256: str
    words: int


class LastCaptureAnswer(Answer):
    """What came of the last capture of an article. `said`: what changed, or why it failed. `failures`: in a row."""

    moment: datetime
    outcome: Outcome
    said: str
    failures: int


class WatchAnswer(Answer):
    """The address of an article is fetched again every so many minutes, next when it is due."""

    minutes: int
    due: datetime
    begun: datetime


class CaptureAnswer(Answer):
    """What came of a capture. `version_id` is the newest version now, `before_id` the newest before."""

    outcome: Outcome
    said: str
    version_id: int
    before_id: int


class ArticleWithVersionsAnswer(Answer):
    """An article and all its versions in the order of their capture, newest first. `links`: how many were made of them.

    `last_capture`: what came of fetching its address again; null if it never was. `watch`: null if it is not watched.
    """

    article: ArticleAnswer
    versions: list[VersionCardAnswer]
    links: int
    last_capture: LastCaptureAnswer | None
    watch: WatchAnswer | None


class RelativeAnswer(Answer):
    """An article that shares sentences with another one: how many, and their shares, from 0 to 1, of both articles'."""

    article: ArticleAnswer
    shared: int
    share: float
    of_other: float


class RelativeListAnswer(Answer):
    """The articles that share the most sentences with one, the nearest first."""

    items: list[RelativeAnswer]


class AddedArticleAnswer(ArticleWithVersionsAnswer):
    """An article that was added. `relatives`: those that it may be a version of."""

    relatives: list[RelativeAnswer]


class VersionAnswer(VersionCardAnswer):
    """One immutable text of an article, and how it was captured."""

    text: str
    article: ArticleAnswer
    capture: dict[str, Any]


class CollectionAnswer(Answer):
    """Articles that belong together; the base is the one that the others are compared with."""

    slug: str
    title: str
    base_article_id: int | None
    articles: list[ArticleAnswer]


class CollectionListAnswer(Answer):
    """A part of the collections, in the order in which they came. `next` as with articles."""

    items: list[CollectionAnswer]
    next: str | None
