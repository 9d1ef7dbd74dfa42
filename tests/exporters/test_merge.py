"""Both texts in one line of runs: without the runs of one, it is the other text to the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.texts import pairs_of_texts
from tests.exporters.sheets import EVERYTHING, NOTHING, ODD, every_sheet, revision_pairs, sheet
from webapp.engine.model import Comparison
from webapp.engine.options import Options
from webapp.exporters.merge import paragraphs, runs


def assert_exact(comparison: Comparison) -> None:
    merged = runs(comparison)
    assert "".join(run.text for run in merged if run.op != "insert") == "\n".join(paragraphs(comparison.old))
    assert "".join(run.text for run in merged if run.op != "delete") == "\n".join(paragraphs(comparison.new))


def test_the_samples_and_odd_texts_are_carried_exactly() -> None:
    for each in every_sheet():
        assert_exact(each.comparison)


def test_revisions_of_published_pages_are_carried_exactly() -> None:
    for old, new in revision_pairs(131):
        assert_exact(sheet(old, new).comparison)


@given(pairs_of_texts, st.sampled_from([Options(), EVERYTHING, NOTHING]))
def test_any_two_texts_are_carried_exactly(texts: tuple[str, str], options: Options) -> None:
    assert_exact(sheet(*texts, options).comparison)


def test_what_is_the_same_to_the_letter_is_written_once() -> None:
    merged = runs(sheet("The mayor said no. She left.", "The mayor said yes. She left.").comparison)
    assert [(run.op, run.text.strip()) for run in merged] == [
        ("equal", "The mayor said"),
        ("delete", "no"),
        ("insert", "yes"),
        ("equal", ". She left."),
    ]


def test_a_moved_sentence_is_at_both_places_under_one_number() -> None:
    moved = [run for run in runs(sheet(*ODD["moved"]).comparison) if run.move is not None]
    assert {run.op for run in moved} == {"delete", "insert"}
    assert len({run.move for run in moved}) == 1
    assert all("Nobody from the opposition came to listen." in run.text for run in moved)


@pytest.mark.parametrize("options", [Options(), EVERYTHING])
def test_what_is_equal_only_under_the_options_still_differs_to_the_letter(options: Options) -> None:
    merged = runs(sheet(*ODD["case"], options).comparison)
    assert {"delete", "insert"} <= {run.op for run in merged}
