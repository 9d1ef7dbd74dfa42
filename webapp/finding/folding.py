"""Words as a search compares them: a reader who types without accents, in any case or width, finds them too.

    ECOLE, école, e + accent      ecole      ｔｏｋｙｏ, Tokyo    tokyo      Łódź, lodz    lodz
    Ёлка, елка                    елка       מֶלֶךְ, מלך        מלך        ٢٠٢٤, 2024    2024

Accents are folded in scripts whose readers leave them out. A sign that is a vowel of its own, as in the scripts of
India, or makes another letter (Cyrillic й, Japanese ば), stays.
"""

import unicodedata
from functools import lru_cache

import regex

from webapp.engine.languages.letters import INVISIBLE, MARKS_IN_WORDS, fold_letters
from webapp.patterns import lazy_pattern

MAX_TERM_CHARS = 60
"""Of a word in the index; what is longer is cut. PostgreSQL takes at most 2,046 bytes, and no reader types so much."""

CACHED_WORDS = 1 << 15

_ACCENTS = lazy_pattern(r"(?<=[\p{Latin}\p{Greek}])\p{Mn}++", regex.V1)
_STRESS = lazy_pattern(r"(?<=\p{Cyrillic})[\u0300\u0301]|(?<=\u0435)\u0308", regex.V1)
_POINTS = lazy_pattern(
    r"[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8]+"
)
_UNREAD = lazy_pattern(f"[{INVISIBLE}{MARKS_IN_WORDS}]+")
# Letters with a stroke or without a dot, which Unicode does not take apart, and letters written as two.
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe"})


@lru_cache(CACHED_WORDS)
def fold_word(word: str) -> str:
    """Return a word as a search compares it; "" if nothing of it can be seen.

    >>> [fold_word(word) for word in ("ÉCOLE", "Straße", "Øresund", "ＡＢＣ", "٢٠٢٤", "बाल")]
    ['ecole', 'strasse', 'oresund', 'abc', '2024', 'बाल']
    """
    if word.isascii():
        return word.lower()[:MAX_TERM_CHARS]
    seen = unicodedata.normalize("NFKC", _UNREAD.sub("", word)).casefold()
    apart = _STRESS.sub("", _ACCENTS.sub("", unicodedata.normalize("NFD", seen)))
    letters = fold_letters(unicodedata.normalize("NFC", _POINTS.sub("", apart))).translate(_PLAIN)
    return "".join(map(_digit, letters))[:MAX_TERM_CHARS]


def _digit(character: str) -> str:
    """Return a digit of any script as one of ASCII, any other character as it is."""
    return str(unicodedata.decimal(character, character))
