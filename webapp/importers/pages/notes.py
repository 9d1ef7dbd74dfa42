"""What a page says of its story beside the text, told to a reader as warnings.

Structured data come first: they are written for programs. Then a few plain lines in `phrases.toml`. A page that
says nothing of the kind gets no warning, whatever it is: a story behind a paywall may look like a short one.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from resiliparse.parse.html import HTMLTree

MAX_LINE_CHARS = 160
"""Of a line that says something of its story; of a correction this many are shown. Range: 80..300. Why: a longer line
that begins alike is a paragraph."""

MAX_DATA_CHARS = 2_000_000
"""Of one block of structured data; a larger one is passed over. Range: 10^5..10^7. Why: the whole text is in it."""

MIN_PROSE_CHARS = 60
"""Of a paragraph around a box. Range: 40..100. Why: a shorter line may be one of a list of links."""

ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "OpinionNewsArticle", "LiveBlogPosting")
LIVE, GALLERY = "LiveBlogPosting", ("ImageGallery", "MediaGallery")
TIERS = ("locked", "metered")
STOPS = '.!?。！？…؟۔।”»"“」』'

PAID = "The page says that its story is not free to read as a whole: the text may be cut short."
METERED = "The page says that it counts how many stories a reader sees for free: the text may be cut short."
SUBSCRIBE = "The page asks its readers to subscribe (“{}”): the text may be cut short."
LIVE_BLOG = "The page says that it is a live blog: fetched later, it may hold other entries."
PICTURES = "The page says that it is a gallery of pictures: its text may be that of captions."
BOXES = "Between the paragraphs stands a box that leads to another story (“{}”). It is part of the text."
CORRECTED = "The page says that its story was corrected: “{}”"


def notes_of(tree: HTMLTree, about: Mapping[str, str], text: str) -> tuple[str, ...]:
    """Return what a page says of its story. `about`: its meta elements, `text`: what it shows."""
    nodes = list(_nodes(tree))
    lines = text.splitlines()
    found = (_paid(nodes, about, lines), _kind(nodes), _boxes(lines), _correction(nodes))
    return tuple(filter(None, found))


def _nodes(tree: HTMLTree) -> Iterator[Mapping[str, Any]]:
    """Yield what the page says that it is about: no list of other stories, which have data of their own."""
    for script in tree.document.get_elements_by_tag_name("script") if tree.document else ():
        written = script.text if (script.getattr("type") or "").lower() == "application/ld+json" else ""
        if not written or len(written) > MAX_DATA_CHARS:
            continue
        try:
            yield from _inside(json.loads(written, strict=False))
        except (ValueError, RecursionError):
            continue


def _inside(data: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list):
        for each in data:
            yield from (_inside(each) if isinstance(each, dict) else ())
    elif isinstance(data, dict):
        yield data
        yield from _inside([*_listed(data.get("@graph")), *_listed(data.get("mainEntity"))])


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _is(node: Mapping[str, Any], *kinds: str) -> bool:
    types = [str(each).rpartition("/")[2] for each in _listed(node.get("@type"))]
    return any(each in kinds for each in types)


def _paid(nodes: Sequence[Mapping[str, Any]], about: Mapping[str, str], lines: Sequence[str]) -> str:
    stories = [node for node in nodes if _is(node, *ARTICLES)]
    if any(_is_paid(node) for node in stories) or about.get("article:content_tier") == TIERS[0]:
        return PAID
    asking = next(filter(_asks, lines), "")
    if asking:
        return SUBSCRIBE.format(asking.strip())
    return METERED if about.get("article:content_tier") == TIERS[1] else ""


def _is_paid(node: Mapping[str, Any]) -> bool:
    parts = [node, *(part for part in _listed(node.get("hasPart")) if isinstance(part, dict))]
    return any(str(part.get("isAccessibleForFree", "")).rpartition("/")[2].lower() == "false" for part in parts)


def _asks(line: str) -> bool:
    begun = _begun(line, "subscription")
    return bool(begun) and _also().get(begun, "") in line.lower()


def _kind(nodes: Sequence[Mapping[str, Any]]) -> str:
    if any(_is(node, LIVE) for node in nodes):
        return LIVE_BLOG
    is_gallery = any(_is(node, *GALLERY) for node in nodes) and not any(_is(node, *ARTICLES) for node in nodes)
    return PICTURES if is_gallery else ""


def _boxes(lines: Sequence[str]) -> str:
    """Return the note about a line that leads elsewhere, if prose stands close above and below it."""
    filled = [line.strip() for line in lines if line.strip()]
    for at, line in enumerate(filled):
        around = filled[max(at - 2, 0) : at], filled[at + 1 : at + 4]
        if _begun(line, "read_also") and all(any(map(_is_prose, side)) for side in around):
            return BOXES.format(line)
    return ""


def _is_prose(line: str) -> bool:
    return len(line) >= MIN_PROSE_CHARS and line[-1] in STOPS


def _correction(nodes: Sequence[Mapping[str, Any]]) -> str:
    """Return the note about a correction that stands in the data. One that stands in the text needs none."""
    for node in nodes:
        for said in _listed(node.get("correction")) if _is(node, *ARTICLES) else ():
            words = said.get("text") if isinstance(said, dict) else said
            if isinstance(words, str) and words.strip() and "://" not in words:
                return CORRECTED.format(_shown(words))
    return ""


def _shown(words: str) -> str:
    tidy = " ".join(words.split())
    return tidy if len(tidy) <= MAX_LINE_CHARS else f"{tidy[:MAX_LINE_CHARS].rstrip()}…"


def _begun(line: str, kind: str) -> str:
    """Return the phrase that a short line begins with; "" if it is long, or begins with none."""
    phrases, start = _phrases()[kind], line.strip().lower() if len(line) <= MAX_LINE_CHARS else ""
    # Nearly no line begins with any of them, and `startswith` asks for all at once.
    return next(filter(start.startswith, phrases)) if start.startswith(phrases) else ""


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    return {kind: tuple(phrases) for kind, phrases in _table().items() if isinstance(phrases, list)}


@cache
def _also() -> Mapping[str, str]:
    """Return what else a line must hold that begins with a phrase."""
    return {str(phrase): str(word) for phrase, word in _table()["subscription_also"].items()}


@cache
def _table() -> Mapping[str, Any]:
    file = resources.files(__package__) / "phrases.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
