"""Each threshold documents what it decides and why, in one place: the table is made from the code."""

import pytest

from tests.engine.thresholds import Threshold, table, table_of_page, thresholds


@pytest.mark.parametrize("threshold", thresholds(), ids=lambda threshold: threshold.name)
def test_a_threshold_says_what_it_decides_its_range_and_what_chose_it(threshold: Threshold) -> None:
    assert threshold.decides.endswith(".")
    assert {"Range", "Why"} <= set(threshold.labels) <= {"Range", "Why", "Cases"}


def test_the_table_of_the_page_is_that_of_the_code() -> None:
    assert table_of_page() == table()


def test_the_reader_of_thresholds_finds_them() -> None:
    found = {threshold.name: threshold for threshold in thresholds()}
    assert found["MAX_WORDS_KEPT"].default == 1 << 17
    assert found["max_headlines"].labels["Range"] == "8–256 headlines"
