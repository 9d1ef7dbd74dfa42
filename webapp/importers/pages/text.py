"""The text of a web page in normal form."""

import re

from webapp.errors import TooLarge
from webapp.importers.blocks import join_blocks, join_rows
from webapp.importers.pages.shadow_trees import SHADOW, compose
from webapp.importers.pages.tags import Tag, cut_page

MAX_DEPTH = 5_000
"""Range: 1,000..20,000. Why: pages of old editors nest 300 deep, hostile ones 100,000.
Cases: tests/importers/test_page.py."""

SKIPPED = {
    *(
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "canvas",
        "svg",
        "video",
        "audio",
    ),
    *("select", "datalist", "button", "textarea", "input", "progress", "meter"),
    *("del", "rt", "rp", "annotation", "annotation-xml"),
}
BLOCKS = {
    *("p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "hgroup", "search", "center"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "menu", "dir", "dl", "dt", "dd", "blockquote", "pre"),
    *("figure", "figcaption", "address", "form", "fieldset", "legend", "details", "summary", "hr", "body", "caption"),
    *("table", "tr", "td", "th", "option", "dialog"),
}
CELLS = {"td", "th"}
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore", re.IGNORECASE
)

HIDDEN_CLASS = "sf-hidden"
"""What SingleFile writes at all that was hidden by a style sheet when the page was saved."""

# The mark of a note, or the way back from it: no letters, and a link into the same page.
NOTE_MARK = re.compile(r"[\s\[\]()*†‡§¶^↑↩\uFE0E\d]{1,12}")
NOTE_ROLES = ("doc-noteref", "doc-backlink")

GAP = re.compile(r"[\t\r\n\f][ \t\r\n\f]*+| [ \t\r\n\f]++")
LINE_END = re.compile(r" *\n *")
SPACES = re.compile(r" {2,}")


class PageText:
    """Collects the text of a page. `name`: the file's name, for messages. `address`: where the page was.

    Whoever saves a page may write its address in front of the links into itself.
    """

    def __init__(self, page: str, name: str, address: str = "") -> None:
        self.language = ""
        self._name = name
        self._inside = ("#", f"{address.partition('#')[0]}#")
        self._pieces: list[str] = []
        # The paragraphs of the page, of each table and of each cell that is open, and the rows of each open table.
        self._open: list[list[str]] = [[]]
        self._rows: list[list[list[list[str]]]] = []
        self._depth = 0
        self._skipped_at: int | None = None
        self._preformatted = 0
        # Where the text of each open link began, for a link that may be the mark of a note.
        self._links: list[int | None] = []
        tokens = cut_page(page)
        for token in compose(tokens) if SHADOW.search(page) else tokens:
            if isinstance(token, str):
                self._write(token)
            elif token.is_end:
                self._leave(token)
            else:
                self._enter(token)
        self._end_block()

    @property
    def text(self) -> str:
        return join_blocks(self._open[0])

    def _enter(self, tag: Tag) -> None:
        """Errors: TooLarge if the element is nested too deep."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TooLarge(f"{self._name} is nested too deep: a page may nest {MAX_DEPTH:,} elements.")
        if self._skipped_at is not None:
            return
        attributes = tag.attributes() if tag.written else {}
        if tag.name in SKIPPED or (attributes and _is_hidden(attributes)):
            self._skipped_at = self._depth
        elif tag.name in BLOCKS:
            self._start_block(tag.name)
        elif tag.name == "a":
            self._links.append(len(self._pieces) if attributes.get("href", "").startswith(self._inside) else None)
        elif tag.name == "br":
            self._pieces.append("\n")
        elif tag.name == "html":
            self.language = attributes.get("lang", "").strip()

    def _leave(self, tag: Tag) -> None:
        is_skipped = self._skipped_at is not None
        if self._skipped_at == self._depth:
            self._skipped_at = None
        self._depth -= 1
        if is_skipped:
            return
        if tag.name in BLOCKS:
            self._close_block(tag.name)
        elif tag.name == "a" and self._links:
            start = self._links.pop()
            if start is not None and NOTE_MARK.fullmatch("".join(self._pieces[start:])):
                del self._pieces[start:]

    def _start_block(self, name: str) -> None:
        self._end_block()
        self._preformatted += name == "pre"
        if name == "table":
            self._rows.append([])
        if name == "tr" and self._rows:
            self._rows[-1].append([])
        if name == "table" or name in CELLS:
            self._open.append([])

    def _close_block(self, name: str) -> None:
        self._end_block()
        self._preformatted -= name == "pre"
        if name in CELLS:
            cell = self._open.pop()
            if self._rows and self._rows[-1]:
                self._rows[-1][-1].append(cell)
            else:
                self._open[-1] += cell
        elif name == "table":
            outside_rows = self._open.pop()
            self._open[-1] += [*outside_rows, *join_rows(self._rows.pop())]

    def _write(self, text: str) -> None:
        if self._skipped_at is None:
            self._pieces.append(text if self._preformatted else GAP.sub(" ", text))

    def _end_block(self) -> None:
        if not self._pieces:  # every second block: one that begins or ends beside another
            return
        text = "".join(self._pieces)
        self._pieces = []
        tidy = LINE_END.sub("\n", text if self._preformatted else SPACES.sub(" ", text)).strip(" \n\t")
        if tidy:
            self._open[-1].append(tidy)


def _is_hidden(attributes: dict[str, str]) -> bool:
    """Return whether an element shows nothing, or only the mark of a note."""
    is_shown = "hidden" not in attributes or attributes["hidden"] == "until-found"
    is_hidden_by_class = HIDDEN_CLASS in attributes.get("class", "").split()
    is_note = attributes.get("role") in NOTE_ROLES
    return not is_shown or is_hidden_by_class or is_note or bool(HIDING.search(attributes.get("style", "")))
