"""The lines of a PDF page with their places. A PDF knows no paragraphs, only signs and where they are drawn."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage, PdfTextPage

HYPHEN_AT_LINE_END = "\x02"
"""What PDFium names a hyphen at which a line was broken, whether or not the word has one of its own."""

LIGATURES = str.maketrans(
    {0xFB00 + n: letters for n, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
)


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line in points from the lower left corner. Where a word is broken, two lines of print are one of these.

    first, last   the height of its first and its last sign above the page's lower edge
    left, right   the left edge of its first sign, the right edge of its last one
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
    height = float(page.get_height())
    return [_line(signs, start, end, height) for start, end in _spans(signs)]


def _spans(signs: PdfTextPage) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends that shows anything."""
    start = 0
    count = signs.count_chars()
    for place in range(count + 1):
        if place == count or _sign(signs, place) in "\r\n":
            first, last = start, place
            while first < last and _sign(signs, first).isspace():
                first += 1
            while last > first and _sign(signs, last - 1).isspace():
                last -= 1
            if first < last:
                yield first, last
            start = place + 1


def _sign(signs: PdfTextPage, place: int) -> str:
    code = pdfium.FPDFText_GetUnicode(signs, place)
    return chr(code) if code else "\ufffd"


def _line(signs: PdfTextPage, start: int, end: int, height: float) -> PdfLine:
    text = "".join(_sign(signs, place) for place in range(start, end))
    # An astral sign comes as its two halves.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").translate(LIGATURES)
    left, first = _origin(signs, start)
    _, last = _origin(signs, end - 1)
    right = signs.get_charbox(end - 1)[2]
    return PdfLine(whole, first, last, left, right, pdfium.FPDFText_GetFontSize(signs, start), height)


def _origin(signs: PdfTextPage, place: int) -> tuple[float, float]:
    """Return the point on the base line from which a sign is drawn."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(signs, place, x, y)
    return x.value, y.value
