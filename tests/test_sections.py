"""A section that a program writes takes the place of the last one, and nothing else of its document changes."""

from pathlib import Path

import pytest

from tests.sections import read_from, write_into


def test_the_tables_take_the_place_of_the_last_ones(tmp_path: Path) -> None:
    document = tmp_path / "engine.md"
    document.write_text("Before.\n\n<!-- bench -->\nold\n<!-- /bench -->\n\nAfter.\n", encoding="utf-8")
    write_into(document, "new", "bench")
    write_into(document, "newer", "bench")
    assert read_from(document, "bench") == "newer"
    assert document.read_text(encoding="utf-8") == "Before.\n\n<!-- bench -->\n\nnewer\n\n<!-- /bench -->\n\nAfter.\n"


def test_a_document_without_a_place_for_the_tables_is_refused_and_left_alone(tmp_path: Path) -> None:
    document = tmp_path / "engine.md"
    document.write_text("No mark.", encoding="utf-8")
    with pytest.raises(ValueError, match="engine.md has no place"):
        write_into(document, "new", "bench")
    assert document.read_text(encoding="utf-8") == "No mark."
