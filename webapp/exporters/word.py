"""A Word file with tracked changes. Accepting all gives the paragraphs of new, rejecting all those of old.

ECMA-376, part 1, 17.13.5 (revisions) and 17.13.4 (comments). A paragraph's end that was inserted or deleted is a
revision of its own, marked in the properties of the paragraph that it ends. python-docx writes the parts of the file,
but no revisions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from webapp.display.phrases.changes import label
from webapp.engine.model import Change, Op
from webapp.exporters.comments import Comments
from webapp.exporters.merge import MergedRun, runs
from webapp.exporters.model import Sheet
from webapp.exporters.xml_text import xml_text

AUTHOR = "Stet"
COMMENTED = frozenset({"hard", "soft"})
TAGS: dict[tuple[Op, bool], str] = {
    ("insert", False): "w:ins",
    ("delete", False): "w:del",
    ("insert", True): "w:moveTo",
    ("delete", True): "w:moveFrom",
}

Element = Any  # python-docx makes elements by name: they have no types of their own


@dataclass(frozen=True, slots=True)
class RunPart:
    """A part of a run inside one paragraph. The end of a paragraph is a piece of its own."""

    run: MergedRun
    text: str
    ends_paragraph: bool = False
    is_first: bool = False
    is_last: bool = False


def write(sheet: Sheet) -> bytes:
    """Return the file."""
    document = Document()
    _describe(document, sheet)
    _Writer(document, sheet).write()
    file = BytesIO()
    document.save(file)
    return _dated(file, sheet.made_at.astimezone(UTC))


def _dated(file: BytesIO, moment: datetime) -> bytes:
    """Return the file with this moment on each of its parts. With the time of now, no two exports would be equal."""
    dated = BytesIO()
    with ZipFile(file) as source, ZipFile(dated, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return dated.getvalue()


def _describe(document: WordDocument, sheet: Sheet) -> None:
    """Write checksums and heading into the properties: in the text, they would be part of what a reader accepts."""
    properties, comparison = document.core_properties, sheet.comparison
    made_at = sheet.made_at.astimezone(UTC).replace(tzinfo=None)
    properties.author = properties.last_modified_by = AUTHOR
    properties.title = xml_text(sheet.heading)[:255]
    properties.created = properties.modified = made_at
    properties.comments = f"SHA-256 old {comparison.old.sha256} new {comparison.new.sha256}"
    properties.subject = xml_text(sheet.link)[:255]


class _Writer:
    """Writes the paragraphs, one element after the other."""

    def __init__(self, document: WordDocument, sheet: Sheet) -> None:
        self._end = document.element.body[-1]  # the properties of the section come last
        self._runs = runs(sheet.comparison)
        self._changes = {change.id: change for change in sheet.comparison.changes}
        self._date = sheet.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._ids = count(1)
        self._range_ids: dict[tuple[str, int], str] = {}
        self._commented: set[str] = set()
        self._comments = Comments(document, AUTHOR, self._date)

    def write(self) -> None:
        paragraph = self._open()
        for run in self._runs:
            for piece in _pieces(run):
                if piece.ends_paragraph:
                    self._mark_end(paragraph, piece.run.op)
                    paragraph = self._open()
                else:
                    self._add(paragraph, piece)

    def _open(self) -> Element:
        paragraph = OxmlElement("w:p")
        self._end.addprevious(paragraph)
        return paragraph

    def _mark_end(self, paragraph: Element, op: Op) -> None:
        """Mark the end of a paragraph. A moved one is written as inserted or deleted: every program knows these."""
        if op == "equal":
            return
        properties, marks = OxmlElement("w:pPr"), OxmlElement("w:rPr")
        marks.append(self._revision(TAGS[op, False]))
        properties.append(marks)
        paragraph.insert(0, properties)

    def _add(self, paragraph: Element, piece: RunPart) -> None:
        run = piece.run
        element = _run(piece.text, run.op == "delete" and run.move is None)
        if run.op != "equal":
            revision = self._revision(TAGS[run.op, run.move is not None])
            revision.append(element)
            element = revision
        change = self._to_comment(run)
        self._range(paragraph, piece, "Start")
        paragraph.append(element)
        self._range(paragraph, piece, "End")
        if change:
            self._comment(element, change)

    def _revision(self, tag: str) -> Element:
        return _element(tag, id=str(next(self._ids)), author=AUTHOR, date=self._date)

    def _range(self, paragraph: Element, piece: RunPart, edge: str) -> None:
        """Put the ends of a move's range around its first and last piece; both places share the name."""
        move, is_edge = piece.run.move, piece.is_first if edge == "Start" else piece.is_last
        if move is None or not is_edge:
            return
        tag = TAGS[piece.run.op, True]
        if edge == "Start":
            self._range_ids[tag, move] = str(next(self._ids))
            named = {"name": f"move{move}", "author": AUTHOR, "date": self._date}
            paragraph.append(_element(f"{tag}RangeStart", id=self._range_ids[tag, move], **named))
        else:
            paragraph.append(_element(f"{tag}RangeEnd", id=self._range_ids[tag, move]))

    def _to_comment(self, run: MergedRun) -> Change | None:
        """Return the change that needs a comment here: each has one, at its first place."""
        change = self._changes.get(run.change or "")
        if change is None or change.weight not in COMMENTED or change.id in self._commented:
            return None
        self._commented.add(change.id)
        return change

    def _comment(self, element: Element, change: Change) -> None:
        number = self._comments.add(label(change))
        element.addprevious(_element("w:commentRangeStart", id=number))
        end, reference = _element("w:commentRangeEnd", id=number), OxmlElement("w:r")
        reference.append(_element("w:commentReference", id=number))
        element.addnext(end)
        end.addnext(reference)


def _pieces(run: MergedRun) -> Iterator[RunPart]:
    parts = [part for part in re.split("(\n)", run.text) if part]
    texts = [index for index, part in enumerate(parts) if part != "\n"]
    for index, part in enumerate(parts):
        if part == "\n":
            yield RunPart(run, "", ends_paragraph=True)
        else:
            yield RunPart(run, part, is_first=index == texts[0], is_last=index == texts[-1])


def _run(text: str, is_deleted: bool) -> Element:
    """Return a run of text; a tab is an element of its own."""
    run = OxmlElement("w:r")
    for number, part in enumerate(xml_text(text).split("\t")):
        if number:
            run.append(OxmlElement("w:tab"))
        if part:
            words = OxmlElement("w:delText" if is_deleted else "w:t")
            words.set(qn("xml:space"), "preserve")
            words.text = part
            run.append(words)
    return run


def _element(tag: str, **attributes: str) -> Element:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
