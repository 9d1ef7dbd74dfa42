"""Feeds in XML: RSS 0.9x, 1.0 and 2.0, and Atom. Each entry is a story.

No library: feedparser writes the HTML of entries anew and glues words at elements that it drops.
"""

from lxml import etree

from webapp.importers.data.xml_file import local, parse_xml
from webapp.importers.feeds.atom import about_feed, atom_story
from webapp.importers.feeds.rss import about_channel, rss_story
from webapp.importers.imported import Imported
from webapp.importers.several import join_stories

NAME = "feed/1"


def read(data: bytes, name: str) -> Imported:
    """Return the entries of a feed. Errors: InvalidInput if none has a text; TooLarge above a limit."""
    parsed = parse_xml(data, name)
    root = parsed.root
    if local(root) == "feed":
        about = about_feed(root, name)
        stories = (atom_story(entry, about, name) for entry in root if _is(entry, "entry"))
    else:
        channel = next((child for child in root if _is(child, "channel")), root)
        about = about_channel(channel, name)
        items = (item for parent in (root, channel) for item in parent if _is(item, "item"))
        stories = (rss_story(item, about, name) for item in dict.fromkeys(items))
    return join_stories(stories, NAME, name, parsed.warnings)


def _is(element: etree._Element, name: str) -> bool:
    return local(element) == name
