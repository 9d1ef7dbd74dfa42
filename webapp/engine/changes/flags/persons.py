"""Persons: a pronoun, a title or a role that makes another person of somebody."""

from collections.abc import Iterable

from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.parts import Part
from webapp.engine.languages.language import Language


def is_person_change(change: ChangeView) -> bool:
    """Return whether a word makes another person of somebody: her, his; spokesperson, spokesman."""
    old, new = (_genders(parts, change.pair.language) for parts in (change.old, change.new))
    return bool(old and new and old != new)


def _genders(parts: Iterable[Part], language: Language) -> set[str]:
    tables = {"m": language.masculine, "f": language.feminine, "n": language.neutral}
    return {gender for part in parts for gender, table in tables.items() if part.word.text in table}
