"""ninjs 1.x, 2.x and 3.x, News in JSON: an item, and the items that it holds with texts of their own."""

from collections.abc import Iterator
from typing import Any

from webapp.importers.data.json_file import objects_in, parse_json, text_in
from webapp.importers.data.xml_file import parse_text
from webapp.importers.imported import Imported, KnownStory
from webapp.importers.moments import day_of
from webapp.importers.pages.parts import text_of_page, with_headline
from webapp.importers.several import join_stories
from webapp.importers.wires.nitf import nitf_story
from webapp.importers.wires.notes import wire_notes

NAME = "ninjs/1"
DESCRIBED = "The file holds no text of it, only its headline and description."
MAX_DEPTH = 20
"""Of items in items. Range: 5..50. Why: a package holds stories, which hold pictures."""


def read(data: bytes, name: str) -> Imported:
    """Return the stories in ninjs. Errors: InvalidInput if it holds none; TooLarge."""
    found, warnings = parse_json(data, name)
    stories = list(_stories(found, name, 0))
    whole = [story for story in stories if DESCRIBED not in story.warnings]
    return join_stories(whole or stories[:1], NAME, name, warnings)


def _stories(written: dict[str, Any], name: str, depth: int) -> Iterator[KnownStory]:
    """Yield the story of an item, then those of the items in it."""
    item = {key.lower(): value for key, value in written.items()}  # 3.x writes names with capitals inside
    yield _story(item, name)
    if depth < MAX_DEPTH:
        for inner in _associated(item):
            yield from _stories(inner, name, depth + 1)


def _associated(item: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the items in an item: a list since 2.0, named values before."""
    held = item.get("associations")
    values = held.values() if isinstance(held, dict) else held if isinstance(held, list) else ()
    return [
        each for value in values for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)
    ]


def _story(item: dict[str, Any], name: str) -> KnownStory:
    headline = " ".join((_role(item, "headlines", "main") or text_in(item, "headline", "title")).split())
    text = _body(item, "bodies", "body", name)
    described = "" if text else _body(item, "descriptions", "description", name)
    return KnownStory(
        with_headline(headline, text or described),
        title=headline,
        byline=text_in(item, "byline", "by"),
        outlet=text_in(item, "copyrightholder") or next((text_in(each, "name") for each in _providers(item)), ""),
        language=text_in(item, "language"),
        published=day_of(text_in(item, "contentcreated", "firstcreated", "versioncreated")),
        address=address if (address := text_in(item, "uri")).startswith(("http://", "https://")) else "",
        warnings=(
            *wire_notes(
                status=text_in(item, "pubstatus"),
                embargo=text_in(item, "embargoed"),
                expires=text_in(item, "expires"),
                version=text_in(item, "version"),
                urgency=text_in(item, "urgency"),
                signals=[text_in(item, "signal")],
                notes=[" ".join(text_in(item, "ednote").split())],
            ),
            *(() if text else (DESCRIBED,)),
        ),
    )


def _providers(item: dict[str, Any]) -> list[dict[str, Any]]:
    return objects_in(item, "infosources", "infosource", "provider")


def _role(item: dict[str, Any], name: str, role: str) -> str:
    """Return the value with this role in a list, else the first."""
    values = [{key.lower(): value for key, value in each.items()} for each in objects_in(item, name)]
    likely = sorted(values, key=lambda each: text_in(each, "role") != role)
    return next(filter(None, (text_in(each, "value") for each in likely)), "")


def _body(item: dict[str, Any], listed: str, named: str, name: str) -> str:
    """Return the text of an item, of its pages first, since they have paragraphs. `named`: how names begin in 1.x."""
    bodies = [{key.lower(): value for key, value in each.items()} for each in objects_in(item, listed)]
    found = [(text_in(each, "contenttype", "role").lower(), text_in(each, "value")) for each in bodies]
    found += [(key.removeprefix(f"{named}_"), text_in(item, key)) for key in item if key.startswith(f"{named}_")]
    ordered = sorted(found, key=lambda each: _rank(each[0]))
    return next(filter(None, (_text(kind, written, name) for kind, written in ordered if written)), "")


def _rank(kind: str) -> int:
    return 0 if "html" in kind else 1 if "nitf" in kind else 2


def _text(kind: str, written: str, name: str) -> str:
    if "html" in kind:
        return text_of_page(written, name)
    if "nitf" in kind:
        return nitf_story(parse_text(written, name)[0], name).text
    return written.strip()
