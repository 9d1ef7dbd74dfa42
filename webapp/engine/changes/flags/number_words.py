"""Numbers of several words: two hundred and five, half a million, 12万5000; a figure may begin them."""

from collections.abc import Sequence
from decimal import Decimal

from webapp.engine.changes.flags.atoms import Atom
from webapp.engine.changes.flags.figures import value_of_digits
from webapp.engine.changes.flags.sums import Sum, value_of_numerals
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import number_values, scale_values
from webapp.engine.languages.number_lookups import numeral_values, unit_signs


def first_word(atoms: Sequence[Atom], at: int, total: Sum, language: Language) -> int:
    """Read a number word, or "a" and "one" before a scale; return where it ends, 0 if there is none."""
    atom = atoms[at]
    if atom.kind == "numeral":
        end = at + 1
        while end < len(atoms) and atoms[end].kind == "numeral":
            end += 1
        signs = "".join(atom.text for atom in atoms[at:end])
        total.add(value_of_numerals(signs, numeral_values(language)))
        return end
    if atom.kind != "word":
        return 0
    value = number_values(language).get(atom.text)
    if value is not None:
        scale = scale_values(language).get(atom.text)
        return at + (total.multiply(scale) if scale is not None else total.add(Decimal(value)))
    following = [atom.text for atom in atoms[at + 1 : at + 3]]
    if following and following[0] in scale_values(language) and atom.text in language.half_words | language.one_words:
        return at + int(total.add(Decimal("0.5") if atom.text in language.half_words else Decimal(1)))
    return _article_end(at, following, total, language) if atom.text in language.one_words else 0


def _article_end(at: int, following: Sequence[str], total: Sum, language: Language) -> int:
    """Read an article and a fraction before a scale: "eine halbe Million"; return where they end, 0 for no such."""
    if len(following) < 2 or following[1] not in scale_values(language):
        return 0
    is_half = following[0] in language.half_words
    part = Decimal("0.5") if is_half else Decimal(number_values(language).get(following[0], 0))
    return at + 2 if 0 < part < 1 and total.add(part) else 0


def read_on(atoms: Sequence[Atom], end: int, total: Sum, language: Language) -> int:
    """Read the words and scales that go on with a number; return where it ends."""
    while end < len(atoms):
        length = _next_length(atoms, end, total, language)
        if not length:
            return end
        end += length
    return end


def _next_length(atoms: Sequence[Atom], at: int, total: Sum, language: Language) -> int:
    """Return how many atoms the next part of a number has, 0 if it ends before."""
    atom = atoms[at]
    if atom.kind == "numeral":
        return _numeral_length(atom, total, language)
    if atom.kind == "digits":
        value = value_of_digits(atom.text, language) if _adds_figures(atoms, at, total, language) else None
        return int(value is not None and total.add(value, in_figures=True))
    if atom.kind != "word":
        return 0
    if atom.text in scale_values(language):
        # 120 m are metres, and 120m, millions. "$5 m" is read where the currency is known.
        is_unit = atom.is_first and atom.text in unit_signs(language)
        return 0 if is_unit else int(total.multiply(scale_values(language)[atom.text]))
    if atom.text in number_values(language):
        return int(_add_word(total, Decimal(number_values(language)[atom.text])))
    return _bridge(atoms, at, total, language)


def _add_word(total: Sum, value: Decimal) -> bool:
    is_power = value >= 100 and str(value).strip("0") == "1"
    return total.multiply(value) if is_power else total.add(value)


def _numeral_length(atom: Atom, total: Sum, language: Language) -> int:
    """Scales behind figures, and signs behind others that another token held."""
    values = numeral_values(language)
    number = value_of_numerals(atom.text, values)
    is_scale = len(atom.text) == 1 and number >= 10
    return int(total.multiply(number) if is_scale else total.add(number))


def _adds_figures(atoms: Sequence[Atom], at: int, total: Sum, language: Language) -> bool:
    """Figures go on with a number where no space is written, or before a smaller scale: 3億5000万."""
    following = atoms[at + 1].text if at + 1 < len(atoms) else ""
    is_close = bool(language.numerals) or not atoms[at].is_first
    return total.is_scaled and (is_close or following in scale_values(language))


def _bridge(atoms: Sequence[Atom], at: int, total: Sum, language: Language) -> int:
    """Read over the small words in "two hundred and five", "three and a half", "half a million"."""
    scales, numbers = scale_values(language), number_values(language)
    texts = [atom.text for atom in atoms[at + 1 : at + 3]] + ["", ""]
    if atoms[at].text in language.number_connectors:
        has_article = texts[0] in language.one_words
        half = texts[has_article]
        if (half in language.half_words or numbers.get(half) == "0.5") and total.add_half():
            return 2 + has_article
    if atoms[at].text in language.number_connectors and texts[0] in numbers and texts[1] not in scales:
        return 2 if texts[0] not in scales and total.add(Decimal(numbers[texts[0]])) else 0
    if not total.is_fraction:
        return 0
    if atoms[at].text in language.one_words and texts[0] in scales:
        return 1
    return 2 if texts[0] in language.one_words and texts[1] in scales else 0
