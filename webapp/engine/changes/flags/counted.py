"""What a number counts in: a currency, a percentage, a unit."""

from collections.abc import Sequence
from decimal import Decimal

from webapp.engine.changes.flags.atoms import Atom, currency_of
from webapp.engine.changes.flags.cores import Core
from webapp.engine.changes.flags.figures import EXACT, shortest
from webapp.engine.languages.language import Language
from webapp.engine.languages.number_lookups import currency_scales, unit_signs

_PERCENT = {"%": "%", "٪": "%", "‰": "‰"}
_DEGREES = frozenset("°˚º")
_TEMPERATURES = frozenset({"C", "F"})  # close behind a figure: 40C

# Words of the longest name of a percentage.
# Range: 2–4 words
# Why: "di phần trăm", "επί τοις εκατό"
MAX_PERCENT_WORDS = 3


def percent_end(atoms: Sequence[Atom], at: int, language: Language) -> int:
    """Return where the name of a percentage before its number ends: 百分之五, yüzde 5; 0 if there is none."""
    texts = [atom.text for atom in atoms[at : at + MAX_PERCENT_WORDS]]
    if texts[0] in _PERCENT:
        return at + 1
    lengths = (length for length in range(len(texts), 0, -1) if " ".join(texts[:length]) in language.percent)
    return next((at + length for length in lengths), 0)


def read_unit(atoms: Sequence[Atom], core: Core, language: Language) -> Core:
    """Return a number with its unit; one whose currency stands before it may be followed by nothing but a scale."""
    if core.end < len(atoms) and not atoms[core.end].is_first and atoms[core.end].text in language.ordinal_suffixes:
        return core._replace(end=core.end + 1)
    unit, length, scale = _unit_at(atoms, core, language)
    if scale is not None:
        core = core._replace(value=shortest(EXACT.multiply(Decimal(core.value), scale)), is_scaled=True)
    if not unit:
        return core._replace(end=core.end + length)
    if core.unit:  # "$5 dollars", "US$5"
        return core._replace(end=core.end + length) if unit == core.unit else core
    return core._replace(unit=unit, end=core.end + length)


def _unit_at(atoms: Sequence[Atom], core: Core, language: Language) -> tuple[str, int, Decimal | None]:
    """Return the unit behind a number, how many atoms it has, and a scale that is read before its sign alone."""
    behind = atoms[core.end : core.end + MAX_PERCENT_WORDS + 1]
    texts = [atom.text for atom in behind]
    if not texts:
        return "", 0, None
    if texts[0] in _PERCENT:
        return _PERCENT[texts[0]], 1, None
    for length in range(min(MAX_PERCENT_WORDS, len(texts)), 0, -1):
        if " ".join(texts[:length]) in language.percent:
            return "%", length, None
    if not behind[0].is_first and behind[0].shown in _TEMPERATURES:
        return f"°{texts[0]}", 1, None
    return _measure(texts, core, language)


def _measure(texts: Sequence[str], core: Core, language: Language) -> tuple[str, int, Decimal | None]:
    currency = currency_of(texts[0], language)
    if currency:
        return currency, 1, None
    following = currency_of(texts[1], language) if len(texts) > 1 else ""
    if texts[0] in currency_scales() and (following or core.unit) and not core.is_scaled and _is_plain(core.value):
        return following, 1 + bool(following), currency_scales()[texts[0]]
    if core.is_scaled and following and (texts[0] in language.function_words or _ends_abbreviation(texts)):
        return following, 2, None
    if texts[0] in _DEGREES:
        is_named = len(texts) > 1 and len(texts[1]) == 1 and texts[1].isalpha()
        return (f"°{texts[1]}", 2, None) if is_named else ("°", 1, None)
    hyphen = len(texts) > 1 and texts[0] in ("-", "‑", "‐")
    unit = unit_signs(language).get(texts[hyphen])
    if unit and not (core.is_in_words and texts[hyphen] not in language.units and len(texts[hyphen]) == 1):
        return unit, 1 + hyphen, None
    return "", 0, None


def _ends_abbreviation(texts: Sequence[str]) -> bool:
    """Return whether a full stop ends a scale before a sign: "5 Mio. €"; in "5 million. $3" it ends a sentence."""
    is_amount = len(texts) > 2 and texts[2].isdecimal()
    return texts[0] == "." and not texts[1].isalpha() and not is_amount


def _is_plain(value: str) -> bool:
    return value.replace(".", "", 1).isdecimal()
