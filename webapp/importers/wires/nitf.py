"""NITF 3.x, the News Industry Text Format: headline, byline, dateline and body as they are printed.

Its elements are much like those of web pages, and are read as these are. What the wire says to editors is a warning.
"""

from lxml import etree

from webapp.importers.data.xml_file import LANGUAGE, inherited, local, parse_xml, words_of
from webapp.importers.imported import Imported, KnownStory
from webapp.importers.moments import day_of
from webapp.importers.pages.parts import text_of_element
from webapp.importers.several import join_stories
from webapp.importers.wires.notes import wire_notes

NAME = "nitf/1"

BLOCKS = ("nitf", "body.head", "body.content", "body.end", "hedline", "byline", "dateline", "abstract", "lede", "block")
AS_IN_PAGES = {
    **dict.fromkeys(BLOCKS, "div"),
    **dict.fromkeys(("distributor", "tagline", "bibliography", "credit", "media-producer", "datasource"), "div"),
    **dict.fromkeys(("nitf-table", "nitf-table-metadata", "custom-table", "note", "fn", "content"), "div"),
    **{"hl1": "h1", "hl2": "h2", "bq": "blockquote", "media": "figure", "media-caption": "figcaption"},
    **dict.fromkeys(("byttl", "person", "location", "org", "chron", "num", "money", "event", "function"), "span"),
    **dict.fromkeys(("object.title", "virtloc", "postaddr", "copyrite", "pronounce", "alt-code", "frac"), "span"),
    **dict.fromkeys(("story.date", "city", "state", "region", "country", "sublocation", "classifier"), "span"),
    **dict.fromkeys(("name.given", "name.family", "frac-num", "frac-den", "frac-sep", "copyrite.year"), "span"),
}
SKIPPED = {"head", "rights", "media-metadata", "media-reference", "media-object", "nitf-table-metadata", "series"}
PUBLISHED = "pa"
"""The type of a note that may be published."""


def read(data: bytes, name: str) -> Imported:
    """Return the story in an NITF file. Errors: InvalidInput, TooLarge."""
    parsed = parse_xml(data, name)
    return join_stories([nitf_story(parsed.root, name)], NAME, name, parsed.warnings)


def nitf_story(root: etree._Element, name: str) -> KnownStory:
    """Return the story in an element `nitf`. `name`: the file's name, for messages."""
    about = {local(element): element for element in reversed(list(root.iter("{*}*"))) if isinstance(element.tag, str)}
    notes = _take_notes(root)
    body = about.get("body")
    return KnownStory(
        text_of_element(body if body is not None else root, name, AS_IN_PAGES | {"body": "div"}, SKIPPED),
        title=words_of(about.get("hl1")) or words_of(about.get("hedline")) or words_of(about.get("title")),
        byline=_byline(about.get("byline")),
        outlet=_of(about, "pubdata", "name")
        or words_of(about.get("distributor"))
        or _of(about, "doc.copyright", "holder"),
        language=inherited(root, LANGUAGE) or (body.get(LANGUAGE, "") if body is not None else ""),
        published=day_of(
            _of(about, "date.issue", "norm") or _of(about, "date.release", "norm") or _of(about, "story.date", "norm")
        ),
        warnings=wire_notes(
            status=_of(about, "docdata", "management-status"),
            embargo=_embargo(about),
            expires=_of(about, "date.expire", "norm"),
            version=_of(about, "du-key", "version"),
            urgency=_of(about, "urgency", "ed-urg"),
            signals=["correction"] if "correction" in about else (),
            notes=[_of(about, "correction", "info"), _of(about, "ed-msg", "info"), *notes],
        ),
    )


def _take_notes(root: etree._Element) -> list[str]:
    """Return the notes to editors, which stand in the head of the body, and remove them from it."""
    said = []
    for head in list(root.iter("{*}body.head")):
        for note in [note for note in head.iterchildren("{*}note") if note.get("type") != PUBLISHED]:
            said.append(words_of(note))
            head.remove(note)
    return said


def _embargo(about: dict[str, etree._Element]) -> str:
    is_held = _of(about, "docdata", "management-status") == "embargoed"
    return _of(about, "date.release", "norm") if is_held else ""


def _byline(byline: etree._Element | None) -> str:
    """Return who wrote it: the persons that are marked, else the line without the writers' offices."""
    if byline is None:
        return ""
    persons = [words_of(person) for person in byline.iter("{*}person")]
    if persons:
        return ", ".join(persons)
    office = [words_of(title) for title in byline.iter("{*}byttl", "{*}virtloc")]
    line = words_of(byline)
    for said in office:
        line = line.replace(said, "")
    return line.strip(" ,;") or words_of(byline)


def _of(about: dict[str, etree._Element], name: str, attribute: str) -> str:
    found = about.get(name)
    return " ".join(found.get(attribute, "").split()) if found is not None else ""
