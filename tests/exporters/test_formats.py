"""The other files, each exact in its own way."""

import csv
import subprocess
import zipfile
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from lxml import etree, html
from rich.cells import cell_len

from tests.exporters.sheets import MADE_AT, ODD, every_sheet, sheet
from webapp.display.invisible import visible_text
from webapp.display.rows import inline
from webapp.exporters import page, table, text, unified
from webapp.exporters.formats import FORMATS, JSON
from webapp.exporters.model import Sheet, SheetSide
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
            assert "".join(visible_text(said).split()) in written


def test_the_text_file_marks_changes_and_names_moves() -> None:
    written = text.write(sheet(*ODD["moved"])).decode()
    assert "(a sentence was moved here from paragraph 3)" in written
    assert "[-an hour-]{+two hours+}" in written


def test_the_text_file_says_where_a_dropped_sentence_is_told() -> None:
    told = "Holm is 61 and lives in Vasinhaven with two dogs."
    stays = "Teachers and nurses have asked for higher wages since the winter."
    joined = "The mayor, Holm, 61, who lives in Vasinhaven, resigned on Monday after a vote."
    old = f"The mayor resigned on Monday after a vote.\n\n{stays}\n\n{told}"
    written = text.write(sheet(old, f"{joined}\n\n{stays}")).decode()
    assert f"(what a sentence says here is also in paragraph 1)\n[-{told}-]" in written


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


def test_the_table_cuts_a_very_long_sentence_around_the_change() -> None:
    old = " ".join(f"alpha{number} was" for number in range(1_000)) + " beta."
    found = rows(sheet(old, old.replace("alpha500 was", "alpha500 is")))[0]
    for side, words in (("old_sentence", "alpha500 was alpha501"), ("new_sentence", "alpha500 is alpha501")):
        assert words in found[side]
        assert found[side].startswith("…") and found[side].endswith("…")
        assert len(found[side]) <= table.MAX_SENTENCE_CHARS + 2


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    """BAD_INPUT 18, 20, 22."""
    for each in every_sheet():
        written = page.write(each)
        found = html.document_fromstring(written)
        assert not list(found.iter("script", "link", "img", "iframe", "object", "base", "form"))
        names = {name for element in found.iter() for name in element.attrib}
        assert not {name for name in names if name in {"src", "style"} or name.startswith("on")}
        assert all(element.get("href", "#").startswith("#") for element in found.iter())
        assert b"url(" not in written and b"@import" not in written


# Control characters but for tab, line feed and carriage return; and what else no page and no terminal may be given.
CONTROLS = [chr(code) for code in (*range(1, 0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"]
UNSEEN = [*CONTROLS, *"\u2028\u2029\u202e\u2066\u200b\ufeff\ufff9"]


def hostile_sheet() -> Sheet:
    """Return a sheet with every invisible character: inside its texts, at their ends, and in what is known of them."""
    every = "".join(f"a{character}b " for character in UNSEEN)
    text = f"Orders {every} and more. Ends with\x9b \x0b\n\nMoved \x1b[2J here.\x85\n\nNobody came to the town hall."
    each = sheet(text, text.replace("Orders", "Or\x9bders").replace("here", "th\x07ere"))
    source = SheetSide(f"Ti{every}tle\x1b]0;x\x07", f"Out{every}let", language="en", captured=f"File {every}")
    return Sheet(each.comparison, source, source, each.made_at, f"Head{every}", f"Note{every}", "http://localhost/")


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("docx", "tei.xml", JSON)])
def test_no_file_has_an_invisible_character(name: str) -> None:
    """BAD_INPUT 25. A terminal that shows the file obeys none of them."""
    written = FORMATS[name].write(hostile_sheet()).decode("utf-8-sig")
    assert not set(UNSEEN) & set(written)
    for label in ("ESC", "BEL", "CSI"):
        assert label in written, label


@pytest.mark.parametrize("name", ["docx", "tei.xml"])
def test_a_file_in_xml_shows_every_control_character_by_a_picture(name: str) -> None:
    """BAD_INPUT 25. Marks of direction stay there: the text is either side to the letter."""
    written = FORMATS[name].write(hostile_sheet())
    parts = [written]
    if name == "docx":
        with zipfile.ZipFile(BytesIO(written)) as file:
            parts = [file.read(part) for part in file.namelist() if part.endswith(".xml")]
    found = {character for part in parts for character in etree.fromstring(part).xpath("string()")}
    assert not found & set(CONTROLS)
    assert {"␁", "␛", "␡"} <= found


def test_invisible_characters_differ_in_the_diff() -> None:
    written = unified.write(sheet("One \x01 two.", "One \x02 two.")).decode()
    assert written.endswith("-One [SOH] two.\n+One [STX] two.\n")


def test_markup_in_titles_and_outlets_is_text() -> None:
    """BAD_INPUT 22."""
    hostile = '"><img src=x onerror=alert(1)>'
    source = SheetSide(hostile, hostile, language="en", captured=hostile)
    each = Sheet(sheet(*ODD["case"]).comparison, source, source, MADE_AT, hostile, hostile, hostile)
    found = html.document_fromstring(page.write(each))
    assert not list(found.iter("img"))
    assert found.text_content().count(hostile) == 10


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
    assert len(ids) == len(set(ids))
    assert {change.id for change in sheet(*ODD["moved"]).comparison.changes} <= set(ids)
