"""What the engine knows of single languages: one data file each, and nothing that a text in another language needs.

Without a table a text is compared by the rules that hold for any script; the rules that need a table are not applied.
"""

import tomllib
from collections import Counter
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from itertools import islice
from typing import Any

import regex

# A text is taken to be in a language when one in eight of the words looked at is a function word of its table and no
# other table claims more.
MIN_FUNCTION_WORD_SHARE = 0.125
WORDS_LOOKED_AT = 2000

_WORD = regex.compile(r"[\p{L}\p{M}]+")


@dataclass(frozen=True, slots=True)
class Language:
    """One table. Every field may be empty; words are in lower case."""

    code: str
    name: str = ""
    months: frozenset[str] = frozenset()
    month_abbreviations: frozenset[str] = frozenset()
    date_connectors: frozenset[str] = frozenset()
    ordinal_suffixes: frozenset[str] = frozenset()
    ordinal_dot: bool = False
    abbreviations: frozenset[str] = frozenset()
    abbreviations_before_number: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()


NO_LANGUAGE = Language(code="und")


@cache
def known_languages() -> tuple[Language, ...]:
    """Return all tables, ordered by code."""
    tables = (entry for entry in resources.files(__package__).iterdir() if entry.name.endswith(".toml"))
    return tuple(_read(entry.name, entry.read_text(encoding="utf-8")) for entry in sorted(tables, key=lambda e: e.name))


def detect_language(*texts: str) -> Language:
    """Return the language in which the beginning of `texts` is written, or NO_LANGUAGE where no table fits."""
    counts = Counter(word.lower() for text in texts for word in _first_words(text))
    total = sum(counts.values())
    best, best_share = NO_LANGUAGE, MIN_FUNCTION_WORD_SHARE
    for language in known_languages():
        share = sum(counts[word] for word in language.function_words) / total if total else 0.0
        if share > best_share:
            best, best_share = language, share
    return best


def _first_words(text: str) -> list[str]:
    return [match[0] for match in islice(_WORD.finditer(text), WORDS_LOOKED_AT)]


def _read(file_name: str, content: str) -> Language:
    table = tomllib.loads(content)
    known = {field.name for field in fields(Language)}
    unknown = set(table) - known
    if unknown:
        raise ValueError(f"{file_name}: unknown keys {sorted(unknown)}")
    values: dict[str, Any] = {k: frozenset(v) if isinstance(v, list) else v for k, v in table.items()}
    return Language(code=file_name.removesuffix(".toml"), **values)
