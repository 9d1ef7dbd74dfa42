"""JSON Feed 1.0 and 1.1: each item is a story."""

from typing import Any
from urllib.parse import urljoin

from webapp.importers.data.json_file import objects_in, parse_json, text_in
from webapp.importers.imported import Imported, KnownStory
from webapp.importers.moments import day_of
from webapp.importers.pages.parts import text_of_page, with_headline
from webapp.importers.several import join_stories

NAME = "feed/1"


def read(data: bytes, name: str) -> Imported:
    """Return the items of a feed. Errors: InvalidInput if none has a text; TooLarge above a limit."""
    feed, warnings = parse_json(data, name)
    stories = (_story(item, feed, name) for item in objects_in(feed, "items"))
    return join_stories(stories, NAME, name, warnings)


def _story(item: dict[str, Any], feed: dict[str, Any], name: str) -> KnownStory:
    title = " ".join(text_in(item, "title").split())
    page = text_in(item, "content_html")
    body = (text_of_page(page, name) if page else "") or text_in(item, "content_text", "summary").strip()
    return KnownStory(
        with_headline(title, body),
        title=title,
        byline=_byline(item) or _byline(feed),
        outlet=text_in(feed, "title"),
        language=text_in(item, "language") or text_in(feed, "language"),
        published=day_of(text_in(item, "date_published", "date_modified")),
        address=_address(text_in(item, "url", "external_url"), text_in(feed, "home_page_url")),
    )


def _byline(said: dict[str, Any]) -> str:
    """Return the authors: a list since 1.1, one before."""
    return ", ".join(filter(None, (text_in(author, "name") for author in objects_in(said, "authors", "author"))))


def _address(written: str, base: str) -> str:
    try:
        return urljoin(base, written) if written else ""
    except ValueError:
        return written
