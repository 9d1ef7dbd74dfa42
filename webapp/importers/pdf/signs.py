"""The signs of a PDF page and where they are drawn, as PDFium has them."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

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


class PageSigns:
    """The signs of a page by their places in the order of the file. `characters`: one a place, or half of one."""

    def __init__(self, page: PdfPage) -> None:
        self._page = page.get_textpage()
        codes = (pdfium.FPDFText_GetUnicode(self._page, place) for place in range(self._page.count_chars()))
        self.characters = [chr(code) if code else "\ufffd" for code in codes]

    def spans_of_lines(self) -> Iterator[range]:
        """Yield the places of each line that shows anything, without the white space around it."""
        start = 0
        for place in range(len(self.characters) + 1):
            if place == len(self.characters) or self.characters[place] in "\r\n":
                first, last = start, place
                while first < last and self.characters[first].isspace():
                    first += 1
                while last > first and self.characters[last - 1].isspace():
                    last -= 1
                if first < last:
                    yield range(first, last)
                start = place + 1

    def text(self, places: Iterable[int]) -> str:
        return written(self.characters[place] for place in places)

    def sign(self, place: int) -> PdfSign:
        left, _, right, _ = self._page.get_charbox(place)
        start, _, end, _ = self._page.get_charbox(place, loose=True)
        return PdfSign(self.characters[place], left, right, start, end, self.base(place), self.size(place))

    def size(self, place: int) -> float:
        """Return the size of a sign's font in points."""
        return float(pdfium.FPDFText_GetFontSize(self._page, place))

    def base(self, place: int) -> float:
        """Return the height of the base line from which a sign is drawn."""
        return self._origin(place)[1]

    def left(self, place: int) -> float:
        """Return the point on the base line from which a sign is drawn."""
        return self._origin(place)[0]

    def right(self, place: int) -> float:
        """Return the right edge of what is painted of a sign."""
        return float(self._page.get_charbox(place)[2])

    def _origin(self, place: int) -> tuple[float, float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._page, place, x, y)
        return x.value, y.value


def written(characters: Iterable[str]) -> str:
    """Return characters as a text: halves of one are joined, ligatures written out."""
    return "".join(characters).encode("utf-16", "surrogatepass").decode("utf-16", "replace").translate(LIGATURES)
