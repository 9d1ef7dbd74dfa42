"""A run of the bench, small enough for a test, and the tables it leaves in a document."""

from tests.bench.findings import Bench
from tests.bench.report import as_markdown, remarks_of, sheets_of
from tests.bench.runner import run_all

CASE = "revised-1000"


def test_an_engine_that_takes_too_long_is_stopped_and_said_to_be_over_the_deadline() -> None:
    (outcome,) = run_all([CASE], ["stet"], deadline=0.01)
    assert (outcome.figures, outcome.reason) == (None, "over 0.01 s")


def test_a_larger_text_is_not_tried_where_a_smaller_one_took_too_long() -> None:
    _, outcome = run_all([CASE, "revised-10000"], ["stet"], deadline=0.01)
    assert (outcome.figures, outcome.reason) == (None, "not run")


def test_the_tables_hold_every_engine_its_ratio_to_ours_and_who_is_absent() -> None:
    outcomes = list(run_all([CASE], ["stet", "difflib"], deadline=60))
    machine = {"date": "2026-01-31", "processor": "A", "cores": "2", "system": "B", "python": "3.11", "load": "0.1"}
    bench = Bench(machine, {"stet": "1", "difflib": "3.11", "jsdiff": None}, outcomes)
    written = as_markdown(remarks_of(bench), sheets_of(bench))
    assert "| 2 % edited, 1k words |" in written
    assert "(×1)" in written
    assert "Absent: jsdiff." in written
    assert bench.as_json()["outcomes"][1]["times_ours"] == bench.times_ours(CASE, "difflib")
