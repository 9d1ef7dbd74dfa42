"""The operations, each a few lines over a verb of the services."""

from dataclasses import replace

from flask import current_app, request, url_for

from webapp.api.bodies import (
    ChosenOptions,
    Deletion,
    GivenAddress,
    GivenText,
    NewArticle,
    NewComparison,
    NewPermalink,
    NewVersion,
)
from webapp.api.comparison_answers import (
    ComparisonAnswer,
    FrozenResultAnswer,
    NewlyFrozenAnswer,
    PermalinkAnswer,
    SourcesAnswer,
    VerificationAnswer,
)
from webapp.api.library_answers import (
    ArticleAnswer,
    ArticleListAnswer,
    ArticleWithVersionsAnswer,
    CollectionAnswer,
    CollectionListAnswer,
    VersionAnswer,
)
from webapp.api.operation import Operation
from webapp.api.queries import ArticleQuery, CollectionQuery
from webapp.api.repeats import read_request
from webapp.engine.options import Options
from webapp.errors import InvalidInput
from webapp.services import Paste, Permalink, Services, new_delete_key, parse_terms, public_json
from webapp.settings import Settings

TOLD_BEFORE = "This request made the link before. Its key was told once, when the link was made, and is not kept."


def list_articles(query: ArticleQuery) -> ArticleListAnswer:
    """List articles, newest first."""
    before = int(query.cursor[1:]) if query.cursor else None
    cards = _services().search_articles(query.q, query.limit + 1, before)
    items = [ArticleAnswer.model_validate(card) for card in cards[: query.limit]]
    return ArticleListAnswer(items=items, next=f"v{items[-1].version_id}" if len(cards) > query.limit else None)


def add_article(asked: NewArticle) -> ArticleWithVersionsAnswer:
    """Keep a text, or the page at an address, as an article.

    The same text under the same title and outlet is the same article, and so is what comes from the same address.
    """
    return get_article(_services().add_article(_paste(asked.root)))


def get_article(article_id: int) -> ArticleWithVersionsAnswer:
    """Get an article and its versions."""
    return ArticleWithVersionsAnswer.model_validate(_services().article(article_id))


def add_version(article_id: int, asked: NewVersion) -> VersionAnswer:
    """Keep a newer text of an article. Its newest text again makes no second version."""
    return get_version(_services().add_version(article_id, asked.text, "api"))


def get_version(version_id: int) -> VersionAnswer:
    """Get a version with its text."""
    return VersionAnswer.model_validate(_services().version(version_id))


def list_collections(query: CollectionQuery) -> CollectionListAnswer:
    """List the collections with their articles."""
    cards = _services().collections()
    slugs = [card.slug for card in cards]
    if query.cursor and query.cursor not in slugs:
        raise InvalidInput("There is no such part of the list. Begin anew without a cursor.", "cursor")
    start = slugs.index(query.cursor) + 1 if query.cursor else 0
    end = start + query.limit
    items = [CollectionAnswer.model_validate(card) for card in cards[start:end]]
    return CollectionListAnswer(items=items, next=items[-1].slug if items and end < len(cards) else None)


def compare(asked: NewComparison) -> str:
    """Compare two versions, texts or addresses. Nothing is stored."""
    old, new = _text(asked.old, "old"), _text(asked.new, "new")
    return public_json(_services().compare_texts(old, new, _options(asked.options)))


def freeze(asked: NewPermalink) -> NewlyFrozenAnswer:
    """Freeze a comparison. The answer holds the key that deletes it, this once.

    With an Idempotency-Key the same request again makes no second link, and is answered alike but for the key.
    """
    key, request_ = new_delete_key(), read_request(asked)
    terms = parse_terms(asked.title, asked.note, asked.expires, key)
    sides = [
        side if isinstance(side, int) else _paste(side, f"{name}.")
        for name, side in (("old", asked.old), ("new", asked.new))
    ]
    shared = _services().share(sides, _options(asked.options), terms, request_)
    secret = {"delete_key": key, "notice": ""} if shared.is_new else {"delete_key": None, "notice": TOLD_BEFORE}
    return NewlyFrozenAnswer(**_permalink(shared.permalink).model_dump(), **secret)


def get_permalink(public_id: str) -> PermalinkAnswer:
    """Get the description of a link."""
    return _permalink(_services().permalink(public_id))


def get_result(public_id: str) -> str:
    """Get the frozen result, byte for byte as it was stored."""
    return _services().permalink(public_id).result_json


def verify(public_id: str) -> VerificationAnswer:
    """Recompute the checksums of a link."""
    return VerificationAnswer.model_validate(_services().verify(public_id))


def delete(public_id: str, asked: Deletion) -> None:
    """Delete a link by its key."""
    _services().delete(public_id, asked.delete_key)


def _services() -> Services:
    found = current_app.extensions["stet.services"]
    assert isinstance(found, Services)
    return found


def _paste(given: GivenText | GivenAddress, place: str = "") -> Paste:
    """Return what is given as a text, or at an address. `place`: the part of the request before its fields."""
    if isinstance(given, GivenText):
        return Paste(given.text, given.title, given.outlet, f"{place}text", origin="api")
    page = _services().read_address(given.address, f"{place}address")
    return replace(page, title=given.title or page.title, outlet=given.outlet or page.outlet)


def _text(given: int | GivenText | GivenAddress, side: str) -> str:
    if isinstance(given, int):
        return _services().version(given).text
    return given.text if isinstance(given, GivenText) else _paste(given, f"{side}.").text


def _options(chosen: ChosenOptions) -> Options:
    return Options(frozenset(chosen.ignore), chosen.granularity, chosen.scope, moves=chosen.moves)


def _permalink(permalink: Permalink) -> PermalinkAnswer:
    public_id, terms = permalink.public_id, permalink.terms
    return PermalinkAnswer(
        id=public_id,
        link=_whole(url_for("permalinks.show", public_id=public_id)),
        embed=_whole(url_for("permalinks.embed", public_id=public_id)),
        result=_whole(url_for("api.get_result", public_id=public_id)),
        title=terms.title,
        note=terms.note,
        created_at=permalink.created_at,
        expires_at=terms.expires_at,
        engine=permalink.engine,
        result_sha256=permalink.result_sha256,
        old_version_id=permalink.old.id,
        new_version_id=permalink.new.id,
        sources=SourcesAnswer.model_validate(permalink.sources),
        sources_frozen=permalink.has_sources,
    )


def _whole(path: str) -> str:
    settings = current_app.extensions["stet.settings"]
    assert isinstance(settings, Settings)
    return settings.whole_address(request.url_root, path)


OPERATIONS = (
    Operation("GET", "/articles", list_articles, answers=ArticleListAnswer, query=ArticleQuery),
    Operation("POST", "/articles", add_article, answers=ArticleWithVersionsAnswer, asks=NewArticle, status=201),
    Operation("GET", "/articles/<int:article_id>", get_article, answers=ArticleWithVersionsAnswer),
    Operation(
        "POST",
        "/articles/<int:article_id>/versions",
        add_version,
        answers=VersionAnswer,
        asks=NewVersion,
        status=201,
    ),
    Operation("GET", "/versions/<int:version_id>", get_version, answers=VersionAnswer),
    Operation("GET", "/collections", list_collections, answers=CollectionListAnswer, query=CollectionQuery),
    Operation("POST", "/comparisons", compare, answers=ComparisonAnswer, asks=NewComparison),
    Operation("POST", "/permalinks", freeze, answers=NewlyFrozenAnswer, asks=NewPermalink, status=201, takes_key=True),
    Operation("GET", "/permalinks/<public_id>", get_permalink, answers=PermalinkAnswer),
    Operation("GET", "/permalinks/<public_id>/result", get_result, answers=FrozenResultAnswer),
    Operation("GET", "/permalinks/<public_id>/verification", verify, answers=VerificationAnswer),
    Operation("POST", "/permalinks/<public_id>/deletion", delete, asks=Deletion, status=204),
)
