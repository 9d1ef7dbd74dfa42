"""An empty file is a side without words for `stet diff`, and an error for commands that need a text."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from webapp.cli import main
from webapp.exporters.formats import FORMATS


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with a story and an empty file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STET_DATA_DIR", str(tmp_path / "data"))
    Path("story.txt").write_text("The mayor said no.\n", encoding="utf-8")
    Path("empty.txt").write_bytes(b"")
    Path("mark.txt").write_bytes(b"\xef\xbb\xbf")


def stet(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(main, arguments, input=stdin, catch_exceptions=False)


@pytest.mark.parametrize("empty", ["empty.txt", "mark.txt", os.devnull])
def test_all_of_a_file_is_inserted_or_deleted(empty: str) -> None:
    inserted, deleted = stet("diff", empty, "story.txt"), stet("diff", "story.txt", empty)
    assert (inserted.exit_code, inserted.output) == (1, "{+The mayor said no.+}\n")
    assert (deleted.exit_code, deleted.output) == (1, "[-The mayor said no.-]\n")


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_side_is_written_into_a_file_of_every_kind(form: str) -> None:
    for sides in (("empty.txt", "story.txt"), ("story.txt", "empty.txt")):
        result = stet("diff", *sides, "--format", form, "-o", "written")
        assert (result.exit_code, result.output) == (1, "")
        assert Path("written").read_bytes()


def test_two_empty_files_are_the_same() -> None:
    assert (stet("diff", "empty.txt", os.devnull).exit_code, stet("diff", "empty.txt", "mark.txt").exit_code) == (0, 0)
    written = json.loads(stet("diff", "empty.txt", os.devnull, "--format", "json").stdout)
    assert written["changes"] == []


def test_empty_standard_input_is_trouble() -> None:
    result = stet("diff", "story.txt", "-")
    assert (result.exit_code, result.output) == (2, "Error: Standard input is empty.\n")


def test_an_empty_file_is_not_shared() -> None:
    """BAD_INPUT 26."""
    result = stet("share", "story.txt", "empty.txt")
    assert (result.exit_code, result.output) == (2, "Error: empty.txt is empty.\n")
