"""All operations; and those about comparisons and links, each a few lines over a verb of the services."""

from flask import current_app, request, url_for

from webapp.api.asked import paste_of, services
from webapp.api.bodies import ChosenOptions, Deletion, GivenAddress, GivenText, NewComparison, NewPermalink
from webapp.api.comparison_answers import (
    ComparisonAnswer,
    FrozenResultAnswer,
    NewlyFrozenAnswer,
    PermalinkAnswer,
    SourcesAnswer,
    VerificationAnswer,
)
from webapp.api.library_operations import LIBRARY
from webapp.api.operation import Operation
from webapp.api.repeats import read_request
from webapp.api.watch_operations import WATCHES
from webapp.engine.options import Options
from webapp.services import Permalink, new_delete_key, parse_terms, public_json
from webapp.settings import Settings

TOLD_BEFORE = "This request made the link before. Its key was told once, when the link was made, and is not kept."


def compare(asked: NewComparison) -> str:
    """Compare two versions, texts or addresses. Nothing is stored."""
    old, new = _text(asked.old, "old"), _text(asked.new, "new")
    return public_json(services().compare_texts(old, new, _options(asked.options)))


def freeze(asked: NewPermalink) -> NewlyFrozenAnswer:
    """Freeze a comparison. The answer holds the key that deletes it, this once.

    With an Idempotency-Key the same request again makes no second link, and is answered alike but for the key.
    """
    key, request_ = new_delete_key(), read_request(asked)
    terms = parse_terms(asked.title, asked.note, asked.expires, key)
    sides = [
        side if isinstance(side, int) else paste_of(side, f"{name}.")
        for name, side in (("old", asked.old), ("new", asked.new))
    ]
    shared = services().share(sides, _options(asked.options), terms, request_)
    secret = {"delete_key": key, "notice": ""} if shared.is_new else {"delete_key": None, "notice": TOLD_BEFORE}
    return NewlyFrozenAnswer(**_permalink(shared.permalink).model_dump(), **secret)


def get_permalink(public_id: str) -> PermalinkAnswer:
    """Get the description of a link."""
    return _permalink(services().permalink(public_id))


def get_result(public_id: str) -> str:
    """Get the frozen result, byte for byte as it was stored."""
    return services().permalink(public_id).result_json


def verify(public_id: str) -> VerificationAnswer:
    """Recompute the checksums of a link."""
    return VerificationAnswer.model_validate(services().verify(public_id))


def delete(public_id: str, asked: Deletion) -> None:
    """Delete a link by its key."""
    services().delete(public_id, asked.delete_key)


def _text(given: int | GivenText | GivenAddress, side: str) -> str:
    if isinstance(given, int):
        return services().version(given).text
    return given.text if isinstance(given, GivenText) else paste_of(given, f"{side}.").text


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
    *LIBRARY,
    *WATCHES,
    Operation("POST", "/comparisons", compare, answers=ComparisonAnswer, asks=NewComparison),
    Operation("POST", "/permalinks", freeze, answers=NewlyFrozenAnswer, asks=NewPermalink, status=201, takes_key=True),
    Operation("GET", "/permalinks/<public_id>", get_permalink, answers=PermalinkAnswer),
    Operation("GET", "/permalinks/<public_id>/result", get_result, answers=FrozenResultAnswer),
    Operation("GET", "/permalinks/<public_id>/verification", verify, answers=VerificationAnswer),
    Operation("POST", "/permalinks/<public_id>/deletion", delete, asks=Deletion, status=204),
)
