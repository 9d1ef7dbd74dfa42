"""`/changes.atom` and its like: feeds of what changed in the library, a collection or an article."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from flask import Blueprint, Response, make_response, request, url_for

from webapp.display.invisible import visible_text
from webapp.exporters.feeds import atom, json_feed
from webapp.exporters.feeds.model import Feed, FeedEntry
from webapp.services import MAX_ID, WHOLE_LIBRARY, Area, ChangeList, StoryChange
from webapp.web.library.selecting import read_before
from webapp.web.shell.current import services, whole_address

feeds = Blueprint("feeds", __name__)

KIND = "<any(atom, json):kind>"


class Kind(NamedTuple):
    """A kind of feed: what writes it, and its media type."""

    write: Callable[[Feed], bytes]
    media_type: str


KINDS: Mapping[str, Kind] = {
    "atom": Kind(atom.atom, atom.TYPE),
    "json": Kind(json_feed.json_feed, json_feed.TYPE),
}


@feeds.get(f"/changes.{KIND}")
def library(kind: str) -> Response:
    """Tell what changed in the library."""
    return _answer(kind, WHOLE_LIBRARY, url_for("articles.library"))


@feeds.get(f"/collections/<slug>/changes.{KIND}")
def collection(slug: str, kind: str) -> Response:
    """Tell what changed in a collection."""
    return _answer(kind, Area(collection=slug), url_for("articles.library", collection=slug))


@feeds.get(f"/articles/<int(min=1, max={MAX_ID}):article_id>/changes.{KIND}")
def article(article_id: int, kind: str) -> Response:
    """Tell what changed in an article."""
    return _answer(kind, Area(article_id=article_id), url_for("articles.show", article_id=article_id))


def _answer(kind: str, area: Area, page: str) -> Response:
    """Answer with a feed and its tag. By its moment alone nobody may keep it: what is deleted makes it no older."""
    told = services().story_changes(area, read_before(request.args))
    write, media_type = KINDS[kind]
    response = make_response(write(_feed(told, page)))
    response.content_type = f"{media_type}; charset=utf-8"
    response.add_etag()
    response.make_conditional(request)
    return response


def _feed(told: ChangeList, page: str) -> Feed:
    inside = visible_text(told.title)
    return Feed(
        told.id,
        f"What changed in {inside}" if inside else "What changed in the library",
        whole_address(page),
        _address(request.args.get("before")),
        _address(told.following) if told.following else "",
        told.updated,
        [_entry(change) for change in told.changes],
    )


def _address(before: int | str | None) -> str:
    """Return the address of a part of the feed that is asked for."""
    return whole_address(url_for(str(request.endpoint), **(request.view_args or {}), before=before or None))


def _entry(change: StoryChange) -> FeedEntry:
    revision = change.revision
    slug, name = revision.collection, revision.collection_title
    return FeedEntry(
        change.id,
        change.headline,
        change.line,
        whole_address(url_for("compare.show", old=revision.before.id, new=revision.version.id)),
        revision.version.captured_at,
        visible_text(revision.outlet),
        (slug, visible_text(name)) if slug and name else None,
    )
