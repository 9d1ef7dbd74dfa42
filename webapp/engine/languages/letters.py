"""Letters that are one in use, however they are encoded or typed.

    e + accent, ﬁ, soft hyphen   é, fi, nothing   no difference
    ș, ي, òa, joiner             ş, ی, oà, nothing      typography; the letters are in `common.toml`

A key is written with the letters on the right of the table. The text itself is never altered.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from webapp.engine.languages.common import common

# Soft hyphen, places where a line may or must not break, marks of direction: no reader sees them.
UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"

# Joiners, variation selectors, and the Arabic stroke that only widens a word: they shape the letters beside them.
INVISIBLE = UNSEEN + "\u200c\u200d\u0640\ufe00-\ufe0f"

# Set inside a word, behind its stressed vowel: the Armenian marks of stress, exclamation and question.
MARKS_IN_WORDS = "\u055b\u055c\u055e"

# The letters of one ligature or of one place in a word. Those that stand for a mark with a space are left out.
PRESENTED = "\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb28\ufb2a-\ufbb1\ufbd3-\ufc5d\ufc64-\ufd3d\ufd50-\ufdf1\ufe80-\ufefc"

_NO_MARKS_IN_WORDS = dict.fromkeys(map(ord, MARKS_IN_WORDS))
_UNSEEN = re.compile(f"[{UNSEEN}]+")
_PRESENTED = re.compile(f"[{PRESENTED}]+")
_ODD = re.compile(f"[{UNSEEN}{PRESENTED}]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")


def compose(text: str) -> str:
    """Return a text in one of the encodings in which it looks the same: composed letters, no ligatures, nothing unseen.

    >>> compose("cafe\u0301 o\ufb03ce com\u00admission")
    'café office commission'
    """
    if text.isascii():
        return text
    if _ODD.search(text):  # few texts have any
        seen = _UNSEEN.sub("", text)
        text = _PRESENTED.sub(lambda match: unicodedata.normalize("NFKC", match[0]), seen)
    return unicodedata.normalize("NFC", text)


def fold_letters(text: str) -> str:
    """Return a text with one character for letters that are the same in use, and without invisible ones."""
    if text.isascii():
        return text
    text = _INVISIBLE.sub("", compose(text))
    text = _single_letters().sub(
        lambda match: _same_letters()[match[0]], text
    )  # faster than `translate` where there are none
    return _several_letters().sub(lambda match: _same_letters()[match[0]], text)


def without_marks_in_words(text: str) -> str:
    """Return a text without the punctuation that stands inside words.

    >>> without_marks_in_words("գալի՞ս")
    'գալիս'
    """
    return text if text.isascii() else text.translate(_NO_MARKS_IN_WORDS)


def fold_case(text: str) -> str:
    """Return a text in small letters, each in one character: Python makes an i and a dot above it of Turkish İ."""
    return text.lower() if text.isascii() else text.casefold().replace("i\u0307", "i")


@cache
def _same_letters() -> Mapping[str, str]:
    """Return the letters to be folded, small and capital: those that are two are few."""
    table: Mapping[str, str] = common("same_letters")
    return {**table, **{letters.capitalize(): one.capitalize() for letters, one in table.items() if len(letters) > 1}}


@cache
def _single_letters() -> "re.Pattern[str]":
    return re.compile(f"[{re.escape(''.join(letter for letter in _same_letters() if len(letter) == 1))}]")


@cache
def _several_letters() -> "re.Pattern[str]":
    return re.compile("|".join(letters for letters in _same_letters() if len(letters) > 1))


@cache
def ways_to_write(letter: str) -> tuple[str, ...]:
    """Return how a letter of a key may be written, the longest first: ş as s and a cedilla, ş, ș."""
    variants = {letter, *(other for other, one in _same_letters().items() if one == letter and not letter.isascii())}
    written = {*variants, *(unicodedata.normalize("NFD", variant) for variant in variants)}
    return tuple(sorted(written, key=lambda way: (-len(way), way)))
