"""Entries of Atom 1.0, and of its draft 0.3, which many programs wrote."""

import base64
import binascii
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from webapp.importers.data.xml_file import BASE, LANGUAGE, inherited, words_of
from webapp.importers.feeds.fields import AboutFeed, children, first_words, in_media, joined
from webapp.importers.imported import KnownStory
from webapp.importers.moments import day_of
from webapp.importers.pages.parts import text_of_either, text_of_element, text_of_page, with_headline

DATES = ("atom:published", "atom:issued", "atom:created", "dc:date", "atom:updated", "atom:modified")
KINDS = ("", "text", "html", "xhtml")


def about_feed(feed: etree._Element, name: str) -> AboutFeed:
    """Return what a feed says of its entries, or the source of an entry. `name`: the file's name, for messages."""
    return AboutFeed(" ".join(_first_text(feed, name, "atom:title").split()), _byline(feed), inherited(feed, LANGUAGE))


def atom_story(entry: etree._Element, about: AboutFeed, name: str) -> KnownStory:
    """Return an entry. `about`: says what the entry does not; `name`: the file's name, for messages."""
    title = " ".join(_first_text(entry, name, "atom:title", "media:title").split())
    source = next(children(entry, "atom:source"), None)
    said = about if source is None else about_feed(source, name)
    return KnownStory(
        with_headline(title, _body(entry, name)),
        title=title,
        byline=_byline(entry) or said.byline or about.byline,
        outlet=said.title or about.title,
        language=inherited(entry, LANGUAGE) or first_words(entry, "dc:language"),
        published=next(filter(None, (day_of(words_of(each)) for each in children(entry, *DATES))), None),
        address=_address(entry),
    )


def _body(entry: etree._Element, name: str) -> str:
    """Return the content of an entry, else its summary, else that of its media."""
    told = _first_text(entry, name, "atom:content", "atom:summary", "media:description")
    return told or next(filter(None, (_text(each, name) for each in in_media(entry))), "")


def _first_text(parent: etree._Element, name: str, *names: str) -> str:
    return next(filter(None, (_text(element, name) for element in children(parent, *names))), "")


def _text(element: etree._Element, name: str) -> str:
    """Return a text by its kind in the feed: plain, HTML as text, XHTML as elements, or another in base64."""
    kind, mode = element.get("type", "text").strip().lower(), element.get("mode", "")
    written = "".join(str(piece) for piece in element.itertext())
    if len(element):
        return text_of_element(element, name, {"content": "div", "summary": "div", "title": "div"})
    is_packed = "/" in kind and not kind.startswith("text/") and not kind.endswith("xml") and not mode
    if mode == "base64" or is_packed:
        written = _unpacked(written)
    if "/" not in kind and kind not in KINDS:  # such as CDATA, which some programs write
        return text_of_either(written, name)
    if kind in {"html", "xhtml", "text/html", "application/xhtml+xml"}:
        return text_of_page(written, name)
    return written.strip()


def _unpacked(written: str) -> str:
    """Return text that is packed in base64; "" for anything else, such as a picture."""
    try:
        return base64.b64decode("".join(written.split()), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _byline(parent: etree._Element) -> str:
    def names() -> Iterator[str]:
        for author in children(parent, "atom:author"):
            yield first_words(author, "atom:name")
        yield from map(words_of, children(parent, "dc:creator"))

    return joined(names())


def _address(entry: etree._Element) -> str:
    links = [link for link in children(entry, "atom:link") if link.get("href")]
    pages = [link for link in links if link.get("rel", "alternate") == "alternate"]
    for link in pages:
        try:
            return urljoin(inherited(link, BASE), link.get("href", ""))
        except ValueError:
            return link.get("href", "")
    return ""
