"""Invented pages as content systems write them, each captured twice, an hour apart.

The files `news_pages_*.html` hold them one after another, each below a line `=== name`. In them

    ⟦…⟧       is a block of the story; all else is of the page
    [a~>b]    is `a` in the first capture and `b` in the second; inside a block it is an edit of the story
"""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

HERE = Path(__file__).parent
EDIT = re.compile(r"\[([^][]*)~>([^][]*)\]")
BLOCK = re.compile("⟦(.*?)⟧", re.DOTALL)
NOT_SHOWN = re.compile(r"<rt>.*?</rt>|<[^>]*>")


@dataclass(frozen=True)
class NewsPage:
    """A page, as its file has it."""

    name: str
    markup: str

    def capture(self, *, is_new: bool) -> bytes:
        """Return the page as it was served."""
        return self._captured(is_new).replace("⟦", "").replace("⟧", "").encode()

    def blocks(self, *, is_new: bool) -> list[str]:
        """Return the blocks of the story as a reader sees them, in order."""
        return [_shown(block) for block in BLOCK.findall(self._captured(is_new))]

    def edits(self) -> list[tuple[str, str]]:
        """Return what differs between the stories of the captures, in order."""
        inside = [span.span() for span in BLOCK.finditer(self.markup)]
        return [
            (_shown(edit[1]), _shown(edit[2]))
            for edit in EDIT.finditer(self.markup)
            if "⟦" in edit[0] or any(start <= edit.start() < end for start, end in inside)
        ]

    def _captured(self, is_new: bool) -> str:
        return EDIT.sub(lambda edit: edit[1 + is_new], self.markup)


def _shown(markup: str) -> str:
    return " ".join(unescape(NOT_SHOWN.sub("", markup)).replace("⟦", "").replace("⟧", " ").split())


def places(blocks: list[str], text: str) -> list[range]:
    """Return where the blocks stand in a text, one after another, whatever white space is in them.

    Errors: ValueError if one does not.
    """
    found: list[range] = []
    for block in blocks:
        pattern = re.compile(r"\s+".join(map(re.escape, block.split())))
        match = pattern.search(text, found[-1].stop if found else 0)
        if match is None:
            raise ValueError(f"not in the text, or not in order: {block}")
        found.append(range(*match.span()))
    return found


def _read(file: Path) -> list[NewsPage]:
    sections = re.split(r"^=== (.*)\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [NewsPage(name, markup) for name, markup in zip(sections[::2], sections[1::2], strict=True)]


NEWS_PAGES = [page for file in sorted(HERE.glob("news_pages_*.html")) for page in _read(file)]
