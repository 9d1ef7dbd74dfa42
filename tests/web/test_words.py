"""What is said in figures and sentences."""

from datetime import UTC, date, datetime

import pytest

from webapp.display.phrases.figures import counted, day, instant, percent
from webapp.display.phrases.verdict import coarseness, verdict_text
from webapp.engine import compare


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (1.0, "100 %"),
        (0.999, "over 99 %"),
        (0.994, "99 %"),
        (0.5, "50 %"),
        (0.001, "under 1 %"),
        (0.0, "0 %"),
    ],
)
def test_a_share_never_says_all_or_nothing_where_that_is_not_so(share: float, said: str) -> None:
    assert percent(share).replace("\u00a0", " ") == said


def test_a_number_agrees_with_what_it_counts() -> None:
    assert [counted(number, "word") for number in (0, 1, 2104)] == ["0 words", "1 word", "2,104 words"]


def test_a_date_is_written_out() -> None:
    assert day(date(2022, 7, 20)) == "20 July 2022"
    assert instant(datetime(2026, 1, 2, 3, 4, tzinfo=UTC)) == "2 January 2026, 03:04 UTC"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "The cat sat. A dog ran.",
            "The cat sat. A dog ran off.",
            "1 stands word for word and 1 is edited; none was dropped and none added.",
        ),
        ("The cat sat here.", "The cat sat there.", "Its one sentence 1 is edited"),
        ("It rained on Monday. The mayor spoke at noon.", "The mayor spoke at noon.", "1 was dropped and none added."),
        ("One is here.", "Nobody knows that yet.", "1 was dropped and 1 was added."),
    ],
)
def test_what_became_of_the_sentences_is_one_sentence(old: str, new: str, said: str) -> None:
    assert said in verdict_text(compare(old, new))


@pytest.mark.parametrize(
    ("reason", "said"),
    [("too_many_words", "some passages are too long to be compared word by word"), ("a_new_one", "a new one")],
)
def test_why_a_comparison_is_coarse_is_said_in_words(reason: str, said: str) -> None:
    assert coarseness(reason) == said
