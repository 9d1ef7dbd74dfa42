"""The function words of a hundred languages, by script: what a text's language is known by.

    pl Latin: a aby ale albo ani ...                 a line of `function_words.txt`
    sr Cyrillic Latin: a ako ali ... а ако али ...   a language of two scripts

The file is not TOML: it is read for every first comparison, and its lines are split in 5 ms, where TOML takes 44.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from webapp.engine.languages.letters import fold_case, fold_letters


def fold(word: str) -> str:
    """Return a word as the engine compares it, but for what depends on its language."""
    return fold_case(fold_letters(word)).replace("’", "'")


class Recognised(NamedTuple):
    """The scripts of a language, its function words, and common words of news that only tell the language."""

    scripts: tuple[str, ...]
    function_words: frozenset[str]
    others: frozenset[str]


@cache
def _languages() -> Mapping[str, Recognised]:
    """Return each language by its code."""
    content = (resources.files(__package__) / "function_words.txt").read_text(encoding="utf-8")
    return dict(_language(line) for line in content.splitlines() if not line.startswith("#"))


def _language(line: str) -> tuple[str, Recognised]:
    head, _, words = line.partition(":")
    code, *scripts = head.split()
    function, _, others = fold(words).partition("|")
    return code, Recognised(tuple(scripts), frozenset(function.split()), frozenset(others.split()))


def function_words(code: str) -> frozenset[str]:
    """Return the function words of a language; none if it is unknown."""
    return _languages()[code].function_words if code in _languages() else frozenset()


@cache
def languages_of_script() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of the languages that are written in each script."""
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for code, language in _languages().items():
        for script in language.scripts:
            codes[script].append(code)
    return {script: tuple(found) for script, found in codes.items()}


@cache
def languages_of_word() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of the languages that each word tells."""
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for code, language in _languages().items():
        for word in language.function_words | language.others:
            codes[word].append(code)
    return {word: tuple(found) for word, found in codes.items()}
