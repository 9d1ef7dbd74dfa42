"""The approved cases: what a reader sees of them is what a person read and approved. `make cases` writes them anew."""

import pytest

from tests.engine.cases import CASES, Case, all_cases


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_a_case_is_shown_as_it_was_approved(case: Case) -> None:
    assert case.shown() == case.expected.read_bytes().decode("utf-8")


def test_every_file_of_the_cases_belongs_to_one() -> None:
    known = {path for case in all_cases() for path in (case.old, case.new, case.expected)}
    assert [path for path in CASES.rglob("*.txt") if path not in known] == []
