"""The cases: their view is the one that a person approved. `make cases` rewrites the expected files."""

import pytest

from tests.engine.cases import CASES, Case, all_cases, known_sums, sum_of_results, with_sum
from webapp.engine import ENGINE_VERSION


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_a_case_is_shown_as_it_was_approved(case: Case) -> None:
    assert case.shown() == case.expected.read_bytes().decode("utf-8")


def test_every_file_of_the_cases_belongs_to_one() -> None:
    known = {path for case in all_cases() for path in (case.old, case.new, case.expected)}
    assert [path for path in CASES.rglob("*.txt") if path not in known] == []


def test_no_two_engines_share_a_number() -> None:
    """Where this fails: raise ENGINE_VERSION if the results moved, then `make cases`."""
    assert known_sums().get(ENGINE_VERSION) == sum_of_results()


def test_a_number_keeps_its_sum() -> None:
    known = {"1": "a sum", "2": "another"}
    assert with_sum(known, "2", "another") == known
    assert with_sum(known, "3", "a third") == known | {"3": "a third"}
    with pytest.raises(SystemExit, match="raise ENGINE_VERSION"):
        with_sum(known, "2", "moved")
