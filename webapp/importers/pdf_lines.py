"""The lines of a PDF page with their places. A PDF knows no paragraphs, only signs and where they are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from pypdfium2 import PdfPage, PdfTextPage

from webapp.importers.pdf_right_to_left import RIGHT_TO_LEFT, in_order, join_pieces, letters_from_right
from webapp.importers.pdf_signs import (
    PdfSign,
    base_of,
    character,
    left_of,
    sign_at,
    size_of,
    spans_of_lines,
    written,
)


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line in points from the lower corner of the page at which lines begin. A broken word joins two lines of print.

    first, last   the height of its first and its last sign above the page's lower edge
    left, right   where it begins and ends, from the page's edge at which its reading begins
    size          of its first sign's font
    page_height   of its page
    """

    text: str
    first: float
    last: float
    left: float
    right: float
    size: float
    page_height: float


def read_lines(page: PdfPage) -> list[PdfLine]:
    """Return the lines of a page in the order of the file, which is the order of reading in all but a few."""
    signs = page.get_textpage()
    width, height = float(page.get_width()), float(page.get_height())
    spans = list(spans_of_lines(signs))
    if not any(RIGHT_TO_LEFT.match(character(signs, place)) for start, end in spans for place in range(start, end)):
        return [_line(signs, start, end, height) for start, end in spans]
    lines = list(join_pieces([sign_at(signs, place) for place in range(start, end)] for start, end in spans))
    turns = sum(map(letters_from_right, lines)) > 0
    return [_line_of_signs(line, turns, width, height) for line in lines]


def _line(signs: PdfTextPage, start: int, end: int, height: float) -> PdfLine:
    return PdfLine(
        written([character(signs, place) for place in range(start, end)]),
        first=base_of(signs, start),
        last=base_of(signs, end - 1),
        left=left_of(signs, start),
        right=signs.get_charbox(end - 1)[2],
        size=size_of(signs, start),
        page_height=height,
    )


def _line_of_signs(signs: Sequence[PdfSign], page_turns: bool, width: float, height: float) -> PdfLine:
    """Return a line. One without letters, such as a row of numbers, is read as the page is."""
    surplus = letters_from_right(signs)
    turns = surplus > 0 or (page_turns and surplus == 0)
    left, right = min(sign.left for sign in signs), max(sign.right for sign in signs)
    return PdfLine(
        written(in_order(signs) if turns else [sign.text for sign in signs]).strip(),
        first=signs[0].base,
        last=signs[-1].base,
        left=width - right if turns else left,
        right=width - left if turns else right,
        size=max(sign.size for sign in signs),
        page_height=height,
    )
