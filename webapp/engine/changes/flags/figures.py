"""The value of digits. Which sign is the decimal one, and which groups, depends on the language.

en   4.375 is four and a bit, 4,375 four thousand      de   the other way round
"""

import unicodedata
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal

from webapp.engine.languages.language import Language
from webapp.patterns import lazy_pattern

# Nothing is rounded. In Python's default context a product keeps 28 digits: two numbers of 29 digits that differ in the
# last would be equal, and one of over a million digits is an error.
EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)

_NOT_ASCII_DIGIT = lazy_pattern(r"(?![0-9])\p{Nd}")
_BETWEEN_DIGITS = lazy_pattern(r"['’٬\s]+")
_GROUPED = lazy_pattern(r"[1-9]\d{0,2}(?:([.,])\d{3}(?:\1\d{3})*|(?:,\d\d)+,\d{3})")
_FIRST_GROUP = lazy_pattern(r"[1-9]\d{0,2}")


def is_readable(text: str) -> bool:
    """Return whether all digits of a text have a value: Python may not know the newest digits of Unicode."""
    return text.isascii() or all(digit.isdecimal() for digit in _NOT_ASCII_DIGIT.findall(text))


def in_ascii_digits(text: str) -> str:
    """Return a readable text with the digits of every script as those of ASCII."""
    if text.isascii():
        return text
    return _NOT_ASCII_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def value_of_digits(digits: str, language: Language) -> Decimal | None:
    """Return the value of digits in ASCII with their separators; None if it cannot be told.

    Of two kinds of separators the last is the decimal one, and so is one by itself that cannot group. One before three
    digits is what the language says; if it does not say, or if what should be a fraction looks like a group ("2.000"),
    nobody can tell.
    """
    digits = _BETWEEN_DIGITS.sub("", digits).rstrip(".,").replace("٫", "." if "," in digits else ",")
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return Decimal(digits)
    whole, sign, fraction = digits[:last], digits[last], digits[last + 1 :]
    if whole.isdecimal():
        return _of_one_separator(whole, sign, fraction, language)
    if sign in whole:
        return Decimal(_ungrouped(digits)) if _GROUPED.fullmatch(digits) else None
    return Decimal(f"{_ungrouped(whole)}.{fraction}") if _GROUPED.fullmatch(whole) else None


def _of_one_separator(whole: str, sign: str, fraction: str, language: Language) -> Decimal | None:
    if len(fraction) == 3 and _FIRST_GROUP.fullmatch(whole):
        if not language.decimal_sign or (sign == language.decimal_sign and fraction.endswith("0")):
            return None
        if sign != language.decimal_sign:
            return Decimal(whole + fraction)
    return Decimal(f"{whole}.{fraction}")


def _ungrouped(digits: str) -> str:
    return digits.replace(",", "").replace(".", "")


def shortest(value: Decimal) -> str:
    """Return a value in digits, without zeros behind its fraction."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
