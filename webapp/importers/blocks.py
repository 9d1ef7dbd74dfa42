"""The normal form of a text that comes from a document: what the same story has in every format.

Paragraphs are separated by an empty line, the rows of a table by a line end, its cells by a tab. A box stands before
the paragraph that it hangs on, notes stand at the end without their marks. Bullets and numbers of lists are left out:
programs add them when they draw the list, so that most formats do not even hold them.
"""

import re
from collections.abc import Iterable, Sequence

from webapp.errors import TooLarge

MAX_PARAGRAPHS = 50_000
"""Of one document. Range: 20,000..200,000. Why: a story of 300,000 words has 10,000; a file of 130 KB may hold a
million empty ones. Cases: tests/importers/test_packages.py."""


BULLET = re.compile(r"^ *[•·▪◦‣⁃●○■□\uf000-\uf0ff][ \t]+")
"""A bullet before a paragraph. Word processors take theirs from symbol fonts, whose signs have private code points."""


def join_blocks(blocks: Iterable[str]) -> str:
    """Return paragraphs as a text; empty ones are left out."""
    return "\n\n".join(filter(None, map(str.strip, blocks)))


def join_rows(rows: Iterable[Sequence[Sequence[str]]]) -> list[str]:
    """Return the blocks of a table of cells with paragraphs.

    A row with one cell, or with several paragraphs in a cell, serves as a layout: its paragraphs stand one after
    another.

    >>> join_rows([[["Town"], ["Votes"]], [["Lyon"], ["5"]], [["A story."], ["Its first paragraph.", "Its second."]]])
    ['Town\\tVotes\\nLyon\\t5', 'A story.', 'Its first paragraph.', 'Its second.']
    """
    blocks: list[str] = []
    lines: list[str] = []
    for row in rows:
        if len(row) == 1 or any(len(cell) > 1 for cell in row):
            blocks += ["\n".join(lines), *(block for cell in row for block in cell)]
            lines = []
        elif any(row):
            lines.append("\t".join(" ".join(block.split()) for cell in row for block in (cell or [""])).rstrip("\t"))
    return list(filter(None, [*blocks, "\n".join(lines)]))


class ParagraphCounter:
    """Counts the paragraphs of a document. `name`: the file's name, for messages."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._paragraphs = 0

    def one_more(self) -> None:
        """Errors: TooLarge above MAX_PARAGRAPHS."""
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            raise TooLarge(f"{self._name} has more than {MAX_PARAGRAPHS:,} paragraphs, the most that Stet reads.")
