"""A run of the bench, small enough for a test, and the tables it leaves in a document."""

from pathlib import Path

import pytest

from tests.bench.findings import Bench
from tests.bench.report import as_markdown, remarks_of, sheets_of, write_into
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


def test_the_tables_take_the_place_of_the_last_ones(tmp_path: Path) -> None:
    document = tmp_path / "engine.md"
    document.write_text("Before.\n\n<!-- bench -->\nold\n<!-- /bench -->\n\nAfter.\n", encoding="utf-8")
    write_into(document, "new")
    write_into(document, "newer")
    assert document.read_text(encoding="utf-8") == "Before.\n\n<!-- bench -->\n\nnewer\n\n<!-- /bench -->\n\nAfter.\n"


def test_a_document_without_a_place_for_the_tables_is_refused_and_left_alone(tmp_path: Path) -> None:
    document = tmp_path / "engine.md"
    document.write_text("No mark.", encoding="utf-8")
    with pytest.raises(ValueError, match="engine.md has no place"):
        write_into(document, "new")
    assert document.read_text(encoding="utf-8") == "No mark."
