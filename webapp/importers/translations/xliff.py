"""XLIFF 1.2, 2.0 and 2.1: the source and the translation of each file in it, as two stories."""

from collections.abc import Iterator

from lxml import etree

from webapp.importers.data.xml_file import local, parse_xml
from webapp.importers.imported import Imported, KnownStory
from webapp.importers.several import join_stories
from webapp.importers.translations.bilingual import Unit, inline_text, is_gone, stories_of

NAME = "xliff/1"

CONTENT = {"g", "mrk", "pc"}
CODES = {"x", "bx", "ex", "ph", "it", "bpt", "ept", "sc", "ec", "cp", "sm", "em"}
DRAFTS = ("needs-", "new", "initial")
NO_SPACE_AFTER = "。！？、，；：」』）"


def read(data: bytes, name: str) -> Imported:
    """Return source and translation as stories. Errors: InvalidInput if there is no text; TooLarge."""
    parsed = parse_xml(data, name)
    root = parsed.root
    is_second = "srcLang" in root.attrib or root.get("version", "").startswith("2")
    stories = (story for file in root.iterchildren("{*}file") for story in _stories(file, root, is_second=is_second))
    return join_stories(stories, NAME, name, parsed.warnings)


def _stories(file: etree._Element, root: etree._Element, *, is_second: bool) -> Iterator[KnownStory]:
    unit_name = "{*}unit" if is_second else "{*}trans-unit"
    read_unit = _second if is_second else _first
    found = list(file.iter(unit_name))
    kept = [unit for unit in found if not _is_gone(unit)]
    languages = (
        [root.get("srcLang", ""), root.get("trgLang", "")]
        if is_second
        else [file.get("source-language", ""), file.get("target-language", "")]
    )
    yield from stories_of([read_unit(unit) for unit in kept], languages, len(found) - len(kept))


def _first(unit: etree._Element) -> Unit:
    """Read a unit of XLIFF 1.2. Other translations that it holds as proposals are no part of the text."""
    source, target = (next(unit.iterchildren(f"{{*}}{name}"), None) for name in ("source", "target"))
    texts = [_text(source), _text(target)]
    state = target.get("state", "") if target is not None else ""
    return _whole_unit(texts, unit, is_final=not state.startswith(DRAFTS))


def _second(unit: etree._Element) -> Unit:
    """Read a unit of XLIFF 2: its segments, and what stands between them."""
    parts = [part for part in unit if local(part) in {"segment", "ignorable"}]
    targets = sorted(
        enumerate(parts, 1), key=lambda each: _order(next(each[1].iterchildren("{*}target"), None), each[0])
    )
    texts = [_joined(parts, "source"), _joined([part for _, part in targets], "target")]
    states = [part.get("state", "") for part in parts if next(part.iterchildren("{*}target"), None) is not None]
    return _whole_unit(texts, unit, is_final=not any(state.startswith(DRAFTS) for state in states))


def _whole_unit(texts: list[str], unit: etree._Element, *, is_final: bool) -> Unit:
    """Return a unit. What is not to be translated stands in the translation as it is."""
    source, target = (text.strip() for text in texts)
    if not target and unit.get("translate") == "no":
        return Unit([source, source])
    return Unit([source, target], is_final or not target)


def _joined(parts: list[etree._Element], name: str) -> str:
    """Return the text of segments. Where a file keeps no space between two, one is put, but in scripts without it."""
    joined, before = "", ""
    for part in parts:
        found = next(part.iterchildren(f"{{*}}{name}"), None)
        if found is None and local(part) == "ignorable":  # white space is often kept with the source only
            found = next(part.iterchildren("{*}source"), None)
        text = inline_text(found, CONTENT, CODES) if found is not None else ""
        if local(part) == "ignorable" and found is not None:
            text = "".join(found.itertext())
        needs_space = before == local(part) == "segment" and joined and text and not joined[-1].isspace()
        joined += f" {text}" if needs_space and joined[-1] not in NO_SPACE_AFTER else text
        before = local(part)
    return joined if joined.strip() else ""


def _order(target: etree._Element | None, place: int) -> int:
    """Return the place of a translated segment, which may be another than that of its source."""
    written = target.get("order", "") if target is not None else ""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else place


def _text(element: etree._Element | None) -> str:
    return inline_text(element, CONTENT, CODES) if element is not None else ""


def _is_gone(unit: etree._Element) -> bool:
    marked = [unit, *unit.iterchildren("{*}target", "{*}segment")]
    return any(is_gone(each.get("state"), each.get("subState"), each.get("state-qualifier")) for each in marked)
