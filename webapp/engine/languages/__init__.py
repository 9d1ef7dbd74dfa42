"""What the engine knows of single languages: one data file each, and nothing that a text in another language needs.

Without a table a text is compared by the rules that hold for any script; the rules that need a table are not applied.
"""

import tomllib
from collections import defaultdict
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One table. Every field may be empty; words are in lower case; months, weekdays, halves of the day in their order.

    Compared by identity: each table is read once, and a Language is the key of many look-ups.
    """

    code: str
    name: str = ""
    months: tuple[str, ...] = ()
    month_abbreviations: frozenset[str] = frozenset()
    date_connectors: frozenset[str] = frozenset()
    ordinal_suffixes: frozenset[str] = frozenset()
    ordinal_dot: bool = False
    nouns_are_capitalised: bool = False
    calendar_is_capitalised: bool = True
    day_comes_first: bool = False
    abbreviations: frozenset[str] = frozenset()
    abbreviations_before_number: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    weekdays: tuple[str, ...] = ()
    weekday_abbreviations: frozenset[str] = frozenset()
    number_words: frozenset[tuple[str, str]] = frozenset()
    scales: frozenset[str] = frozenset()
    scale_values: frozenset[tuple[str, str]] = frozenset()
    halves_of_day: tuple[str, ...] = ()
    clock_words: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    percent: frozenset[str] = frozenset()
    number_bounds: frozenset[tuple[str, str]] = frozenset()
    negations: frozenset[str] = frozenset()
    negative_prefixes: frozenset[str] = frozenset()
    hedges: frozenset[str] = frozenset()
    attributions: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    source_openers: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    degree_words: frozenset[str] = frozenset()
    opposites: frozenset[tuple[str, str]] = frozenset()
    masculine: frozenset[str] = frozenset()
    feminine: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    terminators: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    page_lines: frozenset[str] = frozenset()
    contractions: frozenset[tuple[str, str]] = frozenset()
    name_endings: frozenset[tuple[str, tuple[str, ...]]] = frozenset()
    spelling: frozenset[tuple[str, str]] = frozenset()
    spelling_suffixes: frozenset[tuple[str, str]] = frozenset()
    spelling_suffix_exceptions: frozenset[str] = frozenset()


NO_LANGUAGE = Language(code="und")


@cache
def month_numbers(language: Language) -> dict[str, int]:
    """Return 1..12 for the names of the months and their abbreviations, which begin like the name."""
    return _calendar(language.months, language.month_abbreviations)


@cache
def weekday_numbers(language: Language) -> dict[str, int]:
    """Return 1..7, Monday first, for the names of the days and their abbreviations."""
    return _calendar(language.weekdays, language.weekday_abbreviations)


def _calendar(names: tuple[str, ...], abbreviations: frozenset[str]) -> dict[str, int]:
    numbers = {name: number for number, name in enumerate(names, 1)}
    short = {word: number for name, number in numbers.items() for word in abbreviations if name.startswith(word)}
    return short | numbers


@cache
def negative_endings(language: Language) -> tuple[str, ...]:
    """Return the negations that are endings of words: the "n't" of "don't"."""
    return tuple(word for word in language.negations if word.startswith(("n'", "'")))


@cache
def cue_words(language: Language) -> frozenset[str]:
    """Return all words that a flag may hang on, so that whoever meets another need not ask for each of them."""
    words = (language.scales, language.units, language.negations, language.hedges, language.attributions)
    persons = (language.sources, language.degree_words, language.masculine, language.feminine, language.neutral)
    calendar = (month_numbers(language), weekday_numbers(language))
    return frozenset().union(
        number_values(language), number_bounds(language), amount_words(language), *words, *persons, *calendar
    )


@cache
def name_derivations(language: Language) -> tuple[tuple[str, str], ...]:
    """Return (ending, ending that may stand in its place) of names, both ways: China, Chinese, China."""
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
    """Return the contractions and what they stand for, the longest first: "won't" before its "n't"."""
    return tuple(sorted(language.contractions, key=lambda pair: (-len(pair[0]), pair)))


@cache
def label_openings(language: Language) -> frozenset[str]:
    """Return the words that open a line of the page, be it inside a story or below it."""
    return language.terminators | language.page_lines


@cache
def number_values(language: Language) -> dict[str, str]:
    """Return what the number words of a language stand for, in decimal digits: "three" is "3"."""
    return dict(language.number_words)


class Bound(NamedTuple):
    """Words before a number, of which `words[telling]` is looked up, and what they say of it."""

    words: tuple[str, ...]
    telling: int
    kind: str


@cache
def number_bounds(language: Language) -> dict[str, list[Bound]]:
    """Return the bounds by their telling word, the longest first: "no more than" before "more than"."""
    bounds: defaultdict[str, list[Bound]] = defaultdict(list)
    for phrase, kind in sorted(language.number_bounds, key=lambda item: (-len(item[0]), item)):
        words = tuple(phrase.split())
        telling = max(words, key=len)
        bounds[telling].append(Bound(words, words.index(telling), kind))
    return dict(bounds)


@cache
def opposite_words(language: Language) -> frozenset[tuple[str, str]]:
    """Return the pairs of small words that say the opposite of each other, both ways."""
    return language.opposites | {(second, first) for first, second in language.opposites}


@cache
def canonical_spellings(language: Language) -> dict[str, str]:
    """Return the one spelling under which each variant is compared: "colour" is "color"."""
    return dict(language.spelling)


@cache
def canonical_suffixes(language: Language) -> dict[str, str]:
    """Return the endings that stand for each other in whole families of words: "-ise" is "-ize"."""
    return dict(language.spelling_suffixes)


@cache
def known_languages() -> tuple[Language, ...]:
    """Return all tables, ordered by code."""
    tables = (entry for entry in resources.files(__package__).iterdir() if entry.name.endswith(".toml"))
    return tuple(_read(entry.name, entry.read_text(encoding="utf-8")) for entry in sorted(tables, key=lambda e: e.name))


def _read(file_name: str, content: str) -> Language:
    table = tomllib.loads(content)
    known = {field.name for field in fields(Language)}
    unknown = set(table) - known
    if unknown:
        raise ValueError(f"{file_name}: unknown keys {sorted(unknown)}")
    values: dict[str, Any] = {key: _hashable(key, value) for key, value in table.items()}
    return Language(code=file_name.removesuffix(".toml"), **values)


def _hashable(key: str, value: Any) -> Any:
    """A Language is the key of caches, and so a table of pairs is kept as a set of them."""
    if key in ("months", "weekdays", "halves_of_day"):
        return tuple(value)
    if isinstance(value, dict):
        return frozenset((word, tuple(of) if isinstance(of, list) else of) for word, of in value.items())
    return frozenset(value) if isinstance(value, list) else value
