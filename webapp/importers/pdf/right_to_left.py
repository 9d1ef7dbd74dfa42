"""Lines of a PDF that read from right to left.

A PDF holds glyphs and their places. PDFium turns some of these lines into the order of reading, and some word by word
only, depending on how a program wrote them. So the signs of such a line are ordered by their places alone, as the
Unicode Bidirectional Algorithm (UAX 9) would have drawn them: from right to left, but numbers and Latin words from left
to right, and brackets as the glyph that faces the other way.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import inf
from operator import itemgetter
from unicodedata import bidirectional, category

from webapp.importers.pdf.signs import PdfSign

MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")

TURN = {"R": 1, "AL": 1, "L": -1}

# The bidirectional classes that matter, a letter each; all others are neutral.
CODES = {"L": "L", "R": "R", "AL": "A", "EN": "N", "AN": "N", "CS": "C", "ES": "E", "ET": "T"}
SPAN = re.compile("[^RA]+")
WORDS = re.compile("[LN].*[LN]|[LN]")
NUMBER = re.compile("N+(?:CN+)*")
NUMBER_IN_HEBREW = re.compile("T*N+(?:[CE]N+)*T*")

MIN_GAP = 0.18
"""The least room between two signs, in heights of the font, that is a space. Range: .15...22. Why: spaces
take a quarter, the room between two unconnected letters up to .14. Cases: tests/importers/test_pdf_right_to_left.py."""

MAX_MARK_DISTANCE = 0.15
"""How far a mark's middle may be beside its letter, in heights of the font. Range: .05...25. Why: marks hang over the
edge of narrow letters such as alef."""


def letters_from_right(characters: Iterable[str]) -> int:
    """Return how many more letters are of scripts that are read from right to left than of others."""
    return sum(TURN.get(bidirectional(character), 0) for character in characters)


def in_order(signs: Sequence[PdfSign]) -> str:
    """Return the text of a line that reads from right to left.

    >>> line = [PdfSign(c, x, x + 5, x, x + 5, 0, 10) for c, x in zip("(12)\u05d1\u05d0", range(0, 30, 5))]
    >>> in_order(line) == "\u05d0\u05d1(12)"
    True
    """
    text = "".join(_spaced(_placed(signs)))
    pieces, done = [], 0
    for start, end in _left_to_right(text):
        pieces += [text[done:start].translate(MIRRORED), text[start:end][::-1]]
        done = end
    return "".join([*pieces, text[done:].translate(MIRRORED)])


def _placed(signs: Sequence[PdfSign]) -> list[PdfSign]:
    """Return the signs that are painted, from right to left. A mark follows the letter that it is painted above."""
    order = [sign for sign in signs if sign.right > sign.left or not sign.text.isspace()]
    letters = [sign for sign in order if bidirectional(sign.text) != "NSM"]

    def edge(sign: PdfSign) -> tuple[float, bool]:
        is_mark = bidirectional(sign.text) == "NSM"
        return -(_letter_below(sign, letters) if is_mark else sign).right, is_mark

    return sorted(_with_ligatures(order), key=edge)


def _with_ligatures(signs: Sequence[PdfSign]) -> Iterator[PdfSign]:
    """Yield signs, those at one place, which are a ligature, in the order of the word.

    PDFium turns most words round sign by sign, and so the letters of a ligature too.
    """
    before: PdfSign | None = None
    for _, found in groupby(signs, key=lambda sign: (sign.left, sign.right)):
        ligature = list(found)
        is_turned = before is None or ligature[0].left < before.left
        before = ligature[0]
        yield from reversed(ligature) if is_turned else ligature


def _letter_below(mark: PdfSign, letters: Iterable[PdfSign]) -> PdfSign:
    """Return the letter that has a mark above or below it: the nearest, or the mark if none is near."""
    middle = (mark.left + mark.right) / 2
    distances = ((max(letter.left - middle, middle - letter.right), letter) for letter in letters)
    distance, nearest = min(distances, key=itemgetter(0), default=(inf, mark))
    return nearest if distance <= MAX_MARK_DISTANCE * mark.size else mark


def _spaced(signs: Iterable[PdfSign]) -> Iterator[str]:
    """Yield the characters, with a space where there is room between two."""
    reached = inf
    for sign in signs:
        if inf > reached - sign.end > MIN_GAP * sign.size:
            yield " "
        yield sign.text
        reached = min(reached, sign.start)


def _left_to_right(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the numbers and the words in a line are that read from left to right."""
    codes = "".join(map(_code, text))
    number = NUMBER if "A" in codes else NUMBER_IN_HEBREW
    for span in SPAN.finditer(codes):
        found = WORDS if "L" in span[0] else number
        for part in found.finditer(codes, *span.span()):
            yield part.span()


def _code(character: str) -> str:
    """Return the letter of a character's class. Signs of symbol fonts, such as bullets, are neutral."""
    return "O" if category(character) == "Co" else CODES.get(bidirectional(character), "O")
