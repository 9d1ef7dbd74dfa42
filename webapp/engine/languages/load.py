"""Reads the tables: one file a language, and `common.toml` for what is read in every text."""

import tomllib
from dataclasses import fields
from functools import cache
from importlib import resources
from typing import Any

from webapp.engine.languages.language import Language

COMMON = "common.toml"


@cache
def known_languages() -> tuple[Language, ...]:
    """Return all tables, ordered by code."""
    entries = resources.files(__package__).iterdir()
    tables = (entry for entry in entries if entry.name.endswith(".toml") and entry.name != COMMON)
    return tuple(_read(entry.name, entry.read_text(encoding="utf-8")) for entry in sorted(tables, key=lambda e: e.name))


@cache
def possessives() -> tuple[str, ...]:
    """Return the endings that make a possessive of a word or a name, in a text of any language."""
    content = (resources.files(__package__) / COMMON).read_text(encoding="utf-8")
    return tuple(tomllib.loads(content)["possessives"])


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
