"""NewsML-G2: news items, alone or in a message. The story is inside, as XHTML, NITF or plain text."""

import base64
import binascii
from collections.abc import Iterator

from lxml import etree

from webapp.errors import InvalidInput
from webapp.importers.data.xml_file import LANGUAGE, inherited, local, parse_xml, words_of
from webapp.importers.imported import Imported, KnownStory
from webapp.importers.moments import day_of
from webapp.importers.pages.parts import text_of_element, text_of_page, with_headline
from webapp.importers.several import join_stories
from webapp.importers.wires.nitf import nitf_story
from webapp.importers.wires.notes import wire_notes

NAME = "newsml/1"
DESCRIBED = "The file holds no text of it, only its headline and description."
PAGES = {"html", "body", "article", "section", "div", "p"}
OPENING_CHARS = 200
"""Of a text, among which a dateline is looked for. Range: 100..500. Why: it stands in the first paragraph."""


def read(data: bytes, name: str) -> Imported:
    """Return the stories in NewsML-G2. Errors: InvalidInput if it only refers to them; TooLarge."""
    parsed = parse_xml(data, name)
    items = list(parsed.root.iter("{*}newsItem"))
    stories = [_story(item, name) for item in items]
    whole = [story for story in stories if DESCRIBED not in story.warnings]
    if not items:
        raise InvalidInput(
            f"{name} is a {local(parsed.root)} of NewsML-G2, which holds no news item. If it refers to stories, save "
            "these and try again."
        )
    return join_stories(whole or stories, NAME, name, parsed.warnings)


def _story(item: etree._Element, name: str) -> KnownStory:
    """Return the story of a news item; its description if its text stands elsewhere."""
    inner = _nitf(item, name)
    headline = _words(item, "contentMeta", "headline")
    said = headline or (inner.title if inner else "") or _words(item, "itemMeta", "title")
    body = inner.text if inner else _body(item, name)
    text = body or _description(item, name)
    if not inner:
        text = with_headline(said, _with_dateline(_words(item, "contentMeta", "dateline"), text))
    elif not text.startswith(inner.title or "\0"):
        text = with_headline(said, text)
    return KnownStory(
        text,
        title=said,
        byline=_byline(item) or (inner.byline if inner else ""),
        outlet=_party(item, "infoSource") or _party(item, "provider"),
        language=_of(item, "contentMeta", "language", "tag") or inherited(item, LANGUAGE),
        published=day_of(
            _words(item, "contentMeta", "contentCreated")
            or _words(item, "itemMeta", "firstCreated")
            or _words(item, "itemMeta", "versionCreated")
        ),
        warnings=(*_notes(item), *(inner.warnings if inner else ()), *(() if body else (DESCRIBED,))),
    )


def _notes(item: etree._Element) -> tuple[str, ...]:
    return wire_notes(
        status=_of(item, "itemMeta", "pubStatus", "qcode") or _of(item, "itemMeta", "pubStatus", "uri"),
        embargo=_words(item, "itemMeta", "embargoed"),
        version=item.get("version", ""),
        urgency=_words(item, "contentMeta", "urgency"),
        signals=[each.get("qcode", "") or each.get("uri", "") for each in _all(item, "itemMeta", "signal")],
        notes=map(words_of, _all(item, "itemMeta", "edNote")),
    )


def _nitf(item: etree._Element, name: str) -> KnownStory | None:
    found = next((each for inline in _all(item, "contentSet", "inlineXML") for each in inline.iter("{*}nitf")), None)
    return nitf_story(found, name) if found is not None else None


def _body(item: etree._Element, name: str) -> str:
    """Return the text of the first rendition that has one."""
    for inline in _all(item, "contentSet", "inlineXML"):
        pages = [child for child in inline if local(child) in PAGES or "html" in _kind(inline)]
        if text := "\n\n".join(filter(None, (text_of_element(page, name) for page in pages))):
            return text
    renditions = sorted(_all(item, "contentSet", "inlineData"), key=lambda each: "html" not in _kind(each))
    return next(filter(None, (_data(each, name) for each in renditions)), "")


def _data(inline: etree._Element, name: str) -> str:
    written = "".join(str(piece) for piece in inline.itertext())
    if inline.get("encoding", "").rpartition(":")[2] == "base64":
        try:
            written = base64.b64decode("".join(written.split())).decode()
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return text_of_page(written, name) if "html" in _kind(inline) else written.strip()


def _kind(inline: etree._Element) -> str:
    return inline.get("contenttype", "text/plain").lower()


def _description(item: etree._Element, name: str) -> str:
    told = _all(item, "contentMeta", "description")
    found = (text_of_element(each, name, {"description": "div"}) for each in told)
    return "\n\n".join(dict.fromkeys(filter(None, found)))


def _with_dateline(dateline: str, text: str) -> str:
    is_in_it = dateline.casefold() in " ".join(text[:OPENING_CHARS].split()).casefold()
    return text if is_in_it else f"{dateline}\n\n{text}"


def _byline(item: etree._Element) -> str:
    return _words(item, "contentMeta", "by") or ", ".join(_parties(item, "contentMeta", "creator"))


def _party(item: etree._Element, name: str) -> str:
    section = "contentMeta" if name == "infoSource" else "itemMeta"
    return next(_parties(item, section, name), "")


def _parties(item: etree._Element, section: str, name: str) -> Iterator[str]:
    """Yield the names of parties, else what stands for them in the wire's own list."""
    for party in _all(item, section, name):
        named = next(party.iterchildren("{*}name"), None)
        said = words_of(named) or party.get("literal", "")
        if said:
            yield said


def _words(item: etree._Element, section: str, name: str) -> str:
    return next(filter(None, map(words_of, _all(item, section, name))), "")


def _of(item: etree._Element, section: str, name: str, attribute: str) -> str:
    return next(filter(None, (each.get(attribute, "") for each in _all(item, section, name))), "")


def _all(item: etree._Element, section: str, name: str) -> Iterator[etree._Element]:
    for found in item.iterchildren(f"{{*}}{section}"):
        yield from found.iterchildren(f"{{*}}{name}")
