"""Each table of a language finds what matters in a text of its language, and nothing where the meaning is the same.

`tests/languages/xx.toml` has a news text, edits that matter with the kind of thing each changes, and neutral ones;
under `missed` and `alarms` those that the engine gets wrong, so that the day it gets them right is noticed.
"""

import tomllib
from functools import cache
from typing import Any

import pytest

from tests.engine.language_figures import TEXTS, table, table_of_page
from webapp.engine import Comparison, compare
from webapp.engine.languages.load import known_languages
from webapp.engine.model import HARD_FLAGS

FLAGS = {
    "name": {"name"},
    "day": {"date", "number"},
    "month": {"date", "number"},
    "figure": {"number", "date"},
    "number": {"number"},
    "scale": {"number"},
    "quotation": {"quote"},
    "source": {"attribution"},
    "negation": {"negation"},
    "hedge": {"hedge"},
}
WITHOUT_CAPITALS = {"am", "ar", "bn", "fa", "he", "hi", "ja", "ka", "ko", "th", "ur", "zh"}


@cache
def text_of(code: str) -> dict[str, Any]:
    return tomllib.loads((TEXTS / f"{code}.toml").read_text(encoding="utf-8"))


def edits(kind: str) -> list[tuple[str, dict[str, str]]]:
    codes = sorted(path.stem for path in TEXTS.glob("*.toml"))
    return [(code, edit) for code in codes for edit in text_of(code).get(kind, ())]


def edited(code: str, edit: dict[str, str]) -> Comparison:
    text = text_of(code)["text"]
    assert text.count(edit["old"]) == 1, edit["old"]
    return compare(text, text.replace(edit["old"], edit["new"]))


def label(case: object) -> str:
    return case if isinstance(case, str) else f"{case['old']} -> {case['new']}"  # type: ignore[index]


def flags_of(result: Comparison) -> set[str]:
    return {flag for change in result.changes if change.scope == "story" for flag in change.flags}


def test_every_table_has_a_text() -> None:
    assert {path.stem for path in TEXTS.glob("*.toml")} == {language.code for language in known_languages()}


def is_flagged(code: str, edit: dict[str, str]) -> bool:
    """Return whether an edit is flagged as what it is, or as a name where nobody can tell."""
    result = edited(code, edit)
    if edit["kind"] == "name" and code in WITHOUT_CAPITALS:
        return result.ledger["names"].state != "stands"
    return not flags_of(result).isdisjoint(FLAGS[edit["kind"]])


@pytest.mark.parametrize(("code", "edit"), edits("edits"), ids=label)
def test_an_edit_that_matters_is_flagged(code: str, edit: dict[str, str]) -> None:
    assert is_flagged(code, edit)


@pytest.mark.parametrize(("code", "edit"), edits("neutral"), ids=label)
def test_an_edit_without_another_meaning_has_no_hard_flag(code: str, edit: dict[str, str]) -> None:
    assert flags_of(edited(code, edit)).isdisjoint(HARD_FLAGS)


@pytest.mark.parametrize(("code", "edit"), edits("missed"), ids=label)
def test_a_known_miss_is_still_one(code: str, edit: dict[str, str]) -> None:
    assert not is_flagged(code, edit)


@pytest.mark.parametrize(("code", "edit"), edits("alarms"), ids=label)
def test_a_known_false_alarm_is_still_one(code: str, edit: dict[str, str]) -> None:
    assert not flags_of(edited(code, edit)).isdisjoint(HARD_FLAGS)


def test_the_figures_of_the_page_are_those_of_the_texts() -> None:
    assert table_of_page() == table()
