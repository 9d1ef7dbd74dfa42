"""Hostile texts (BAD_INPUT 27 and 28) are compared without loss, in bounded work, counted and not timed."""

import pytest

from tests.bench.cases import CASES
from tests.engine.work import Work, counted
from webapp.engine import Comparison, Limits, compare, replay

# Tokens cut, words read and cells filled for each character of both texts; news of the same length takes about .3.
MAX_WORK_PER_CHAR = 4

NAMES = ("unrelated-200000", "one-word-50000", "one-line-330000", "empty-lines", "identical")


@pytest.fixture(scope="module", params=NAMES)
def compared(request: pytest.FixtureRequest) -> tuple[str, Comparison, Work]:
    """A hostile case, its comparison, its work."""
    (pair,) = CASES[request.param].build()
    with counted() as work:
        result = compare(pair.old, pair.new)
    assert (result.old.text, result.new.text) == (pair.old, pair.new)
    return request.param, result, work


def test_a_hostile_text_comes_back_whole(compared: tuple[str, Comparison, Work]) -> None:
    _, result, _ = compared
    assert replay.old_text(result) == result.old.text
    assert replay.new_text(result) == result.new.text


def test_a_hostile_text_takes_work_in_proportion_to_its_length(compared: tuple[str, Comparison, Work]) -> None:
    _, result, work = compared
    assert work.total <= MAX_WORK_PER_CHAR * (len(result.old.text) + len(result.new.text)), work


REASONS = {
    "unrelated-200000": "too_many_sentences",
    "one-word-50000": "too_many_words_to_flag",
    "one-line-330000": "too_many_words_to_flag",
}


def test_a_hostile_text_that_is_compared_more_coarsely_says_why(compared: tuple[str, Comparison, Work]) -> None:
    name, result, _ = compared
    assert (result.degraded.reason if result.degraded else None) == REASONS.get(name)


def test_two_unrelated_texts_share_no_story_and_keep_no_word() -> None:
    (pair,) = CASES["unrelated-10000"].build()
    result = compare(pair.old, pair.new)
    assert (result.shares_story, result.summary.words.equal, result.degraded) == (False, 0, None)


def test_past_a_limit_the_reason_and_the_limit_are_told() -> None:
    old, new = "tick tock " * 4, "tock tick " * 4
    result = compare(old, new, limits=Limits(max_graded_product=1, max_exact_product=4))
    assert result.degraded is not None
    assert (result.degraded.reason, result.degraded.limit) == ("too_many_words", 4)
