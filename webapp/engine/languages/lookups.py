"""Look-ups derived from a table, cached: which month is "aug", what "bn" multiplies by, which spelling "colour" has."""

import re
from collections import defaultdict
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from webapp.engine.languages.language import Language
from webapp.engine.languages.number_lookups import quantity_words
from webapp.engine.languages.sense_lookups import meanings, turning_words

_PARTS = re.compile(r"[\W\d_]+")


@cache
def month_numbers(language: Language) -> dict[str, int]:
    """Return 1..12 for the names of the months and their abbreviations, which begin like the name."""
    return _calendar(language.months, language.month_abbreviations, language.month_forms)


@cache
def month_words(language: Language) -> frozenset[str]:
    """Return the names of the months in all forms, abbreviations among them."""
    return language.month_abbreviations.union(language.months, (form for form, _ in language.month_forms))


@cache
def shortened_words(language: Language) -> frozenset[str]:
    """Return the words that may have a full stop without ending a sentence, and the names of the months."""
    abbreviations = language.abbreviations | language.abbreviations_before_number | language.month_abbreviations
    return frozenset(word.casefold() for word in abbreviations.union(month_words(language)))


@cache
def words_of_speech(language: Language) -> frozenset[str]:
    """Return the words that tell in a few words who spoke: said, shouted."""
    return language.attributions | language.speech_verbs


@cache
def weekday_numbers(language: Language) -> dict[str, int]:
    """Return 1..7, Monday first, for the names of the days and their abbreviations."""
    return _calendar(language.weekdays, language.weekday_abbreviations, language.weekday_forms)


@cache
def written_out_days(language: Language) -> frozenset[str]:
    """Return the names of months and weekdays in all forms, without the abbreviations."""
    forms = (word for word, _ in (*language.month_forms, *language.weekday_forms))
    return frozenset((*language.months, *language.weekdays, *forms))


def _calendar(
    names: tuple[str, ...], abbreviations: frozenset[str], forms: frozenset[tuple[str, str]]
) -> dict[str, int]:
    numbers = {name: number for number, name in enumerate(names, 1)}
    short = {word: number for name, number in numbers.items() for word in abbreviations if name.startswith(word)}
    return short | {form: int(number) for form, number in forms} | numbers


@cache
def cue_words(language: Language) -> frozenset[str]:
    """Return all words that a flag may depend on: for any other word the tables need not be searched."""
    denials = (language.negations, language.negative_endings)
    words = (value_words(language), language.hedges, language.attributions)
    persons = (language.sources, language.degree_words, language.masculine, language.feminine, language.neutral)
    senses = (meanings(language), turning_words(language), language.passive_auxiliaries)
    return opener_words(language).union(*denials, *words, *persons, *senses)


@cache
def value_words(language: Language) -> frozenset[str]:
    """Return all words that numbers and dates are written with."""
    calendar = (month_numbers(language), weekday_numbers(language))
    amounts = (number_values(language), number_bounds(language), amount_words(language), quantity_words(language))
    return frozenset().union(language.scales, language.units, *calendar, *amounts)


@cache
def voice_words(language: Language) -> frozenset[str]:
    """Return the words for those who may be a source: the usual ones, persons and their titles."""
    persons = (language.masculine, language.feminine, language.neutral, language.titles)
    return language.sources.union(*persons)


@cache
def opener_words(language: Language) -> frozenset[str]:
    """Return the words of which each phrase that names a source has one."""
    return frozenset(word for phrase in language.source_openers for word in _telling_words(phrase, language))


def _telling_words(phrase: str, language: Language) -> list[str]:
    """Return the words of a phrase that are no function words; all of them if it has no other."""
    words = phrase.split()
    return [word for word in words if word not in language.function_words] or words


@cache
def name_derivations(language: Language) -> tuple[tuple[str, str], ...]:
    """Return (ending, ending that may replace it) of names, both ways: China, Chinese, China."""
    pairs = [(base, derived) for derived, bases in language.name_endings for base in bases]
    return tuple(sorted({*pairs, *((derived, base) for base, derived in pairs)}))


@cache
def scale_values(language: Language) -> dict[str, Decimal]:
    """Return by how much the words for a scale multiply the number before them: "bn" by 1000000000."""
    return {word: Decimal(value) for word, value in language.scale_values}


@cache
def amount_words(language: Language) -> frozenset[str]:
    """Return the words that may be part of the value of a number before them, with and without full stops."""
    percent = (word for phrase in language.percent for word in phrase.split())
    words = (*scale_values(language), *language.halves_of_day, *percent)
    return frozenset(written for word in words for written in (word, f"{word}.", ".".join(word), ".".join((*word, ""))))


@cache
def contracted_words(language: Language) -> tuple[tuple[str, str], ...]:
    """Return the contractions and what they mean, the longest first: "won't" before its "n't"."""
    return tuple(sorted(language.contractions, key=lambda pair: (-len(pair[0]), pair)))


def spell_out(text: str, language: Language) -> str:
    """Return a text without contractions: "didn't" is "did not"."""
    for short, long in contracted_words(language):
        text = text.replace(short, long)
    return text


@cache
def verbs_of_saying(language: Language) -> dict[str, str]:
    """Return the verb of those of its forms that do not begin like it: "said" is "say"."""
    return dict(language.attribution_forms)


@cache
def times(language: Language) -> frozenset[str]:
    """Return the words that may stand behind "Updated": those of other stamps, days and months."""
    return language.stamps.union(language.weekdays, language.weekday_abbreviations, month_words(language))


@cache
def calendar_words(language: Language) -> frozenset[str]:
    """Return the names of months and days, in all forms and abbreviated."""
    return month_words(language).union(written_out_days(language), language.weekday_abbreviations)


@cache
def stamp_words(language: Language) -> frozenset[str]:
    """Return the words of which stamps are made, each by itself."""
    return frozenset(word for stamp in language.stamps for word in _PARTS.split(stamp) if word.isalpha())


@cache
def label_openings(language: Language) -> frozenset[str]:
    """Return the words that open a line of the page, inside a story or below it."""
    return language.terminators | language.page_lines | language.stamps


@cache
def number_values(language: Language) -> dict[str, str]:
    """Return the values of a language's number words, in decimal digits: "three" is "3"."""
    return dict(language.number_words)


class Bound(NamedTuple):
    """Words before a number, of which `words[key]` is looked up, and what they say about it."""

    words: tuple[str, ...]
    key: int
    kind: str


@cache
def number_bounds(language: Language) -> dict[str, list[Bound]]:
    """Return the bounds by their longest word, the longest bounds first: "no more than" before "more than"."""
    bounds: defaultdict[str, list[Bound]] = defaultdict(list)
    for phrase, kind in sorted(language.number_bounds, key=lambda item: (-len(item[0]), item)):
        words = tuple(phrase.split())
        longest = max(words, key=len)
        bounds[longest].append(Bound(words, words.index(longest), kind))
    return dict(bounds)


@cache
def canonical_spellings(language: Language) -> dict[str, str]:
    """Return the one spelling under which each variant is compared: "colour" is "color"."""
    return dict(language.spelling)


@cache
def canonical_suffixes(language: Language) -> dict[str, str]:
    """Return the endings that are variants of each other in whole families of words: "-ise" is "-ize"."""
    return dict(language.spelling_suffixes)
