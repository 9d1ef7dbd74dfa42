"""OpenDocument texts (.odt): the text as it is shown, without what was deleted or is hidden."""

import re
from collections.abc import Iterator

from lxml import etree

from webapp.errors import InvalidInput
from webapp.importers.blocks import ParagraphCounter, join_blocks, join_rows
from webapp.importers.imported import Imported
from webapp.importers.office.packages import Package

NAME = "odt/1"

SPACE = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE, STYLE, DRAW = (f"{SPACE}{name}:1.0}}" for name in ("text", "table", "office", "style", "drawing"))

CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
ENCRYPTION = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"

PARAGRAPHS = {f"{TEXT}p", f"{TEXT}h"}
SKIPPED = {
    *(f"{TEXT}{name}" for name in ("tracked-changes", "note-citation", "ruby-text", "number")),
    *(f"{TEXT}{name}" for name in ("sequence-decls", "variable-decls", "user-field-decls", "list-header-label")),
    *(f"{OFFICE}{name}" for name in ("annotation", "annotation-end", "forms")),
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc",
}
CHARACTERS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
GAP = re.compile(r"[ \t\r\n]+")
MAX_SPACES = 1_000
MAX_PARENTS = 20


def read(data: bytes, name: str) -> Imported:
    """Return the story in an OpenDocument text. Errors: InvalidInput, TooLarge."""
    package = Package(data, name)
    manifest = package.xml(MANIFEST)
    if manifest is not None and next(manifest.iter(ENCRYPTION), None) is not None:
        raise InvalidInput(f"{name} is protected by a password. Save it without one and try again.")
    root, styles = package.xml(CONTENT), package.xml(STYLES)
    body = root.find(f"{OFFICE}body/{OFFICE}text") if root is not None else None
    if root is None or body is None:
        raise InvalidInput(f"{name} is an OpenDocument file, but not a text. Save it as a text and try again.")
    walk = TextBody(name, [root, styles] if styles is not None else [root])
    blocks = walk.blocks(body)
    return Imported(join_blocks([*blocks, *walk.notes()]), NAME, title=walk.title)


class TextBody:
    """Collects the text in reading order. `title`: the first paragraph in the style of a title."""

    def __init__(self, name: str, parts: list[etree._Element]) -> None:
        self.title = ""
        self._styles = {
            style.get(f"{STYLE}name", ""): style for part in reversed(parts) for style in part.iter(f"{STYLE}style")
        }
        self._count = ParagraphCounter(name)
        self._noted: list[etree._Element] = []

    def blocks(self, container: etree._Element) -> list[str]:
        """Return the paragraphs of a body, a cell, a box or a note."""
        blocks: list[str] = []
        for element in self._flat(container):
            if element.tag == f"{TABLE}table":
                blocks += join_rows([self.blocks(cell) for cell in _cells(row)] for row in _rows(element))
            else:
                boxes, text = self._paragraph(element)
                blocks += [*boxes, text]
        return [block for block in blocks if block.strip()]

    def notes(self) -> list[str]:
        """Return the notes in the order of their marks."""
        return [block for note in self._noted for block in self.blocks(note)]

    def _flat(self, container: etree._Element) -> Iterator[etree._Element]:
        """Yield paragraphs and tables, also those in lists, sections and boxes."""
        for element in container:
            if element.tag in PARAGRAPHS or element.tag == f"{TABLE}table":
                yield element
            elif element.tag not in SKIPPED and not _is_closed(element):
                yield from self._flat(element)

    def _paragraph(self, paragraph: etree._Element) -> tuple[list[str], str]:
        """Return the boxes that hang on a paragraph, and its text."""
        self._count.one_more()
        boxes: list[str] = []
        pieces: list[str] = []
        if not self._is_hidden(paragraph):
            self._collect(paragraph, boxes, pieces)
        text = "".join(pieces).strip(" ")
        if not self.title and "Title" in self._family(paragraph):
            self.title = " ".join(text.split())
        return boxes, text

    def _collect(self, parent: etree._Element, boxes: list[str], pieces: list[str]) -> None:
        _write(parent.text, pieces)
        for element in parent:
            tag = str(element.tag)
            if tag == f"{TEXT}note":
                self._noted += element.findall(f"{TEXT}note-body")
            elif tag == f"{TEXT}s":
                pieces.append(" " * min(int(element.get(f"{TEXT}c", "1")), MAX_SPACES))
            elif tag in CHARACTERS:
                pieces.append(CHARACTERS[tag])
            elif tag.startswith(DRAW):
                boxes += self.blocks(element)
            elif tag not in SKIPPED and not _is_closed(element) and not self._is_hidden(element):
                self._collect(element, boxes, pieces)
            _write(element.tail, pieces)

    def _is_hidden(self, element: etree._Element) -> bool:
        """Return whether the nearest style that says so hides an element."""
        for name in self._family(element):
            style = self._styles.get(name)
            shown = style.find(f"{STYLE}text-properties[@{TEXT}display]") if style is not None else None
            if shown is not None:
                return shown.get(f"{TEXT}display") == "none"
        return False

    def _family(self, element: etree._Element) -> Iterator[str]:
        """Yield the name of an element's style, of its parent and so on."""
        name = element.get(f"{TEXT}style-name", "")
        for _ in range(MAX_PARENTS):
            if not name:
                return
            yield name
            style = self._styles.get(name)
            name = style.get(f"{STYLE}parent-style-name", "") if style is not None else ""


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, those of its head and of groups too, but not those of a table inside it."""
    for element in table:
        if element.tag == f"{TABLE}table-row":
            yield element
        elif element.tag != f"{TABLE}table" and element.tag not in PARAGRAPHS:
            yield from _rows(element)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell")


def _is_closed(element: etree._Element) -> bool:
    """Return whether a section or a condition shows nothing."""
    return element.get(f"{TEXT}display") == "none" or element.get(f"{TEXT}is-hidden") == "true"


def _write(text: str | None, pieces: list[str]) -> None:
    """Append text with its white space as a browser draws it: each gap is one space, none opens a paragraph."""
    if not text:
        return
    shown = GAP.sub(" ", text)
    pieces.append(shown[1:] if shown.startswith(" ") and (not pieces or pieces[-1].endswith((" ", "\n"))) else shown)
