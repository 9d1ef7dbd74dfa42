"""Walks the body of a Word document and returns its paragraphs in reading order."""

from collections.abc import Iterator, Mapping

from lxml import etree

from webapp.importers.blocks import ParagraphCounter, join_rows
from webapp.importers.office.word_line import Line, Story
from webapp.importers.office.word_styles import Styles
from webapp.importers.office.word_tags import SKIPPED, child, element_name, first_choice, is_on, is_placeholder

EMBEDDED = "A part that was inserted as a file of its own is left out."

MARK_REMOVED = ("del", "moveFrom")


class Body:
    """The paragraphs of a document. The notes that they refer to come last."""

    def __init__(self, name: str, styles: Styles, notes: Mapping[str, Mapping[str, etree._Element]]) -> None:
        self._story = Story(styles, self.blocks)
        self._notes = notes
        self._count = ParagraphCounter(name)

    @property
    def title(self) -> str:
        return self._story.title

    @property
    def warnings(self) -> tuple[str, ...]:
        return tuple(self._story.warnings)

    def blocks(self, container: etree._Element) -> list[str]:
        """Return the paragraphs of a body, a cell, a box or a note. A removed paragraph mark joins two of them."""
        blocks: list[str] = []
        joined = ""
        for element in self._flat(container):
            if element_name(element) == "tbl":
                blocks += [joined, *join_rows(map(self._row, _rows(element)))]
                joined = ""
                continue
            self._count.one_more()
            line = Line(self._story, element)
            blocks += line.boxes
            joined += line.text
            if not _is_mark_removed(element):
                blocks.append(joined)
                joined = ""
        return [block for block in (*blocks, joined) if block.strip()]

    def notes(self) -> list[str]:
        """Return the notes in the order of their marks. A note may refer to another one, which then follows."""
        blocks: list[str] = []
        for kind, number in self._story.noted:
            note = self._notes[kind].get(number)
            blocks += self.blocks(note) if note is not None else []
        return blocks

    def _flat(self, container: etree._Element) -> Iterator[etree._Element]:
        """Yield paragraphs and tables, also those inside content controls and the like."""
        for element in container:
            name = element_name(element)
            if name in ("p", "tbl"):
                yield element
            elif name == "altChunk":
                self._story.warnings[EMBEDDED] = None
            elif name == "mc:AlternateContent":
                yield from self._flat(first_choice(element))
            elif name not in SKIPPED and not is_placeholder(element):
                yield from self._flat(element)

    def _row(self, row: etree._Element) -> list[list[str]]:
        return [self.blocks(cell) for cell in _cells(row)]


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    return _kept(table, "tr", ("trPr", "del"))


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return _kept(row, "tc", ("tcPr", "cellDel"))


def _kept(container: etree._Element, name: str, deletion: tuple[str, str]) -> Iterator[etree._Element]:
    """Yield the elements of a name that have no mark of a deletion, also those inside content controls."""
    for element in container:
        found = element_name(element)
        if found == name:
            if child(element, *deletion) is None:
                yield element
        elif found not in SKIPPED:
            yield from _kept(element, name, deletion)


def _is_mark_removed(paragraph: etree._Element) -> bool:
    """Return whether the end of a paragraph was deleted or moved away, or separates two styles of one line."""
    mark = child(paragraph, "pPr", "rPr")
    return any(child(mark, name) is not None for name in MARK_REMOVED) or is_on(child(mark, "specVanish"))
