"""Entries of RSS 0.9x, 1.0 and 2.0."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from webapp.importers.data.xml_file import LANGUAGE, inherited, words_of
from webapp.importers.feeds.fields import AboutFeed, children, first_words, in_media, joined
from webapp.importers.imported import KnownStory
from webapp.importers.moments import day_of
from webapp.importers.pages.parts import line_of_either, text_of_either, text_of_element, with_headline

BODIES = ("content:encoded", "xhtml:body", "description", "itunes:summary", "media:description", "dc:description")
"""The whole story first, its summary last."""

AUTHORS = ("dc:creator", "author", "itunes:author")
DATES = ("pubDate", "dc:date", "dc:created", "dc:issued", "atom:published", "atom:updated")
MAILED = re.compile(r"\S+@\S+\s*(?:\((?P<name>[^()]*)\))?")
"""An author by the standard: a mail address, a name in brackets."""


def about_channel(channel: etree._Element, name: str) -> AboutFeed:
    """Return what a channel says of its entries. `name`: the file's name, for messages."""
    title = line_of_either(first_words(channel, "title"), name)
    return AboutFeed(title, _byline(channel, name), _language(channel), first_words(channel, "link"))


def rss_story(item: etree._Element, about: AboutFeed, name: str) -> KnownStory:
    """Return an entry. `about`: says what the entry does not; `name`: the file's name, for messages."""
    title = line_of_either(first_words(item, "title", "media:title", "dc:title"), name)
    return KnownStory(
        with_headline(title, _body(item, name)),
        title=title,
        byline=_byline(item, name) or about.byline,
        outlet=line_of_either(first_words(item, "source"), name) or about.title,
        language=_language(item) or about.language,
        published=next(filter(None, (day_of(words_of(each)) for each in children(item, *DATES))), None),
        address=_address(item, about.address),
    )


def _body(item: etree._Element, name: str) -> str:
    """Return the first body that has a text. Those of a media group stand inside it."""
    found = [*children(item, *BODIES), *in_media(item)]
    return next(filter(None, (_text(each, name) for each in found)), "")


def _text(element: etree._Element, name: str) -> str:
    """Return a body: escaped, as in most feeds, or as elements."""
    if len(element):
        return text_of_element(element, name, {"encoded": "div", "description": "div", "body": "div"})
    return text_of_either(element.text or "", name)


def _byline(parent: etree._Element, name: str) -> str:
    def names() -> Iterator[str]:
        for element in children(parent, *AUTHORS):
            written = words_of(element)
            mailed = MAILED.fullmatch(written)
            yield line_of_either((mailed["name"] or "") if mailed else written, name)

    return joined(names())


def _language(parent: etree._Element) -> str:
    return first_words(parent, "dc:language", "language") or inherited(parent, LANGUAGE)


def _address(item: etree._Element, base: str) -> str:
    """Return where an entry stands. Its guid is an address unless it says otherwise."""
    guid = next(children(item, "guid"), None)
    is_address = guid is not None and guid.get("isPermaLink", "true") == "true" and "://" in words_of(guid)
    hrefs = (
        link.get("href", "") for link in children(item, "atom:link") if link.get("rel", "alternate") == "alternate"
    )
    link = first_words(item, "link") or next(hrefs, "") or (words_of(guid) if is_address else "")
    try:
        return urljoin(base, link) if link else ""
    except ValueError:
        return link
