"""The value of a number in any format.

$1.5bn, $1.5 billion    1500000000$         7.30am, 7:30 a.m.      7:30
7512.40, 7,512.4        7512.4              6:30 p.m., 18.30 Uhr   18:30
"""

from collections.abc import Sequence
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from typing import NamedTuple

import regex

from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import number_values, scale_values
from webapp.engine.text.forms import Form

_DIGIT = regex.compile(r"\d")
_DIGITS = regex.compile(r"\d[\d.,'’\s]*")
_BETWEEN_DIGITS = regex.compile(r"['’\s]+")
_GROUPED = regex.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})+")
_CURRENCY = regex.compile(r"\p{Sc}|[%‰]")
_PLAIN_NUMBER = regex.compile(
    r"[-−+]?(?P<letters>\p{Lu}{0,3})\p{Sc}?\s*(?P<digits>\d[\d.,'’\s]*)(?P<scale>\p{L}*)\s*[%‰]?"
)
_CLOCK = regex.compile(r"(?P<hour>\d{1,2})(?:(?P<mark>[:.hH])(?P<minute>\d\d))?(?P<half>\p{L}{2})?")
_DATE = regex.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)|(?P<first>\d\d?)([./])(?P<second>\d\d?)\5(?P<y>\d{4})"
)

# Nothing is rounded. In Python's default context a product keeps 28 digits: two numbers of 29 digits that differ in the
# last would be equal, and one of over a million digits is an error.
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


class Amount(NamedTuple):
    """A value, how many following words belong to it, and whether the token is only a value: `5G` is more."""

    value: str
    taken: int = 0
    is_bare: bool = True


def amount(form: Form, following: Sequence[str], language: Language) -> Amount | None:
    """Return the value of a number or a number word, together with the words behind it that belong to it."""
    if form.kind == "word":
        return _amount_in_words(form.word.text, following, language)
    if form.kind != "number":
        return None
    if not is_readable(form.text):
        return Amount(form.text, is_bare=False)
    date = numeric_date(form.text, language)
    if date is not None:
        return Amount(date.year, is_bare=False)
    return _time(form.text, following, language) or _amount_in_figures(form.text, following, language)


def is_readable(text: str) -> bool:
    """Return whether all digits of a text have a value: Python may not know the newest digits of Unicode."""
    return text.isascii() or all(digit.isdecimal() for digit in _DIGIT.findall(text))


def _amount_in_words(word: str, following: Sequence[str], language: Language) -> Amount | None:
    value = number_values(language).get(word)
    if value is not None:
        return _scaled(Decimal(value), "", following, language)
    if "-" not in word:
        return None
    number, _, unit = word.partition("-")
    is_measure = unit.partition("-")[0] in language.units and number in number_values(language)
    return Amount(number_values(language)[number], is_bare=False) if is_measure else None


def _amount_in_figures(text: str, following: Sequence[str], language: Language) -> Amount:
    signs = "".join(_CURRENCY.findall(text))
    plain = _PLAIN_NUMBER.fullmatch(text)
    scale = scale_values(language).get(plain["scale"].casefold()) if plain and plain["scale"] else Decimal(1)
    value = _decimal(plain["digits"]) if plain else None
    minus = "-" if text[:1] in "-−" else ""
    if value is None or scale is None:
        return Amount(minus + " ".join(map(_written, _DIGITS.findall(text))) + signs, is_bare=False)
    scaled = _scaled(_EXACT.multiply(value, scale), signs, following, language)
    return scaled._replace(value=minus + scaled.value, is_bare=not (plain and plain["letters"]))


def _scaled(value: Decimal, signs: str, following: Sequence[str], language: Language) -> Amount:
    taken = 0
    while taken < len(following) and following[taken] in scale_values(language):
        value = _EXACT.multiply(value, scale_values(language)[following[taken]])
        taken += 1
    percent = next((phrase for phrase in language.percent if _begins_with(following[taken:], phrase)), "")
    return Amount(_shortest(value) + (signs or ("%" if percent else "")), taken + len(percent.split()))


def _begins_with(words: Sequence[str], phrase: str) -> bool:
    return f"{' '.join(words)} ".startswith(f"{phrase} ")


def _time(text: str, following: Sequence[str], language: Language) -> Amount | None:
    clock = _CLOCK.fullmatch(text)
    if not clock or int(clock["hour"]) > 24:
        return None
    behind = (clock["half"] or (following[0] if following else "")).casefold()
    is_written_out = bool(clock["minute"]) and (clock["mark"] != "." or behind in language.clock_words)
    if behind not in language.halves_of_day and (clock["half"] or not is_written_out):
        return None
    hour = int(clock["hour"])
    if behind in language.halves_of_day:
        hour = hour % 12 + 12 * (behind == language.halves_of_day[-1])
    taken = 0 if clock["half"] or behind not in language.halves_of_day else 1
    return Amount(f"{hour}:{clock['minute'] or '00'}", taken)


class Day(NamedTuple):
    """A date in figures; `day` names month and day as those of dates in words are named: "2-27"."""

    year: str
    day: str


def numeric_date(text: str, language: Language) -> Day | None:
    """Return the date of `2024-02-27` or `27/02/2024`; its day is the text if day and month are ambiguous."""
    date = _DATE.fullmatch(text)
    if not date or not is_readable(text):
        return None
    if date["year"]:
        return Day(date["year"], f"{int(date['month'])}-{int(date['day'])}")
    first, second = int(date["first"]), int(date["second"])
    if language.day_comes_first or first > 12:
        return Day(date["y"], f"{second}-{first}")
    return Day(date["y"], f"{first}-{second}" if second > 12 or first == second else text)


def _written(digits: str) -> str:
    value = _decimal(digits)
    return digits.strip(" .,'’") if value is None else _shortest(value)


def _shortest(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _decimal(digits: str) -> Decimal | None:
    """Return the value of digits: the last of two kinds of separators is the decimal one, and so is one by itself."""
    digits = _BETWEEN_DIGITS.sub("", digits).rstrip(".,")
    if _GROUPED.fullmatch(digits):
        return Decimal(_ungrouped(digits))
    last = max(digits.rfind("."), digits.rfind(","))
    whole, fraction = (digits[:last], digits[last + 1 :]) if last >= 0 else (digits, "")
    if whole.isdecimal():
        return Decimal(f"{whole}.{fraction or 0}")
    return (
        Decimal(f"{_ungrouped(whole)}.{fraction}") if digits[last] not in whole and _GROUPED.fullmatch(whole) else None
    )


def _ungrouped(digits: str) -> str:
    return digits.replace(",", "").replace(".", "")
