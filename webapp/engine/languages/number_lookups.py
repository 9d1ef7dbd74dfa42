"""Look-ups of what numbers are written with: currencies, units, numerals, eras."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from webapp.engine.languages.common import common
from webapp.engine.languages.function_words import fold
from webapp.engine.languages.language import Language


@cache
def currency_signs(language: Language) -> Mapping[str, str]:
    """Return the sign of each currency's word, code or sign: "€" for "euros"."""
    return {**common("currencies"), **dict(language.currencies)}


@cache
def unit_signs(language: Language) -> Mapping[str, str]:
    """Return what the units of a language are compared by: "km" for "kilometres", and a unit without a sign itself."""
    durations = {fold(word): name for name, words in language.durations for word in words}
    signs = {**common("unit_signs"), **dict(language.unit_signs), **durations}
    of_units = ((unit, signs.get(unit, unit)) for unit in language.units.union(signs))
    return {unit: signs.get(sign, sign) for unit, sign in of_units}  # twice: many days are days, and those a day


def minutes_in(sign: str) -> int | None:
    """Return the minutes of a unit of time, by its sign; None for any other unit."""
    minutes: int | None = common("minutes_of").get(sign)
    return minutes


@cache
def percent_words(language: Language) -> frozenset[str]:
    """Return the words of which the names of percentages are made."""
    return frozenset(word for phrase in language.percent for word in phrase.split())


@cache
def currency_scales() -> Mapping[str, Decimal]:
    """Return the scales that are read as such only before the sign of a currency: "M" in 3,5 M€."""
    return {word: Decimal(value) for word, value in common("currency_scales").items()}


@cache
def numeral_values(language: Language) -> Mapping[str, Decimal]:
    """Return the values of single signs that numbers are written with: 十 is 10."""
    return {sign: Decimal(value) for sign, value in language.numerals}


@cache
def range_pairs(language: Language) -> Mapping[str, str]:
    """Return the word inside a range by the word before it: "and" for "between"."""
    return dict(language.range_pairs)


@cache
def era_offsets(language: Language) -> Mapping[str, Decimal]:
    """Return what is added to a year of each era, by its name without full stops: 2018 for 令和."""
    return {era.replace(".", ""): Decimal(offset) for era, offset in language.eras}


@cache
def opening_words(language: Language) -> frozenset[str]:
    """Return the words that a quantity may begin with, beside number words: other words need not be read."""
    names = (*currency_signs(language), *era_offsets(language), *percent_words(language))
    words = (*language.one_words, *language.half_words, *language.minus_words, *range_pairs(language))
    return frozenset((*names, *language.halves_of_day, *words))


@cache
def quantity_words(language: Language) -> frozenset[str]:
    """Return the words that a quantity may hold beside its number words, scales and units."""
    words = (*currency_signs(language), *unit_signs(language), *era_offsets(language))
    return frozenset((*words, *language.hour_marks, *language.minute_marks, *language.halves_of_day))
