"""The text of one paragraph of a Word document: runs, fields, links, boxes, marks of notes."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from webapp.importers.office.word_styles import Styles
from webapp.importers.office.word_tags import SKIPPED, child, element_name, first_choice, is_on, is_placeholder, value

CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
NOTE_MARKS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
PRIVATE_USE = range(0xE000, 0xF900)

SYMBOLS = "Signs of a symbol font are left out, since they mean nothing in another font."


@dataclass(slots=True)
class Story:
    """What the paragraphs of a document share.

    blocks    returns the paragraphs inside an element
    title     the first paragraph in the style of a title
    noted     kinds and ids of the notes that were referred to, in order
    fields    of each open field: whether its result has begun; what stands before is its instruction
    warnings  each once, in order
    """

    styles: Styles
    blocks: Callable[[etree._Element], list[str]]
    title: str = ""
    noted: list[tuple[str, str]] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)
    warnings: dict[str, None] = field(default_factory=dict)


class Line:
    """A paragraph: its text, and the paragraphs of the boxes that hang on it."""

    def __init__(self, story: Story, paragraph: etree._Element) -> None:
        self._story = story
        self._pieces: list[str] = []
        self.boxes: list[str] = []
        style = value(child(paragraph, "pPr", "pStyle"))
        self._collect(paragraph, is_hidden=style in story.styles.hidden)
        self.text = "".join(self._pieces)
        if not story.title and style in story.styles.titles:
            story.title = " ".join(self.text.split())

    def _collect(self, parent: etree._Element, *, is_hidden: bool) -> None:
        for element in parent:
            name = element_name(element)
            if name == "fldChar":
                self._turn_field(value(element, "fldCharType"))
            elif name == "txbxContent":
                self.boxes += self._story.blocks(element)
            elif name == "mc:AlternateContent":
                self._collect(first_choice(element), is_hidden=is_hidden)
            elif name == "r":
                self._run(element, is_hidden=is_hidden)
            elif name not in SKIPPED and not is_placeholder(element):
                self._write(name, element, is_hidden=is_hidden)
                self._collect(element, is_hidden=is_hidden)

    def _run(self, run: etree._Element, *, is_hidden: bool) -> None:
        """Collect a run. A mark of the author's own, such as an asterisk, follows its reference in the same run."""
        switch = child(run, "rPr", "vanish")
        style = value(child(run, "rPr", "rStyle"))
        hides = is_on(switch) if switch is not None else is_hidden or style in self._story.styles.hidden
        has_own_mark = any(
            value(child(run, mark), "customMarkFollows") not in ("", "0", "false") for mark in NOTE_MARKS
        )
        length = len(self._pieces)
        self._collect(run, is_hidden=hides)
        if has_own_mark:
            del self._pieces[length:]

    def _write(self, name: str, element: etree._Element, *, is_hidden: bool) -> None:
        """Write what an element itself stands for, unless it is hidden or in the instruction of a field."""
        if is_hidden or not all(self._story.fields):
            return
        if name in NOTE_MARKS:
            self._refer(NOTE_MARKS[name], value(element, "id"))
        elif name in ("t", "m:t"):
            self._pieces.append(" ".join((element.text or "").split("\n")))
        elif name == "sym":
            self._pieces.append(self._symbol(value(element, "char")))
        else:
            self._pieces.append(CHARACTERS.get(name, ""))

    def _refer(self, kind: str, number: str) -> None:
        if (kind, number) not in self._story.noted:
            self._story.noted.append((kind, number))

    def _symbol(self, code: str) -> str:
        """Return a sign that is written as the number of a glyph."""
        number = int(code, 16)
        if number in PRIVATE_USE:
            self._story.warnings[SYMBOLS] = None
            return ""
        return chr(number)

    def _turn_field(self, kind: str) -> None:
        fields = self._story.fields
        if kind == "begin":
            fields.append(False)
        elif fields and kind == "separate":
            fields[-1] = True
        elif fields and kind == "end":
            fields.pop()
