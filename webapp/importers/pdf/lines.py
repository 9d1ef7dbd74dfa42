"""The lines of a PDF page with their places. A PDF knows no paragraphs, only signs and where they are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pypdfium2 import PdfPage

from webapp.importers.pdf.notes import find_notes
from webapp.importers.pdf.pieces import lines_of
from webapp.importers.pdf.right_to_left import in_order, letters_from_right
from webapp.importers.pdf.signs import PageSigns, written


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line in points from the lower corner of the page at which lines begin. A broken word joins two lines of print.

    first, last   the height of its first and its last sign above the page's lower edge
    left, right   where it begins and ends, from the page's edge at which its reading begins
    size          of its first sign's font
    page_height   of its page
    is_note       whether it belongs to a footnote
    """

    text: str
    first: float
    last: float
    left: float
    right: float
    size: float
    page_height: float
    is_note: bool = False


def read_lines(page: PdfPage) -> Iterator[PdfLine]:
    """Yield the lines of a page in the order of the file, which is the order of reading in all but a few.

    The marks of footnotes are left out.
    """
    signs = PageSigns(page)
    lines = list(lines_of(signs))
    marks, notes = find_notes(signs, lines)
    for number, line in enumerate(lines):
        kept = [place for place in line if place not in marks]
        shown = [at for at, place in enumerate(kept) if not signs.characters[place].isspace()]
        if shown:
            yield _line(signs, kept[shown[0] : shown[-1] + 1], page, number in notes)


def _line(signs: PageSigns, places: Sequence[int], page: PdfPage, is_note: bool) -> PdfLine:
    """Return a line. One without letters, such as a row of numbers, is read as its page is."""
    surplus = letters_from_right(signs.characters[place] for place in places)
    if surplus > 0 or (surplus == 0 and letters_from_right(signs.characters) > 0):
        text, left, right = _turned(signs, places, float(page.get_width()))
    else:
        text, left, right = signs.text(places), signs.left(places[0]), signs.right(places[-1])
    first, last = signs.base(places[0]), signs.base(places[-1])
    return PdfLine(text.strip(), first, last, left, right, signs.size(places[0]), float(page.get_height()), is_note)


def _turned(signs: PageSigns, places: Sequence[int], width: float) -> tuple[str, float, float]:
    line = [signs.sign(place) for place in places]
    left, right = min(sign.left for sign in line), max(sign.right for sign in line)
    return written(in_order(line)), width - right, width - left
