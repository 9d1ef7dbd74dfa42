"""The lines of a PDF page from the pieces that PDFium makes.

It parts a line at a raised figure, at a word with ruby, and at a mark that is set apart from its letter.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import filterfalse
from statistics import median

from webapp.importers.pdf.notes import MARK
from webapp.importers.pdf.right_to_left import letters_from_right
from webapp.importers.pdf.signs import PageSigns, PdfSign

SAME_LINE = 0.5
MAX_GAP = 1.5
"""How far apart two pieces of one line may be, in heights of the font, up and down and to the side. Range: .3...7 and
1..2. Why: figures are raised by a third; columns are further apart. Cases: tests/importers/test_pdf_notes.py."""

MAX_STEP = 0.3
"""The most room between two pieces that are printed as one word, in heights of the font. Range: .1...5."""

KANA = re.compile("[\u3040-\u30ff]")
RUBY_SIZE = 0.6
"""The size of ruby beside that of the text. Range: .5...7. Why: it is set at half the size."""


def lines_of(signs: PageSigns) -> Iterator[list[int]]:
    """Yield the places of the signs of each line, those of a page that reads from right to left in that order."""
    turns = letters_from_right(signs.characters) > 0
    spans = list(signs.spans_of_lines())
    usual = median(signs.size(span[0]) for span in spans) if spans else 0.0
    line: list[int] = []
    for span in filterfalse(lambda span: _is_ruby(signs, span, usual), spans):
        if line and not _goes_on(signs, line, span, turns):
            yield _ordered(signs, line, turns)
            line = []
        line += span
    if line:
        yield _ordered(signs, line, turns)


def _goes_on(signs: PageSigns, line: Sequence[int], span: Sequence[int], turns: bool) -> bool:
    """Return whether a piece belongs to a line. From left to right only figures and words with ruby are set apart."""
    if turns:
        return _is_same_line([signs.sign(place) for place in line], [signs.sign(place) for place in span])
    is_figure = MARK.fullmatch("".join(signs.characters[place] for place in span)) is not None
    before, after = signs.sign(line[-1]), signs.sign(span[0])
    is_next = after.base == before.base and abs(after.start - before.end) <= MAX_STEP * before.size
    return is_next or (is_figure and _is_same_line([before], [after]))


def _is_ruby(signs: PageSigns, span: Sequence[int], usual: float) -> bool:
    """Return whether a piece is the reading that stands above a Japanese word."""
    return signs.size(span[0]) <= RUBY_SIZE * usual and all(KANA.match(signs.characters[place]) for place in span)


def _is_same_line(line: Sequence[PdfSign], piece: Sequence[PdfSign]) -> bool:
    size = max(sign.size for sign in (*line, *piece))
    is_level = abs(line[-1].base - piece[0].base) <= SAME_LINE * size
    left, right = min(sign.left for sign in line), max(sign.right for sign in line)
    first, last = min(sign.left for sign in piece), max(sign.right for sign in piece)
    return is_level and first - right <= MAX_GAP * size and left - last <= MAX_GAP * size


def _ordered(signs: PageSigns, line: list[int], turns: bool) -> list[int]:
    return sorted(line, key=signs.right, reverse=True) if turns else line
