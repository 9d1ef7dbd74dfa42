"""Numbers without what they count in: 3,5 / three and a half / 2 hundred thousand / 十二."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple
from unicodedata import numeric

from webapp.engine.changes.flags.atoms import Atom, currency_of
from webapp.engine.changes.flags.figures import EXACT, shortest, value_of_digits
from webapp.engine.changes.flags.number_words import first_word, read_on
from webapp.engine.changes.flags.sums import Sum
from webapp.engine.languages.language import Language
from webapp.engine.languages.number_lookups import era_offsets

# Denominator of a fraction in figures; others are dates or counts: 24/7.
# Range: 4–100
# Why: 1/2, 3/4, 9/10; "1/15" is no part of a number
MAX_DENOMINATOR = 10


class Core(NamedTuple):
    """A value up to `end`, its first figure or number word at `head`, and the unit, empty until it is found."""

    value: str
    end: int
    head: int
    unit: str = ""
    is_scaled: bool = False
    is_in_words: bool = False


def read_core(atoms: Sequence[Atom], at: int, language: Language) -> Core | None:
    """Return the number that begins at an atom, behind the sign of a currency or the name of an era."""
    atom = atoms[at]
    if atom.kind == "opaque":
        return Core(atom.text, at + 1, at)
    minus = _is_minus(atoms, at, language)
    sign_end = _currency_end(atoms, at, language) if not minus else 0
    if sign_end:
        core = _number(atoms, sign_end, language)
        return core and core._replace(unit=currency_of(atom.text, language))
    core = _of_era(atoms, at, language) or _number(atoms, at + minus, language)
    return core._replace(value=f"-{core.value}") if core and minus else core


def _is_minus(atoms: Sequence[Atom], at: int, language: Language) -> bool:
    if atoms[at].text in language.minus_words:
        return True
    is_sign = atoms[at].text in ("-", "−", "–") and atoms[at].is_first and not atoms[at].is_last
    return is_sign and at + 1 < len(atoms) and atoms[at + 1].kind == "digits"


def _currency_end(atoms: Sequence[Atom], at: int, language: Language) -> int:
    """Return where the figures behind the sign of a currency begin; 0 if there is no sign or no figure."""
    if atoms[at].kind not in ("word", "mark") or not currency_of(atoms[at].text, language):
        return 0
    behind = at + 2 if at + 1 < len(atoms) and atoms[at + 1].text == "." else at + 1
    return behind if behind < len(atoms) and atoms[behind].kind == "digits" else 0


def _of_era(atoms: Sequence[Atom], at: int, language: Language) -> Core | None:
    """Return a year of an era as that of the common one: 令和6年 is 2024."""
    offset = era_offsets(language).get(atoms[at].text)
    year = _number(atoms, at + 1, language) if offset is not None else None
    if offset is None or year is None or not year.value.isdecimal() or len(year.value) > 4:
        return None
    return year._replace(value=str(int(year.value) + int(offset)))


def _number(atoms: Sequence[Atom], at: int, language: Language) -> Core | None:
    atom = atoms[at] if at < len(atoms) else None
    if atom is None:
        return None
    total = Sum()
    if atom.kind == "digits":
        value = value_of_digits(atom.text, language)
        if value is None:
            return Core(atom.text.strip(" .,'’"), at + 1, at)
        value, end = _with_fraction(atoms, at, value)
        total.add(value, in_figures=True)
    elif atom.kind == "fraction":
        total.add(_of_sign(atom.text), in_figures=True)
        end = at + 1
    else:
        end = first_word(atoms, at, total, language)
        if not end:
            return None
    end = read_on(atoms, end, total, language)
    return Core(shortest(total.value), end, at, is_scaled=total.is_scaled, is_in_words=atom.kind == "word")


def _with_fraction(atoms: Sequence[Atom], at: int, value: Decimal) -> tuple[Decimal, int]:
    """Return digits with the fraction behind them: 3½, 3 1/2; a fraction alone: 1/2."""
    if at + 1 < len(atoms) and atoms[at + 1].kind == "fraction":
        return EXACT.add(value, _of_sign(atoms[at + 1].text)), at + 2
    if (part := _quotient(atoms, at)) is not None:
        return part, at + 3
    if at + 1 < len(atoms) and atoms[at].is_last and (part := _quotient(atoms, at + 1)) is not None:
        return EXACT.add(value, part), at + 4
    return value, at + 1


def _of_sign(sign: str) -> Decimal:
    """Return the value of the sign of a fraction, thirds to six digits."""
    return Decimal(str(round(numeric(sign), 6)))


def _quotient(atoms: Sequence[Atom], at: int) -> Decimal | None:
    """Return the value of a token such as 1/2."""
    whole = atoms[at : at + 3]
    if len(whole) < 3 or whole[1].text not in ("/", "⁄") or not (whole[0].is_first and whole[2].is_last):
        return None
    if not all(atom.text.isdecimal() and len(atom.text) <= 2 for atom in (whole[0], whole[2])):
        return None
    above, below = int(whole[0].text), int(whole[2].text)
    return Decimal(str(round(above / below, 6))) if above < below <= MAX_DENOMINATOR else None
