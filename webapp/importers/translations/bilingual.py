"""Texts in two or more languages, unit by unit: each language is a story. Inline codes are left out."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from webapp.importers.blocks import join_blocks
from webapp.importers.data.xml_file import local
from webapp.importers.imported import KnownStory

EMPTY = "{empty:,} of its {units:,} units have no translation."
NOT_FINAL = "{count:,} of its {units:,} translations are not final, as the file marks them."
OBSOLETE = "{count:,} units that the file marks as deleted or obsolete are left out."

GAP = re.compile(r"[ \t\r\n]+")
LINE_BREAKS = {"lb", "xlf:lb", "pb", "xlf:pb", "x-html-br", "x-br", "br"}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MARKED_GONE = re.compile("delete|obsolete", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in each of its languages; "" for one that is missing. `is_final`: its translation is no draft."""

    texts: Sequence[str]
    is_final: bool = True


def stories_of(units: Sequence[Unit], languages: Sequence[str], gone: int) -> Iterator[KnownStory]:
    """Yield a story for each language, the source first. `gone`: how many units were left out as deleted."""
    left_out = (OBSOLETE.format(count=gone),) if gone else ()
    drafts = sum(1 for unit in units if not unit.is_final)
    for number, language in enumerate(languages):
        empty = sum(1 for unit in units if unit.texts[0] and not unit.texts[number])
        warnings = [EMPTY.format(empty=empty, units=len(units))] if empty else []
        if number and drafts:
            warnings.append(NOT_FINAL.format(count=drafts, units=len(units)))
        text = join_blocks(unit.texts[number] for unit in units)
        yield KnownStory(text, language=language, warnings=(*warnings, *left_out))


def inline_text(element: etree._Element, content: Collection[str], codes: Collection[str]) -> str:
    """Return the text in a source or target.

    content  elements whose text is shown, such as a bold phrase; codes  those that hold markup, or nothing
    Any other element, such as a note, is left out. A code joins what stands beside it, but for a line break.
    """
    pieces: list[str] = []
    _collect(element, content, codes, pieces)
    text = "".join(pieces)
    return text if _keeps_space(element) else text.strip()


def is_gone(*marks: str | None) -> bool:
    """Return whether one of these marks of a unit says that it was deleted."""
    return any(MARKED_GONE.search(mark or "") for mark in marks)


def _collect(element: etree._Element, content: Collection[str], codes: Collection[str], pieces: list[str]) -> None:
    pieces.append(_spaced(element.text, element))
    for child in element:
        name = local(child)
        if name in content:
            _collect(child, content, codes, pieces)
        elif name in codes:
            pieces.append(_of_code(child, name))
        pieces.append(_spaced(child.tail, element))


def _of_code(code: etree._Element, name: str) -> str:
    """Return what a code stands for: a line break, white space, a character; nothing for most."""
    if name == "cp":  # a character that XML cannot hold
        return "\ufffd"
    if LINE_BREAKS & {code.get("ctype", ""), code.get("subType", ""), code.get("type", "")}:
        return "\n"
    equal = code.get("equiv-text") or code.get("equiv") or ""
    return equal if equal.isspace() else ""


def _spaced(text: str | None, element: etree._Element) -> str:
    return (text or "") if _keeps_space(element) else GAP.sub(" ", text or "")


def _keeps_space(element: etree._Element) -> bool:
    return next((each.get(SPACE) for each in (element, *element.iterancestors()) if each.get(SPACE)), "") == "preserve"
