"""Numbers with what they count in: `$35 million`, `8.1 per cent`, `three`, `3rd`. Equal values are no change."""

import regex

from webapp.engine.flags.view import ChangeView, Part
from webapp.engine.languages import Language, number_bounds, number_values
from webapp.engine.vocabulary import Form

_DIGITS = regex.compile(r"\d[\d.,'’\s]*")
_GROUPED = regex.compile(r"\d{1,3}(?:[.,'’\s]\d{3})+")
_NOTHING_BUT_A_NUMBER = regex.compile(r"\p{Sc}?\s*\d[\d.,'’\s]*[%‰]?")
_CURRENCY = regex.compile(r"\p{Sc}|[%‰]")


def is_number_change(change: ChangeView) -> bool:
    """Tell whether a value, the unit of one or how exact it is was lost, found or replaced."""
    language = change.pair.language
    return change.unbalanced("number", lambda part: _cue(part, language))


def _cue(part: Part, language: Language) -> str | None:
    return number_value(part.form, language) or _unit(part, language) or _bound(part, language)


def number_value(form: Form, language: Language) -> str | None:
    """Return the value of a number or a number word, with the sign of what it counts in: "35000000$"."""
    if form.kind == "word":
        return number_values(language).get(form.word.text)
    if form.kind != "number":
        return None
    signs = "".join(_CURRENCY.findall(form.text))
    return " ".join(_plain(digits) for digits in _DIGITS.findall(form.text)) + signs


def bare_value(form: Form, language: Language) -> str | None:
    """Return the value of what is nothing but a number or a number word: `5G` and `10:30` are more than that."""
    is_bare = form.kind == "word" or _NOTHING_BUT_A_NUMBER.fullmatch(form.text)
    return number_value(form, language) if is_bare else None


def _plain(digits: str) -> str:
    digits = digits.strip(" .,'’\u00a0\u202f")
    if _GROUPED.fullmatch(digits):
        return "".join(sign for sign in digits if sign.isdecimal())
    return digits.replace(",", ".")


def _unit(part: Part, language: Language) -> str | None:
    """Return a scale or unit word that follows a number: "million" in "35 million", "cent" in "8 per cent"."""
    is_unit = part.word.text in language.scales or part.word.text in language.units
    before = part.before if is_unit else None
    if before is None:
        return None
    follows_number = number_value(before.form, language) is not None or _unit(before, language) is not None
    return part.word.text if follows_number else None


def _bound(part: Part, language: Language) -> str | None:
    """Return what the words before a number say of it: "above" for "more than 40" and for "over 40"."""
    for words, telling, kind in number_bounds(language).get(part.word.text, ()):
        start, end = part.index - telling, part.index - telling + len(words)
        before, number = part.side.forms[max(start, 0) : end], part.side.forms[end : end + 1]
        if tuple(form.word.text for form in before) == words and number and number_value(number[0], language):
            return kind
    return None
