"""The skeleton of a word: its letters without accents and points.

    Wałęsa  Núñez  הַשַּׂר  إنّ  ёлка          Walesa  Nunez  השר  ان  елка

Two words with one skeleton are not equal: accents make other words. They may be one word that was respelled, and are
worth setting beside each other. Only marks that a language can do without are left out: the vowel signs of Hindi, the
breve of й and the like are letters.
"""

import re
import unicodedata

from webapp.engine.languages.letters import fold_letters

# Accents of Latin and Greek, Hebrew points, Arabic vowel marks and hamza.
MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u0655\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
)

_MARKS = re.compile(f"[{MARKS}]+")
_ACCENTED = re.compile("[A-Za-z][\u0300-\u036f]")
_LETTER = re.compile(f"([^{MARKS}])([{MARKS}]*)")

# Letters that Unicode does not decompose, as one without the stroke and a mark for it.
_STROKES = {
    **{letter: base + "\u0335" for letter, base in zip("łđħŧøıŁĐĦŦØ", "ldhtoiLDHTO", strict=True)},
    **{"æ": "ae\u0335", "Æ": "Ae\u0335", "œ": "oe\u0335", "Œ": "Oe\u0335", "ð": "d\u0335", "Ð": "D\u0335"},
    **{"þ": "th\u0335", "Þ": "Th\u0335", "ى": "ی\u0655"},
}
# Of the Cyrillic letters with a mark of their own only ё is written without it too.
_CYRILLIC = {"ё": "е\u0308", "Ё": "Е\u0308"}


class _Expansion(dict[int, str]):
    """Each letter with its marks behind it, found at the first look-up."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        expanded = _STROKES.get(letter) or unicodedata.normalize("NFD", letter)
        if len(expanded) > 1 and "\u0400" <= letter <= "\u04ff":
            expanded = _CYRILLIC.get(letter, letter)
        return self.setdefault(code, fold_letters(expanded[0]) + expanded[1:])


_EXPANSION = _Expansion()


def skeleton(word: str) -> str:
    """Return a word without accents and points."""
    return word if word.isascii() else _MARKS.sub("", word.translate(_EXPANSION))


def has_accents(word: str) -> bool:
    """Return whether a word has a Latin letter with an accent."""
    return not word.isascii() and _ACCENTED.search(word.translate(_EXPANSION)) is not None


def lacks_marks(bare: str, marked: str) -> bool:
    """Return whether a text is another one of which marks were left out; none was put in or exchanged."""
    ours, theirs = (_LETTER.findall(text.translate(_EXPANSION)) for text in (bare, marked))
    return len(ours) == len(theirs) and all(
        letter == other and (marks in ("", others) or _are_fewer_points(marks, others))
        for (letter, marks), (other, others) in zip(ours, theirs, strict=True)
    )


def _are_fewer_points(marks: str, others: str) -> bool:
    """Return whether points were left out and others kept: those of Hebrew and Arabic stand several on one letter."""
    return marks > "\u0590" and set(marks) <= set(others)
