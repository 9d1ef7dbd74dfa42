"""A feed as Atom (RFC 4287), its parts joined as a paged feed (RFC 5005, section 3)."""

from datetime import datetime

from lxml import etree
from lxml.builder import ElementMaker

from webapp.exporters.feeds.model import AUTHOR, Feed, FeedEntry
from webapp.exporters.xml_text import xml_text

TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"

_MAKE = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})


def atom(feed: Feed) -> bytes:
    """Return a feed as an XML document in UTF-8."""
    root = _MAKE(
        "feed",
        _text("id", feed.id.urn),
        _text("title", feed.title),
        _text("updated", _moment(feed.updated)),
        _MAKE("author", _text("name", AUTHOR)),
        _link("self", feed.address),
        _link("alternate", feed.page),
        *([_link("next", feed.following)] if feed.following else []),
        *map(_entry, feed.entries),
    )
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "en")
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _entry(entry: FeedEntry) -> etree._Element:
    made = _MAKE(
        "entry",
        _text("id", entry.id.urn),
        _text("title", entry.title),
        _text("updated", _moment(entry.moment)),
        _text("summary", entry.summary),
        _link("alternate", entry.link),
    )
    if entry.outlet:
        made.append(_MAKE("author", _text("name", entry.outlet)))
    if entry.collection:
        slug, name = entry.collection
        made.append(_MAKE("category", term=slug, label=xml_text(name)))
    return made


def _text(name: str, text: str) -> etree._Element:
    """Return an element with plain text, which is the type of a text without one: markup in it is no markup."""
    return _MAKE(name, xml_text(text))


def _link(relation: str, address: str) -> etree._Element:
    return _MAKE("link", rel=relation, href=address)


def _moment(moment: datetime) -> str:
    return moment.isoformat()
