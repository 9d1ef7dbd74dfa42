"""The function words of a hundred languages, by script: what a text's language is known by.

    pl Latin: a aby ale albo ani ...                 a line of `function_words.txt`
    sr Cyrillic Latin: a ako ali ... а ако али ...   a language of two scripts

The file is not TOML: it is read for every first comparison, and its lines are split in 5 ms, where TOML takes 44.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

from webapp.engine.languages.letters import fold_case, fold_letters


def fold(word: str) -> str:
    """Return a word as the engine compares it, but for what depends on its language."""
    return fold_case(fold_letters(word)).replace("’", "'")


class Recognised(NamedTuple):
    """What a language is known by: its function words, and with them the common words of news that only tell it."""

    function_words: frozenset[str]
    words: frozenset[str]


@cache
def _lines() -> Mapping[str, tuple[tuple[str, ...], str]]:
    """Return the scripts of each language, and its words as the file has them."""
    content = Path(__file__).with_name("function_words.txt").read_text(encoding="utf-8")
    return dict(_split(line) for line in content.splitlines() if not line.startswith("#"))


def _split(line: str) -> tuple[str, tuple[tuple[str, ...], str]]:
    head, _, words = line.partition(":")
    code, *scripts = head.split()
    return code, (tuple(scripts), words)


@cache
def _language(code: str) -> Recognised:
    """Return a language of the file: of a hundred, a text needs those of its script."""
    function, _, others = (frozenset(part.split()) for part in fold(_lines()[code][1]).partition("|"))
    return Recognised(function, function | others)


def function_words(code: str) -> frozenset[str]:
    """Return the function words of a language; none if it is unknown."""
    return _language(code).function_words if code in _lines() else frozenset()


@cache
def languages_of_script() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of the languages that are written in each script."""
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for code, (scripts, _) in _lines().items():
        for script in scripts:
            codes[script].append(code)
    return {script: tuple(found) for script, found in codes.items()}


def languages_of_words(words: Set[str], codes: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """Return which of some languages each of these words tells, by the words that tell any."""
    told = _languages_by_word(codes)
    return {word: told[word] for word in told.keys() & words}


@cache
def _languages_by_word(codes: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """Return which of these languages each of their words tells. Few sets of languages are asked about, often."""
    languages: defaultdict[str, list[str]] = defaultdict(list)
    for code in codes:
        for word in _language(code).words:
            languages[word].append(code)
    return languages
