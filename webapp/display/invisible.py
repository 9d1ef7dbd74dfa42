"""Invisible characters, made visible.

    abc U+202E def   ->   ("abc"), ("RLO", "right-to-left override"), ("def")

A bidirectional control can make a page show words in another order than the text has, a zero-width character can
make two equal-looking words differ, and a terminal obeys control characters. So the character itself is never written:
its short name is shown in its place. The set is Unicode's own, Default_Ignorable_Code_Point (DerivedCoreProperties,
UAX 44) and the controls (Cc) but for tab, line feed and carriage return, not a list of known tricks: a list forgets the
next one. To these come the separators of lines and paragraphs and the marks of annotations, which nothing draws. Three
uses are honest and stay: variation selectors; joiners inside emoji and in scripts that join; the tags of a flag.
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from webapp.patterns import lazy_pattern

# The abbreviations of C0, DEL and C1 in their order, from NameAliases.txt (UCD).
CONTROLS = """
NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US
DEL PAD HOP BPH NBH IND NEL SSA ESA HTS HTJ VTS PLD PLU RI SS2 SS3 DCS PU1 PU2 STS CCH MW SPA EPA SOS SGC SCI CSI ST
OSC PM APC
"""
SHORT_NAMES = {
    **dict(zip(map(chr, (*range(0x20), *range(0x7F, 0xA0))), CONTROLS.split(), strict=True)),
    "\u00ad": "SHY",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u2028": "LS",
    "\u2029": "PS",
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
    "\ufff9": "IAA",
    "\ufffa": "IAS",
    "\ufffb": "IAT",
}

# Between letters of scripts that do not join, a joiner does no work that a reader could see. Said with two negations,
# because a joiner at the very start has nothing before it and does no work either.
_UNJOINED = r"\p{Latin}\p{Greek}\p{Cyrillic}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{N}\p{P}\p{Z}\p{Cc}"
_IDLE_JOINER = rf"(?<![^{_UNJOINED}])[\u200c\u200d]"

# Tags behind a black flag name a part of a country: a region of three signs at most and four for its part (UTS 35,
# unicode_subdivision_id). More of them would hide a text behind a flag.
MAX_FLAG_TAGS = 7
_STRAY_TAG = rf"(?<!\U0001f3f4[\U000e0020-\U000e007e]{{0,{MAX_FLAG_TAGS}}})[\U000e0020-\U000e007f]"
_CONTROL = r"[\p{Cc}--[\t\n\r]]\u2028\u2029\ufff9-\ufffb"
_HIDING = lazy_pattern(
    rf"(?V1)({_IDLE_JOINER}|{_STRAY_TAG}"
    rf"|[{_CONTROL}[\p{{Default_Ignorable_Code_Point}}--[\p{{Variation_Selector}}\u200c\u200d\U000e0020-\U000e007f]]])"
)
# Almost no text has a character that may hide, and this test takes a tenth of the time.
_MAY_HIDE = lazy_pattern(rf"(?V1)[{_CONTROL}[\p{{Default_Ignorable_Code_Point}}--\p{{Variation_Selector}}]]")


class VisiblePart(NamedTuple):
    """A stretch of text as it may be shown; `hidden` is the name of the invisible character that it replaces, or ""."""

    text: str
    hidden: str = ""


def visible_parts(text: str) -> list[VisiblePart]:
    """Cut a text into stretches that are safe to show and labels for the invisible characters between them."""
    return [_label(piece) if is_hidden else VisiblePart(piece) for piece, is_hidden in _cut(text)]


def visible_text(text: str) -> str:
    """Return the text with each invisible character as a label in brackets, for titles, attributes and files."""
    return "".join(f"[{part.text}]" if part.hidden else part.text for part in visible_parts(text))


def coded_text(text: str) -> str:
    """Return the text with each invisible character by its number, as a terminal may show it: <U+001B>.

    A carriage return is one of them: a terminal would write what follows it over what comes before.
    """
    named = "".join(f"<{_code(piece)}>" if is_hidden else piece for piece, is_hidden in _cut(text))
    return named.replace("\r", f"<{_code(chr(13))}>")


def _cut(text: str) -> Iterator[tuple[str, bool]]:
    """Return the text in pieces, each with whether it is a character that is not seen."""
    is_plain = (text.isascii() and text.isprintable()) or not _MAY_HIDE.search(text)
    pieces = [text] if is_plain else _HIDING.split(text)
    return ((piece, bool(place % 2)) for place, piece in enumerate(pieces) if piece)


def _label(character: str) -> VisiblePart:
    code, short = _code(character), SHORT_NAMES.get(character)
    name = unicodedata.name(character, "").lower() or (f"control character {short}" if short else "unnamed character")
    return VisiblePart(short or code, f"{name}, {code}")


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
