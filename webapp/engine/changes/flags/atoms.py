"""What numbers are made of, inside tokens: `50kg` is 50 and kg, `$5–10` is a sign, 5, a dash and 10."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from webapp.engine.changes.flags.facts import fact
from webapp.engine.changes.flags.figures import in_ascii_digits, is_readable
from webapp.engine.changes.flags.numeric_dates import numeric_date
from webapp.engine.languages.function_words import fold
from webapp.engine.languages.language import Language
from webapp.engine.languages.letters import compose
from webapp.engine.languages.lookups import number_values, scale_values
from webapp.engine.languages.number_lookups import currency_signs, numeral_values, percent_words, unit_signs
from webapp.engine.text.forms import Form
from webapp.engine.text.token_patterns import FRACTIONS
from webapp.patterns import lazy_pattern

# Letters of a scale and a unit that are written together.
# Range: 8–40 letters
# Why: 천만달러까지 has seven; longer words behind figures are no such
MAX_SCALED_LETTERS = 12

AtomKind = Literal["digits", "opaque", "fraction", "numeral", "word", "mark"]
Piece = tuple[AtomKind, str, str]

_CURRENCY = lazy_pattern(r"\p{L}{0,3}\p{Sc}")
_HAS_DIGIT = lazy_pattern(r"\p{Nd}")
_PREFIXED = lazy_pattern(r"(?P<prefix>\p{L}{1,4})-?\p{Nd}")


@dataclass(slots=True, eq=False)
class Atom:
    """A piece of the token `token`; `text` as compared, `shown` as published."""

    kind: AtomKind
    text: str
    shown: str
    token: int
    is_first: bool
    is_last: bool


def atoms_of(forms: Sequence[Form], passage: range, language: Language) -> list[Atom]:
    """Return the tokens of a passage of a side, with those that hold a number in pieces."""
    atoms: list[Atom] = []
    for index in passage:
        pieces = _pieces(forms[index], language)
        last = len(pieces) - 1
        atoms += [Atom(kind, text, shown, index, at == 0, at == last) for at, (kind, text, shown) in enumerate(pieces)]
    return atoms


@fact
def _pieces(form: Form, language: Language) -> Sequence[Piece]:
    """Return the pieces of a token, as compared and as published."""
    if form.kind == "date" or not may_hold_number(form, language):
        kind: AtomKind = "mark" if form.kind == "punctuation" else "word"
        return [(kind, _compared(kind, form.word.text), form.text)]
    if form.kind == "number":
        can_be_read = is_readable(form.text)
        date = numeric_date(form.text, language) if can_be_read else None
        if date or not can_be_read:
            return [("opaque", date.year if date else form.text, form.text)]
    text = in_ascii_digits(compose(form.text))
    if language.decimal_sign == "/" and text.count("/") == 1:
        text = text.replace("/", "٫")
    pieces = _with_country(list(_cut(text, language)), language)
    return [(kind, _compared(kind, piece), piece) for kind, piece in pieces]


def _with_country(pieces: list[tuple[AtomKind, str]], language: Language) -> list[tuple[AtomKind, str]]:
    """Join the letters before a currency's sign to it, since they make another currency: R$, C$."""
    sign = "".join(piece for _, piece in pieces[:2]).casefold()
    return [("mark", sign), *pieces[2:]] if len(sign) > 1 and currency_of(sign, language) else pieces


def _compared(kind: AtomKind, piece: str) -> str:
    return fold(piece).replace(".", "") if kind == "word" else piece


@fact
def may_hold_value(form: Form, language: Language) -> bool:
    """Return whether a token may be a number or a part of one."""
    word = form.word.text
    return word in number_values(language) or word in scale_values(language) or may_hold_number(form, language)


def may_hold_number(form: Form, language: Language) -> bool:
    """Return whether a token is cut into pieces. Of words, only few that begin as a number does."""
    if form.kind == "number":
        return True
    if form.kind != "word":
        return False
    word = form.word.text
    if word[:1] in numeral_values(language):
        return word not in percent_words(language)
    if word.isalpha():
        return False
    if _HAS_DIGIT.search(word):
        prefixed = _PREFIXED.match(word)
        prefix = prefixed["prefix"] if prefixed else ""
        return prefix in currency_signs(language) or prefix in language.number_prefixes
    return word not in number_values(language) and word.partition("-")[0] in number_values(language)


@cache
def _pattern(language: Language) -> "regex.Pattern[str]":
    numerals = "".join(sorted(numeral_values(language)))
    return regex.compile(
        rf"""
          (?P<digits> \d++ (?: [.,٫٬'’\s]\d++ | \s++\d++ )*+ )
        | (?P<fraction> [{FRACTIONS}] )
        {f"| (?P<numeral> [{numerals}]++ )" if numerals else ""}
        | (?P<word> [[\p{{L}}\p{{M}}]{f"--[{numerals}]" if numerals else ""}]++ [²³]? | \p{{L}}\.\p{{L}}\. )
        | (?P<mark> \S )
        """,
        regex.VERBOSE | regex.V1,
    )


def _cut(text: str, language: Language) -> Iterator[tuple[AtomKind, str]]:
    is_behind_digits = False
    for match in _pattern(language).finditer(text):
        kind: AtomKind = match.lastgroup  # type: ignore[assignment]  # the groups' names
        if kind == "word" and is_behind_digits:
            yield from _cut_scale(match[0], language)
        else:
            yield kind, match[0]
        is_behind_digits = kind == "digits"


def _cut_scale(word: str, language: Language) -> Iterator[tuple[AtomKind, str]]:
    """Cut a scale from the unit that it is joined to: 만원 is 만 and 원."""
    folded = fold(word)
    length = 0 if is_unit(folded, language) else _scale_length(folded, language)
    if length:
        yield "word", word[:length]
        yield from _cut_scale(word[length:], language)
    else:
        yield "word", word


def is_unit(word: str, language: Language) -> bool:
    """Return whether a word is what a number counts in: a unit or a currency."""
    return word in unit_signs(language) or word in currency_signs(language)


def currency_of(text: str, language: Language) -> str:
    """Return the sign of the currency that a word, a code or a sign stands for, empty for none."""
    return currency_signs(language).get(text, text if _CURRENCY.fullmatch(text) else "")


def _scale_length(word: str, language: Language) -> int:
    """Return how many letters of a word are a scale before a unit or before another scale with its unit."""
    scales = scale_values(language)
    longest = min(len(word) - 1, max(map(len, scales), default=0)) if len(word) <= MAX_SCALED_LETTERS else 0
    lengths = (length for length in range(longest, 0, -1) if word[:length] in scales)
    return next((length for length in lengths if _is_counted(word[length:], language)), 0)


def _is_counted(word: str, language: Language) -> bool:
    return is_unit(word, language) or word in scale_values(language) or _scale_length(word, language) > 0
