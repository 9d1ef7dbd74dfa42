"""The ends trimmed off two sentences are equal, and no word, number or date crosses the cut."""

import pytest
from hypothesis import given

from tests.engine.texts import pairs_of_texts
from tests.notation import shown
from webapp.engine.edits.trim import NO_TRIM, find_trim

OLD = "The committee said that the inflation rate was 7.7 in the month of May and nobody there was asked about it."


@given(pairs_of_texts)
def test_what_is_trimmed_is_the_same_on_both_sides(texts: tuple[str, str]) -> None:
    old, new = texts
    head, tail = find_trim(old, new)
    assert head + tail <= min(len(old), len(new))
    assert (old[:head], old[len(old) - tail :]) == (new[:head], new[len(new) - tail :])


def test_only_what_differs_and_a_little_around_it_is_left() -> None:
    head, tail = find_trim(OLD, OLD.replace("7.7", "8.1"))
    assert OLD[head : len(OLD) - tail] == "rate was 7.7 in the "


@pytest.mark.parametrize("other", ["Nobody was there.", "", "An entirely different sentence about something else."])
def test_unlike_sentences_are_not_trimmed(other: str) -> None:
    assert find_trim(OLD, other) == NO_TRIM


@pytest.mark.parametrize("change", [("31", "30"), ("de agosto", "de julio")])
def test_no_cut_runs_through_a_date(change: tuple[str, str]) -> None:
    old = "The report will then be read again by all of them on the 31 de agosto by all of them once again there."
    head, tail = find_trim(old, old.replace(*change))
    assert "31 de agosto" in old[head : len(old) - tail]


def test_an_insertion_may_slide_over_as_much_equal_text_as_it_is_long() -> None:
    old = "They said on the day that he saw it, she heard it, and nobody else was there to see any of it at all."
    new = old.replace("saw it,", "saw it, they smelt it,")
    assert "saw it, <ins>they smelt it,</ins> she heard" in shown(old, new)
