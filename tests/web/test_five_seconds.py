"""The answer that a reader has after five seconds is the one that docs/design.md judges."""

import pytest

from tests.web import five_seconds


def test_every_pair_of_samples_is_judged_on_what_the_page_says_first() -> None:
    """Where it fails, `make cases` writes it anew: read whether the judgement below each answer still holds."""
    assert {title: answer for title, (answer, _) in five_seconds.written().items()} == five_seconds.seen()


@pytest.mark.parametrize("title", list(five_seconds.written()))
def test_a_judgement_says_whether_the_lines_are_the_right_ones(title: str) -> None:
    assert five_seconds.written()[title][1].startswith(("Right", "Half right", "Weak"))
