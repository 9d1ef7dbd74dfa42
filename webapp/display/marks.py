"""Invisible characters, made visible.

    abc U+202E def   ->   ("abc"), ("RLO", "right-to-left override"), ("def")

A bidirectional control can make a page show words in an order in which they do not stand, and a zero-width character
can make two equal-looking words differ. So the character itself is never written: its short name stands in its place.
The set is Unicode's own, Default_Ignorable_Code_Point (DerivedCoreProperties, UAX 44), not a list of known tricks: a
list forgets the next one. Three uses are honest and stay: variation selectors; joiners inside emoji and in scripts that
join; the tag characters of a flag.
"""

import unicodedata
from typing import NamedTuple

import regex

SHORT_NAMES = {
    "\u00ad": "SHY",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}

# Between letters of scripts that do not join, a joiner does no work that a reader could see. Said with two negations,
# because a joiner at the very start has nothing before it and is idle too.
_UNJOINED = r"\p{Latin}\p{Greek}\p{Cyrillic}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{N}\p{P}\p{Z}\p{Cc}"
_IDLE_JOINER = rf"(?<![^{_UNJOINED}])[\u200c\u200d]"

# Tags behind a black flag name a part of a country: a region of three signs at most and four for its part (UTS 35,
# unicode_subdivision_id). More of them would hide a text behind a flag.
MAX_FLAG_TAGS = 7
_STRAY_TAG = rf"(?<!\U0001f3f4[\U000e0020-\U000e007e]{{0,{MAX_FLAG_TAGS}}})[\U000e0020-\U000e007f]"
_HIDING = regex.compile(
    rf"(?V1)({_IDLE_JOINER}|{_STRAY_TAG}"
    r"|[\p{Default_Ignorable_Code_Point}--[\p{Variation_Selector}\u200c\u200d\U000e0020-\U000e007f]])"
)


class Part(NamedTuple):
    """A stretch of text as it may be shown; `hidden` is the name of the invisible character it stands for, or ""."""

    text: str
    hidden: str = ""


def visible_parts(text: str) -> list[Part]:
    """Cut a text into stretches that are safe to show and labels for the invisible characters between them."""
    if text.isascii():
        return [Part(text)] if text else []
    pieces = enumerate(_HIDING.split(text))
    return [_label(piece) if position % 2 else Part(piece) for position, piece in pieces if piece]


def visible_text(text: str) -> str:
    """Return the text with each invisible character as a label in brackets, for titles and attributes."""
    return "".join(f"[{part.text}]" if part.hidden else part.text for part in visible_parts(text))


def _label(character: str) -> Part:
    code = f"U+{ord(character):04X}"
    return Part(SHORT_NAMES.get(character, code), f"{unicodedata.name(character, 'unnamed character').lower()}, {code}")
