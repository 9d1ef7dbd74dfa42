"""What stands in an entry of a feed, by the modules of RSS and by Atom: children by short names."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from webapp.importers.data.xml_file import words_of

PREFIXES = {
    "http://purl.org/rss/1.0/": "",
    "http://purl.org/rss/1.0": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/atom/ns#": "atom:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/elements/1.0/": "dc:",
    "http://purl.org/dc/terms/": "dc:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://search.yahoo.com/mrss": "media:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
}


@dataclass(frozen=True, slots=True)
class AboutFeed:
    """What a feed says of all its entries. It is read once: its element holds the entries too."""

    title: str
    byline: str
    language: str
    address: str = ""


def short_name(element: etree._Element) -> str:
    """Return the name of an element with the usual prefix of its namespace, whatever the file calls that."""
    if not isinstance(element.tag, str):
        return ""
    namespace, _, name = element.tag.rpartition("}")
    return (PREFIXES.get(namespace[1:], "other:") if namespace else "") + name


def children(parent: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children with the first of these names, then those with the next."""
    for name in names:
        yield from (child for child in parent if short_name(child) == name)


def first_words(parent: etree._Element, *names: str) -> str:
    """Return the first text that is not empty of children with these names, as one line."""
    return next(filter(None, map(words_of, children(parent, *names))), "")


def in_media(entry: etree._Element) -> Iterator[etree._Element]:
    """Yield the descriptions of an entry's media, which may stand in groups."""
    for media in children(entry, "media:group", "media:content"):
        yield from (inner for inner in media.iter() if short_name(inner) == "media:description")


def joined(names: Iterator[str]) -> str:
    """Return names as a byline, each once."""
    return ", ".join(dict.fromkeys(filter(None, names)))
