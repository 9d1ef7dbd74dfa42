"""Past a counted limit the result is coarser, lossless, and names the limit."""

import pytest

from webapp.display.ledger import ledger
from webapp.display.phrases.verdict import COARSENESS
from webapp.engine import Comparison, Limits, compare, replay

STORY = "The committee of ministers met again on Thursday in Geneva to discuss the report.\n"
EDITED = STORY.replace("Geneva", "Paris")
HEADLINES = "".join(f"Page {number} of many\n" for number in "ABCDEF")
OTHER_HEADLINES = "".join(f"Sheet {number} in all\n" for number in "UVWXYZ")

PASSED = {
    "too_many_short_sentences": (Limits(max_sentences=3), "a\nb\nc\nd\n", "a\nb\nd\ne\n"),
    "too_many_sentences": (Limits(max_gap_product=1), STORY * 2, EDITED * 3),
    "too_many_headlines": (Limits(max_headlines=4), HEADLINES + STORY, OTHER_HEADLINES + STORY),
    "too_many_changes": (Limits(max_changes=1), STORY * 3, EDITED * 3),
    "too_many_words": (Limits(max_graded_product=1, max_exact_product=4), "tick tock " * 4, "tock tick " * 4),
    "too_many_words_to_flag": (Limits(max_flagged_words=5), STORY, STORY.replace("again", "twice").replace("in", "at")),
}


def passing(reason: str) -> Comparison:
    limits, old, new = PASSED[reason]
    result = compare(old, new, limits=limits)
    assert (replay.old_text(result), replay.new_text(result)) == (old, new)
    return result


@pytest.mark.parametrize("reason", PASSED)
def test_a_limit_that_was_passed_is_named(reason: str) -> None:
    degraded = passing(reason).degraded
    assert degraded is not None and degraded.reason == reason
    assert degraded.limit in {4, 3, 1, 5}


def test_every_reason_has_its_words_on_the_screen() -> None:
    assert set(COARSENESS) == set(PASSED)


def test_past_the_limit_of_changes_sentences_are_shown_whole() -> None:
    result = passing("too_many_changes")
    edited = [pair for pair, one in enumerate(result.pairs) if one.relation == "edited"]
    ops = [[segment.op for segment in result.segments if segment.pair == pair] for pair in edited]
    assert ops == [["equal", "delete", "insert", "equal"], ["delete", "insert"], ["delete", "insert"]]


def test_past_the_limit_of_changes_nothing_is_flagged() -> None:
    result = passing("too_many_changes")
    assert [bool(change.flags) for change in result.changes] == [True, False, False]


@pytest.mark.parametrize(("reason", "said"), [("too_many_words_to_flag", "too_long"), ("too_many_changes", "too_many")])
def test_nothing_is_said_to_stand_where_a_passage_was_not_searched(reason: str, said: str) -> None:
    states = {group.name: group.unjudged for group in ledger(passing(reason)).groups if not group.changes}
    del states["whole"]  # that is seen all the same
    assert "negations" in states
    assert set(states.values()) == {said}
