"""The operations about articles, their versions and collections, each a few lines over a verb of the services."""

from webapp.api.asked import paste_of, services
from webapp.api.bodies import (
    ArticleDeletion,
    ArticleDescription,
    ArticleJoining,
    CollectionDescription,
    NewArticle,
    NewStories,
)
from webapp.api.library_answers import (
    AddedArticleAnswer,
    ArticleAnswer,
    ArticleListAnswer,
    ArticleWithVersionsAnswer,
    CaptureAnswer,
    CollectionAnswer,
    CollectionListAnswer,
    FoundArticleAnswer,
    LookAnswer,
    RelativeAnswer,
    RelativeListAnswer,
    StoriesAnswer,
    VersionAnswer,
)
from webapp.api.operation import Operation
from webapp.api.queries import ArticleQuery, CollectionQuery, VersionQuery
from webapp.api.version_bodies import ArticleCapture, NewVersion, TextVersion
from webapp.errors import InvalidInput
from webapp.services import Paste, Selection


def list_articles(query: ArticleQuery) -> ArticleListAnswer:
    """List articles, newest first."""
    before = int(query.cursor[1:]) if query.cursor else None
    collection = services().collection(query.collection).slug if query.collection else ""
    selection = Selection(collection, query.outlet, query.since, query.until, query.language)
    cards = services().find_articles(query.q, query.limit + 1, before, selection)
    found = [FoundArticleAnswer.model_validate(each) for each in cards[: query.limit]]
    items = [each.article for each in found]
    following = f"v{items[-1].version_id}" if len(cards) > query.limit else None
    return ArticleListAnswer(items=items, found=found, next=following)


def add_article(asked: NewArticle) -> AddedArticleAnswer:
    """Keep a text, a file, or the page at an address, as an article.

    The same text under the same title and outlet is the same article, and so is what comes from the same address.
    """
    article_id = services().add_article(paste_of(asked.root))
    near = list_relatives(article_id).items
    return AddedArticleAnswer(**get_article(article_id).model_dump(), relatives=near)


def list_relatives(article_id: int) -> RelativeListAnswer:
    """List the articles that share the most sentences with an article, the nearest first."""
    found = services().relatives(article_id)
    return RelativeListAnswer(items=[RelativeAnswer.model_validate(each) for each in found])


def join_articles(article_id: int, asked: ArticleJoining) -> ArticleWithVersionsAnswer:
    """Make the texts of an article versions of another one, and delete it. Links keep their frozen texts."""
    return get_article(services().join_articles(article_id, asked.into))


def look(asked: NewArticle) -> LookAnswer:
    """Look at a text, page or file before it is kept: what it is, and which stories it holds. Nothing is stored."""
    story = paste_of(asked.root)
    seen = services().look_at(story)
    said = {name: getattr(story, name) for name in ("title", "outlet", "byline", "published", "warnings")}
    found = {name: getattr(seen, name) for name in ("words", "language", "begins", "ends", "stories")}
    return LookAnswer.model_validate({**said, **found})


def add_stories(asked: NewStories) -> StoriesAnswer:
    """Keep the stories of a text, page or file as articles of their own, all or none."""
    titles = None if asked.titles is None else set(asked.titles)
    ids = services().add_stories(paste_of(asked.whole, "whole."), titles)
    return StoriesAnswer(items=[ArticleAnswer.model_validate(services().article(each).article) for each in ids])


def get_article(article_id: int) -> ArticleWithVersionsAnswer:
    """Get an article and its versions."""
    return ArticleWithVersionsAnswer.model_validate(services().article(article_id))


def describe_article(article_id: int, asked: ArticleDescription) -> ArticleWithVersionsAnswer:
    """Give an article another title, outlet, language, date or collection."""
    services().describe(article_id, asked.model_dump(exclude_none=True))
    return get_article(article_id)


def delete_article(article_id: int, asked: ArticleDeletion) -> None:
    """Delete an article. Links that were made of it keep their frozen texts."""
    services().delete_article(article_id)


def add_version(article_id: int, asked: NewVersion) -> VersionAnswer:
    """Keep a text or a file as a version of an article. The text of the version before it makes no second one.

    Of a web archive with several captures the newest is answered.
    """
    given = asked.root
    if isinstance(given, TextVersion):
        paste = Paste(given.text, field="text", origin="api")
    else:
        paste = services().read_upload(given.data(), given.name, "file")
    added = services().add_versions(article_id, paste, given.captured_at)
    return VersionAnswer.model_validate(services().version(added[-1]))


def capture_again(article_id: int, asked: ArticleCapture) -> CaptureAnswer:
    """Fetch the address of an article again. It is a new version only if its story has changed."""
    return CaptureAnswer.model_validate(services().capture_again(article_id))


def get_version(version_id: int, query: VersionQuery) -> VersionAnswer:
    """Get a version with its text."""
    found = services().version_of_link(query.link, version_id) if query.link else services().version(version_id)
    return VersionAnswer.model_validate(found)


def list_collections(query: CollectionQuery) -> CollectionListAnswer:
    """List the collections with their articles."""
    cards = services().collections()
    slugs = [card.slug for card in cards]
    if query.cursor and query.cursor not in slugs:
        raise InvalidInput("There is no such part of the list. Begin anew without a cursor.", "cursor")
    start = slugs.index(query.cursor) + 1 if query.cursor else 0
    end = start + query.limit
    items = [CollectionAnswer.model_validate(card) for card in cards[start:end]]
    return CollectionListAnswer(items=items, next=items[-1].slug if items and end < len(cards) else None)


def describe_collection(slug: str, asked: CollectionDescription) -> CollectionAnswer:
    """Give a collection another name. If there is one of that name, the two become that one."""
    slug = services().rename_collection(slug, asked.title)
    return CollectionAnswer.model_validate(next(card for card in services().collections() if card.slug == slug))


LIBRARY = (
    Operation("GET", "/articles", list_articles, answers=ArticleListAnswer, query=ArticleQuery),
    Operation("POST", "/articles", add_article, answers=AddedArticleAnswer, asks=NewArticle, status=201),
    Operation("POST", "/looks", look, answers=LookAnswer, asks=NewArticle),
    Operation("POST", "/stories", add_stories, answers=StoriesAnswer, asks=NewStories, status=201),
    Operation("GET", "/articles/<int:article_id>", get_article, answers=ArticleWithVersionsAnswer),
    Operation("GET", "/articles/<int:article_id>/relatives", list_relatives, answers=RelativeListAnswer),
    Operation(
        "POST",
        "/articles/<int:article_id>/joining",
        join_articles,
        answers=ArticleWithVersionsAnswer,
        asks=ArticleJoining,
    ),
    Operation(
        "POST",
        "/articles/<int:article_id>/description",
        describe_article,
        answers=ArticleWithVersionsAnswer,
        asks=ArticleDescription,
    ),
    Operation("POST", "/articles/<int:article_id>/deletion", delete_article, asks=ArticleDeletion, status=204),
    Operation(
        "POST",
        "/articles/<int:article_id>/versions",
        add_version,
        answers=VersionAnswer,
        asks=NewVersion,
        status=201,
    ),
    Operation(
        "POST",
        "/articles/<int:article_id>/captures",
        capture_again,
        answers=CaptureAnswer,
        asks=ArticleCapture,
    ),
    Operation("GET", "/versions/<int:version_id>", get_version, answers=VersionAnswer, query=VersionQuery),
    Operation("GET", "/collections", list_collections, answers=CollectionListAnswer, query=CollectionQuery),
    Operation(
        "POST",
        "/collections/<slug>/description",
        describe_collection,
        answers=CollectionAnswer,
        asks=CollectionDescription,
    ),
)
