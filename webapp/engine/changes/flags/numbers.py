"""Numbers with what they count in: `$35 million`, `8.1 per cent`, `three`, `3rd`. Equal values are no change."""

from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.facts import fact
from webapp.engine.changes.flags.pair import PairView
from webapp.engine.changes.flags.parts import Part
from webapp.engine.changes.flags.quantities import quantities
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import number_bounds
from webapp.engine.text.forms import Form

# Words behind a number that may be its unit.
# Range: 1–8 words
# Why: "5 million square kilometres"
MAX_UNITS = 4


def is_number_change(change: ChangeView) -> bool:
    """Return whether a value, the unit of one or how exact it is was lost, found or replaced."""
    return change.unbalanced(_any_part, _counted_once)


@fact
def number_value(form: Form, language: Language) -> str | None:
    """Return the value of a number or a number word by itself, with what it counts in: "35000000 $"."""
    found = quantities((form,), range(1), language)
    return found[0].key if found else None


def _any_part(part: Part, pair: PairView) -> str | None:
    """Return a value at each of its words, a unit or a bound."""
    own = part.side.quantities_at.get(part.index)
    return own[0].key if own and own[0].head != part.index else _counted_once(part, pair)


def _counted_once(part: Part, pair: PairView) -> str | None:
    """Return a value at its number alone, a unit or a bound."""
    own = part.side.quantities_at.get(part.index)
    if own:
        return " ".join(quantity.key for quantity in own if quantity.head == part.index) or None
    return _unit(part, pair.language) or _bound(part, pair.language)


def _unit(part: Part, language: Language) -> str | None:
    """Return a unit behind another: "kilometres" in "5 million square kilometres"; and a scale that no value has."""
    if not _is_unit(part.form, language):
        return None
    for distance in range(1, min(MAX_UNITS, part.index) + 1):
        before = part.index - distance
        if before in part.side.quantities_at:
            return part.word.text
        if not _is_unit(part.side.forms[before], language):
            return None
    return None


def _is_unit(form: Form, language: Language) -> bool:
    return form.word.text in language.units or form.word.text in language.scales


def _bound(part: Part, language: Language) -> str | None:
    """Return what the words before a number say about it: "above" for "more than 40" and for "over 40"."""
    for words, key, kind in number_bounds(language).get(part.word.text, ()):
        start, end = part.index - key, part.index - key + len(words)
        before = part.side.forms[max(start, 0) : end]
        is_before_number = any(quantity.start == end for quantity in part.side.quantities_at.get(end, ()))
        if tuple(form.word.text for form in before) == words and is_before_number:
            return kind
    return None
