"""The answers about watched articles."""

from webapp.api.answer import Answer
from webapp.api.library_answers import ArticleAnswer, LastCaptureAnswer, WatchAnswer


class WatchedArticleAnswer(Answer):
    """An article that is watched. `last_capture`: what came of fetching it again; null if it never was."""

    article: ArticleAnswer
    watch: WatchAnswer
    last_capture: LastCaptureAnswer | None


class WatchListAnswer(Answer):
    """A part of the watched articles, in the order of their ids. `next` as with articles."""

    items: list[WatchedArticleAnswer]
    next: str | None
