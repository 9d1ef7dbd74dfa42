"""A feed as JSON Feed 1.1 (jsonfeed.org)."""

import json
from collections.abc import Mapping

from webapp.exporters.feeds.model import AUTHOR, Feed, FeedEntry

TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """Return a feed as JSON in UTF-8."""
    values = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        **({"next_url": feed.following} if feed.following else {}),
        "authors": [{"name": AUTHOR}],
        "language": "en",
        "items": list(map(_item, feed.entries)),
    }
    return json.dumps(values, ensure_ascii=False).encode()


def _item(entry: FeedEntry) -> Mapping[str, object]:
    return {
        "id": entry.id.urn,
        "url": entry.link,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": entry.moment.isoformat(),
        **({"authors": [{"name": entry.outlet}]} if entry.outlet else {}),
        **({"tags": [entry.collection[1]]} if entry.collection else {}),
    }
