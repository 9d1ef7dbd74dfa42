"""Feeds as a reader of feeds sees them, held to what their standards say."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import jsonschema_rs
from flask.testing import FlaskClient
from lxml import etree

SCHEMAS = Path(__file__).parents[1] / "exporters/schemas"
GRAMMAR = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
RULES = jsonschema_rs.validator_for(json.loads((SCHEMAS / "json_feed.json").read_text(encoding="utf-8")))
ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True)
class Entry:
    """An entry as both kinds of feed have it."""

    id: str
    title: str
    link: str
    moment: datetime
    summary: str
    outlet: str
    collection: str


@dataclass(frozen=True)
class Read:
    """A feed as it was read."""

    title: str
    page: str
    address: str
    following: str
    entries: list[Entry]


def read(client: FlaskClient, path: str) -> Read:
    """Return a feed. It fails if the standard of the feed does not allow it."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return read_atom(answer.data) if "atom" in path else read_json(answer.data)


def read_atom(data: bytes) -> Read:
    feed = etree.fromstring(data)
    GRAMMAR.assertValid(feed)
    links = {link.get("rel", ""): link.get("href", "") for link in feed.findall(f"{ATOM}link")}
    entries = [_entry(each) for each in feed.iterchildren(f"{ATOM}entry")]
    ids = [feed.findtext(f"{ATOM}id"), *(entry.id for entry in entries)]
    assert len(set(ids)) == len(ids)
    return Read(feed.findtext(f"{ATOM}title") or "", links["alternate"], links["self"], links.get("next", ""), entries)


def _entry(entry: Any) -> Entry:
    said = {name: entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "summary")}
    (link,) = entry.findall(f"{ATOM}link[@rel='alternate']")
    category = entry.find(f"{ATOM}category")
    return Entry(
        **said,
        link=link.get("href"),
        moment=datetime.fromisoformat(entry.findtext(f"{ATOM}updated")),
        outlet=entry.findtext(f"{ATOM}author/{ATOM}name") or "",
        collection=category.get("label") if category is not None else "",
    )


def read_json(data: bytes) -> Read:
    feed = json.loads(data)
    RULES.validate(feed)
    entries = [
        Entry(
            item["id"],
            item["title"],
            item["url"],
            datetime.fromisoformat(item["date_published"]),
            item["content_text"],
            item.get("authors", [{"name": ""}])[0]["name"],
            item.get("tags", [""])[0],
        )
        for item in feed["items"]
    ]
    assert len({entry.id for entry in entries}) == len(entries)
    return Read(feed["title"], feed["home_page_url"], feed["feed_url"], feed.get("next_url", ""), entries)
