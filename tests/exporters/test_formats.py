"""The other files, each exact in its own way."""

import csv
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from lxml import html
from rich.cells import cell_len

from tests.exporters.sheets import ODD, every_sheet, sheet
from webapp.display import inline
from webapp.display.marks import visible_text
from webapp.exporters import page, table, text, unified
from webapp.exporters.formats import FORMATS
from webapp.exporters.model import Sheet
from webapp.exporters.unified import sentence_lines


@pytest.mark.parametrize("name", FORMATS)
def test_every_kind_of_file_is_written_of_every_text(name: str) -> None:
    """BAD_INPUT 22, 25, 37."""
    for each in every_sheet():
        assert FORMATS[name].write(each) or name == "diff"  # the sentences may be the same


def test_the_unified_diff_turns_one_list_of_sentences_into_the_other(tmp_path: Path) -> None:
    for number, each in enumerate(every_sheet()):
        folder = tmp_path / str(number)
        folder.mkdir()
        lines = {side: "".join(sentence_lines(getattr(each.comparison, side))) for side in ("old", "new")}
        (folder / "text").write_bytes(lines["old"].encode())
        (folder / "change.diff").write_bytes(unified.write(each))
        if (folder / "change.diff").stat().st_size:
            command = ("patch", "--quiet", "--binary", "text", "change.diff")
            subprocess.run(command, cwd=folder, check=True, timeout=60)
        assert (folder / "text").read_bytes().decode() == lines["new"]


def test_the_text_file_has_no_line_over_80_columns() -> None:
    for each in every_sheet():
        assert max(map(len, text.write(each).decode().splitlines())) <= 80


def test_a_letter_that_takes_two_columns_counts_as_two() -> None:
    """A terminal gives Chinese letters two columns each; rich knows how wide a text is there."""
    each = sheet("他说不，市长没有来。" * 40 + " \u0e01\u0e33" * 90, "他说好，市长已经来了。" * 40 + " ｆｕｌｌ" * 30)
    lines = text.write(each).decode().splitlines()
    assert 70 < max(map(cell_len, lines)) <= 80


def test_the_text_file_loses_no_word() -> None:
    for each in every_sheet():
        written = "".join(text.write(each).decode().partition("=" * 80)[2].split())
        marks = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
        for row in inline.rows(each.comparison):
            said = "".join(marks[piece.op].format(piece.text) for piece in row.cell.pieces)
            assert "".join(visible_text(" ".join(said.split())).split()) in written


def test_the_text_file_marks_changes_and_names_moves() -> None:
    written = text.write(sheet(*ODD["moved"])).decode()
    assert "(a sentence was moved here from paragraph 3)" in written
    assert "[-an hour-]{+two hours+}" in written


def rows(each: Sheet) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(table.write(each).decode("utf-8-sig"), newline="")))


def test_the_table_has_a_row_for_every_change() -> None:
    for each in every_sheet():
        assert [row["change"] for row in rows(each)] == [change.id for change in each.comparison.changes]


def test_no_cell_of_the_table_is_a_formula() -> None:
    """BAD_INPUT 24."""
    cells = [cell for old, new in ODD.values() for row in rows(sheet(old, new)) for cell in row.values()]
    assert [cell for cell in cells if cell.lstrip()[:1] in set("=+-@\t\r")] == []
    assert any(cell.startswith("'=") for cell in cells)


def test_the_table_says_what_a_change_was_and_where() -> None:
    (row,) = rows(sheet("The mayor said no to 12 of them.", "The mayor said no to 14 of them."))
    assert (row["old"], row["new"], row["kind"]) == ("12", "14", "replace")
    assert "number" in row["flags"].split()
    assert row["old_sentence"] == "The mayor said no to 12 of them."


def test_the_table_tells_of_a_very_long_sentence_what_stands_around_the_change() -> None:
    old = " ".join(f"alpha{number} was" for number in range(1_000)) + " beta."
    found = rows(sheet(old, old.replace("alpha500 was", "alpha500 is")))[0]
    for side, words in (("old_sentence", "alpha500 was alpha501"), ("new_sentence", "alpha500 is alpha501")):
        assert words in found[side]
        assert found[side].startswith("…") and found[side].endswith("…")
        assert len(found[side]) <= table.MAX_SENTENCE_CHARS + 2


def test_the_page_asks_nobody_for_anything_and_runs_nothing() -> None:
    """BAD_INPUT 18, 20, 22."""
    for each in every_sheet():
        written = page.write(each)
        found = html.document_fromstring(written)
        assert not list(found.iter("script", "link", "img", "iframe", "object", "base", "form", "a"))
        names = {name for element in found.iter() for name in element.attrib}
        assert not {name for name in names if name in {"src", "href", "style"} or name.startswith("on")}
        assert b"url(" not in written and b"@import" not in written


def test_the_page_marks_what_the_reading_view_marks() -> None:
    for each in every_sheet():
        found = html.document_fromstring(page.write(each))
        story = [row for row in inline.rows(each.comparison) if row.scope == "story"]
        for tag, op in (("ins", "insert"), ("del", "delete")):
            marked = [piece for row in story for piece in row.cell.pieces if piece.op == op]
            assert len(list(found.iter(tag))) == len(marked)


def test_the_page_shows_the_hidden_and_anchors_every_change_once() -> None:
    """BAD_INPUT 25."""
    written = page.write(sheet(*ODD["directions"])).decode()
    assert not {"\u202e", "\u200b"} & set(written)
    found = html.document_fromstring(page.write(sheet(*ODD["moved"])))
    ids = [element.get("id") for element in found.iter() if element.get("id")]
    assert sorted(ids) == sorted({change.id for change in sheet(*ODD["moved"]).comparison.changes})
