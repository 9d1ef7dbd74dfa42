"""The signs of a PDF page and where they are drawn, as PDFium has them."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

HYPHEN_AT_LINE_END = "\x02"
"""What PDFium names a hyphen at which a line was broken, whether or not the word has one of its own."""

UNKNOWN = "\x01"
"""What PDFium names some signs without a meaning, such as the strokes that lengthen an Arabic word."""

LIGATURES = str.maketrans(
    {0xFB00 + n: letters for n, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))} | {UNKNOWN: ""}
)


@dataclass(frozen=True, slots=True)
class PdfSign:
    """A sign with its edges in points from the left edge of the page, its base line from the lower one.

    left, right   of what is painted
    start, end    of the room that it takes in its line
    """

    text: str
    left: float
    right: float
    start: float
    end: float
    base: float
    size: float


def sign_at(page: PdfTextPage, place: int) -> PdfSign:
    """Return a sign by its place in the file's order."""
    left, _, right, _ = page.get_charbox(place)
    start, _, end, _ = page.get_charbox(place, loose=True)
    return PdfSign(character(page, place), left, right, start, end, base_of(page, place), size_of(page, place))


def character(page: PdfTextPage, place: int) -> str:
    """Return the character of a sign, or a half of one above U+FFFF."""
    code = pdfium.FPDFText_GetUnicode(page, place)
    return chr(code) if code else "\ufffd"


def size_of(page: PdfTextPage, place: int) -> float:
    """Return the size of a sign's font in points."""
    return float(pdfium.FPDFText_GetFontSize(page, place))


def base_of(page: PdfTextPage, place: int) -> float:
    """Return the height of the base line from which a sign is drawn."""
    return _origin(page, place)[1]


def left_of(page: PdfTextPage, place: int) -> float:
    """Return the left end of the room that a sign takes."""
    return _origin(page, place)[0]


def spans_of_lines(page: PdfTextPage) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends that shows anything."""
    start = 0
    count = page.count_chars()
    for place in range(count + 1):
        if place == count or character(page, place) in "\r\n":
            first, last = start, place
            while first < last and character(page, first).isspace():
                first += 1
            while last > first and character(page, last - 1).isspace():
                last -= 1
            if first < last:
                yield first, last
            start = place + 1


def written(characters: Sequence[str]) -> str:
    """Return characters as a text: halves of one are joined, ligatures written out."""
    return "".join(characters).encode("utf-16", "surrogatepass").decode("utf-16", "replace").translate(LIGATURES)


def _origin(page: PdfTextPage, place: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(page, place, x, y)
    return x.value, y.value
