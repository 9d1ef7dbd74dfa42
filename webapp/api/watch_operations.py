"""The operations about watched articles, each a few lines over a verb of the services."""

from webapp.api.asked import services
from webapp.api.library_answers import ArticleWithVersionsAnswer
from webapp.api.library_operations import get_article
from webapp.api.operation import Operation
from webapp.api.queries import WatchQuery
from webapp.api.version_bodies import ArticleWatch, WatchDeletion
from webapp.api.watch_answers import WatchedArticleAnswer, WatchListAnswer


def list_watches(query: WatchQuery) -> WatchListAnswer:
    """List the watched articles, and what came of the last capture of each."""
    found = services().watched(query.limit + 1, int(query.cursor[1:]) if query.cursor else 0)
    items = [WatchedArticleAnswer.model_validate(each) for each in found[: query.limit]]
    return WatchListAnswer(items=items, next=f"v{items[-1].article.id}" if len(found) > query.limit else None)


def watch_article(article_id: int, asked: ArticleWatch) -> ArticleWithVersionsAnswer:
    """Fetch the address of an article again and again, for the first time as soon as possible."""
    services().watch(article_id, asked.minutes)
    return get_article(article_id)


def unwatch_article(article_id: int, asked: WatchDeletion) -> None:
    """Watch an article no longer."""
    services().unwatch(article_id)


WATCHES = (
    Operation("GET", "/watches", list_watches, answers=WatchListAnswer, query=WatchQuery),
    Operation(
        "POST",
        "/articles/<int:article_id>/watch",
        watch_article,
        answers=ArticleWithVersionsAnswer,
        asks=ArticleWatch,
    ),
    Operation("POST", "/articles/<int:article_id>/watch/deletion", unwatch_article, asks=WatchDeletion, status=204),
)
