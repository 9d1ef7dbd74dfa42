"""Numbers with what they count in: `$35 million`, `8.1 per cent`, `three`, `3rd`. Equal values are no change."""

from collections.abc import Iterator

from webapp.engine.changes.flags.amounts import Amount, amount
from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.pair import PairView
from webapp.engine.changes.flags.parts import Part
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import amount_words, number_bounds
from webapp.engine.text.forms import Form

# Words behind a number that may belong to its value.
# Range: 1–5 words
# Why: "2 mil millones", "3 million per cent"
MAX_TAKEN = 3

# Words behind a number that may be its unit.
# Range: 1–8 words
# Why: "5 million square kilometres"
MAX_UNITS = 4


def is_number_change(change: ChangeView) -> bool:
    """Return whether a value, the unit of one or how exact it is was lost, found or replaced."""
    return change.unbalanced(_any_part, _counted_once)


def number_value(form: Form, language: Language) -> str | None:
    """Return the value of a number or a number word by itself, with the sign of what it counts in: "35000000$"."""
    value = amount(form, (), language)
    return value.value if value else None


def amount_at(part: Part, language: Language) -> Amount | None:
    """Return the value of a number with the words behind it: "35000000$" for $35 million; cached per side."""
    known = part.side.amounts
    if part.index not in known:
        known[part.index] = _amount_at(part, language)
    return known[part.index]


def _amount_at(part: Part, language: Language) -> Amount | None:
    if part.form.kind != "number" and amount(part.form, (), language) is None:
        return None
    following = part.side.forms[part.index + 1 : part.index + 1 + MAX_TAKEN]
    return amount(part.form, tuple(form.word.text.replace(".", "") for form in following), language)


def _any_part(part: Part, pair: PairView) -> str | None:
    """Return a value at each of its words, a unit or a bound."""
    return _counted_once(part, pair) or _taken_in(part, pair.language)


def _counted_once(part: Part, pair: PairView) -> str | None:
    """Return a value at its number alone, a unit or a bound."""
    language = pair.language
    if any(_amounts_over(part, language)):
        return None
    value = amount_at(part, language)
    return value.value if value else _unit(part, language) or _bound(part, language)


def _taken_in(part: Part, language: Language) -> str | None:
    """Return the value that a word behind a number is part of: for "million" in "$35 million" that of both."""
    return next((value.value for value in _amounts_over(part, language)), None)


def _amounts_over(part: Part, language: Language) -> Iterator[Amount]:
    if part.form.word.text not in amount_words(language):
        return
    for distance in range(1, min(MAX_TAKEN, part.index) + 1):
        value = amount_at(part.side.part(part.index - distance), language)
        if value and value.taken >= distance:
            yield value


def _unit(part: Part, language: Language) -> str | None:
    """Return a unit that follows a number: "tonnes" in "35 million tonnes"; and a scale that no value takes in."""
    if part.word.text not in language.units and part.word.text not in language.scales:
        return None
    for distance in range(1, min(MAX_UNITS, part.index) + 1):
        unit, before = part.side.part(part.index - distance + 1), part.side.part(part.index - distance)
        if unit.word.text not in language.units and unit.word.text not in language.scales:
            return None
        if amount_at(before, language) is not None or any(_amounts_over(before, language)):
            return part.word.text
    return None


def _bound(part: Part, language: Language) -> str | None:
    """Return what the words before a number say about it: "above" for "more than 40" and for "over 40"."""
    for words, key, kind in number_bounds(language).get(part.word.text, ()):
        start, end = part.index - key, part.index - key + len(words)
        before, number = part.side.forms[max(start, 0) : end], part.side.forms[end : end + 1]
        if tuple(form.word.text for form in before) == words and number and number_value(number[0], language):
            return kind
    return None
