"""Reads the tables, each when it is first needed: one file per language, and `common.toml` for text in any language."""

import tomllib
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from webapp.engine.languages.common import COMMON, common
from webapp.engine.languages.function_words import fold, function_words
from webapp.engine.languages.language import NO_LANGUAGE, Language

FOLDER = Path(__file__).parent

# Not looked up by a word as it is compared: pieces of words, and spellings before they are folded.
# Matched as written.
_OF_LINES = frozenset({"terminators", "page_lines", "page_sentences", "stamps", "comment_headings", "notes"})
_UNFOLDED = _OF_LINES | {"name", "contractions", "name_endings", "spelling", "spelling_suffixes"}
_IN_ORDER = frozenset(field.name for field in fields(Language) if str(field.type).startswith("tuple"))


@cache
def language_of(code: str) -> Language:
    """Return a language by its code; without a table only its function words are known."""
    table = FOLDER / f"{code}.toml"
    titles = {"abbreviations": frozenset(common("titles")), "abbreviations_before_word": frozenset(common("titles"))}
    values = _read(table.name, table.read_text(encoding="utf-8")) if table.is_file() else titles
    return Language(code=code, function_words=function_words(code), **values)


@cache
def one_of(codes: tuple[str, ...]) -> Language:
    """Return what is known of a text that may be in one of several languages: its sentences' ends, names' cases."""
    tables = list(map(language_of, codes))
    titles = frozenset(common("titles"))
    return replace(
        NO_LANGUAGE,
        abbreviations=titles.union(*(table.abbreviations for table in tables)),
        abbreviations_before_number=frozenset().union(*(table.abbreviations_before_number for table in tables)),
        abbreviations_before_word=titles.union(*(table.abbreviations_before_word for table in tables)),
        abbreviations_after_number=frozenset().union(*(table.abbreviations_after_number for table in tables)),
        speech_verbs=frozenset().union(*(table.speech_verbs | table.attributions for table in tables)),
        name_endings=frozenset().union(*(table.name_endings for table in tables)),
    )


@cache
def known_languages() -> tuple[Language, ...]:
    """Return all languages that have a table, ordered by code."""
    codes = (table.stem for table in FOLDER.glob("*.toml") if table.name != COMMON)
    return tuple(map(language_of, sorted(codes)))


def _read(file_name: str, content: str) -> dict[str, Any]:
    table = tomllib.loads(content)
    unknown = set(table) - {field.name for field in fields(Language)}
    if unknown:
        raise ValueError(f"{file_name}: unknown keys {sorted(unknown)}")
    return {key: _hashable(key, value if key in _UNFOLDED else _folded(value)) for key, value in table.items()}


def _folded(value: Any) -> Any:
    """Write words as the engine compares them: case folded, as of Greek final sigma and German sharp s."""
    if isinstance(value, dict):
        return {fold(word): of for word, of in value.items()}
    return [fold(word) for word in value] if isinstance(value, list) else value


def _hashable(key: str, value: Any) -> Any:
    """Return a value that may be part of a Language, which is the key of caches."""
    if key in _IN_ORDER:
        return tuple(value)
    if isinstance(value, dict):
        return frozenset((word, tuple(of) if isinstance(of, list) else of) for word, of in value.items())
    return frozenset(value) if isinstance(value, list) else value
