"""The Word file: accepting all gives new, rejecting all gives old, for our own reader and for LibreOffice."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from tests.exporters.sheets import ODD, every_sheet, revision_pairs, sample_pairs, sheet
from webapp.exporters.merge import paragraphs
from webapp.exporters.model import Sheet
from webapp.exporters.word import write
from webapp.exporters.xml_text import xml_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ACCEPTED, REJECTED = {f"{W}ins", f"{W}moveTo"}, {f"{W}del", f"{W}moveFrom"}
NO_OFFICE = "there is no LibreOffice (soffice): Word files were read by our own rules alone"

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Decide(folder As String, files As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName" : plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions" : plain(1).Value = "UTF8,LF"
  Dim none() As New com.sun.star.beans.PropertyValue
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For Each file In Split(files, ";")
    For Each decision In Array("Accept", "Reject")
      doc = StarDesktop.loadComponentFromURL(folder &amp; "/" &amp; file &amp; ".docx", "_blank", 0, hidden())
      frame = doc.CurrentController.Frame
      dispatcher.executeDispatch(frame, ".uno:" &amp; decision &amp; "AllTrackedChanges", "", 0, none())
      doc.storeToURL(folder &amp; "/" &amp; file &amp; "." &amp; decision, plain())
      doc.close(True)
    Next
  Next
End Sub
</script:module>
"""


def body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return etree.fromstring(file.read("word/document.xml"))[0]


def read(data: bytes, dropped: set[str]) -> list[str]:
    """Return the paragraphs that are left when these revisions are dropped and the others kept."""
    found = [""]
    for paragraph in body(data).iter(f"{W}p"):
        for part in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab"):
            if not dropped & {parent.tag for parent in part.iterancestors()}:
                found[-1] += "\t" if part.tag == f"{W}tab" else part.text or ""
        if not dropped & {mark.tag for mark in paragraph.iterfind(f"{W}pPr/{W}rPr/*")}:
            found.append("")
    return found[:-1]


def wanted(each: Sheet, side: str) -> list[str]:
    return [xml_text(text) for text in paragraphs(getattr(each.comparison, side))]


def assert_exact(each: Sheet) -> None:
    data = write(each)
    assert read(data, REJECTED) == wanted(each, "new")
    assert read(data, ACCEPTED) == wanted(each, "old")


def test_to_accept_all_is_new_and_to_reject_all_is_old() -> None:
    for each in every_sheet():
        assert_exact(each)


def test_the_same_of_revisions_of_published_pages() -> None:
    for old, new in revision_pairs():
        assert_exact(sheet(old, new))


def test_every_revision_has_an_author_a_date_and_a_number_of_its_own() -> None:
    revisions = list(body(write(sheet(*ODD["moved"]))).iter(*ACCEPTED, *REJECTED))
    assert {element.get(f"{W}author") for element in revisions} == {"Stet"}
    assert {element.get(f"{W}date") for element in revisions} == {"2026-01-02T03:04:00Z"}
    numbers = [element.get(f"{W}id") for element in revisions]
    assert len(numbers) == len(set(numbers)) > 0


def test_a_move_is_a_move_with_one_name_at_both_places() -> None:
    parts = body(write(sheet(*ODD["moved"])))
    names = {tag: {e.get(f"{W}name") for e in parts.iter(f"{W}{tag}RangeStart")} for tag in ("moveFrom", "moveTo")}
    assert names["moveFrom"] == names["moveTo"] != set()
    for tag in ("moveFrom", "moveTo"):
        starts, ends = ([e.get(f"{W}id") for e in parts.iter(f"{W}{tag}Range{edge}")] for edge in ("Start", "End"))
        assert starts == ends


def test_a_change_that_matters_has_one_comment_that_names_its_flags() -> None:
    each = sheet("The mayor said no to 12 of them.", "The mayor said no to 14 of them, again.")
    data = write(each)
    comments = [comment.text for comment in Document(BytesIO(data)).comments]
    mattering = [change for change in each.comparison.changes if change.weight in {"hard", "soft"}]
    assert len(comments) == len(mattering) > 0
    assert comments[0].startswith("Changed: number")
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert len(list(body(data).iter(f"{W}{tag}"))) == len(comments)


def test_deleted_text_is_written_as_deleted() -> None:
    parts = body(write(sheet("One two.", "One three.")))
    assert all(f"{W}del" in {parent.tag for parent in text.iterancestors()} for text in parts.iter(f"{W}delText"))
    assert not list(parts.iterfind(f".//{W}del//{W}t"))


def test_its_properties_say_what_it_was_made_from() -> None:
    each = sheet("One.", "Two.")
    properties = Document(BytesIO(write(each))).core_properties
    assert properties.title == "Nine / Noon"
    assert each.comparison.old.sha256 in properties.comments


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """LibreOffice with a profile of its own, whose macro accepts or rejects all changes and writes the text."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip(NO_OFFICE)
    profile = tmp_path_factory.mktemp("office")
    call(program, profile, "--terminate_after_init")
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    module.write_text(MACRO, encoding="utf-8")
    return program, profile


def call(program: str, profile: Path, *arguments: str) -> None:
    options = ("--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}")
    subprocess.run((program, *options, *arguments), check=True, capture_output=True, timeout=240)


def decided(office: tuple[str, Path], folder: Path, sheets: list[Sheet]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield for each sheet the paragraphs that LibreOffice has after accepting, and after rejecting, all changes."""
    names = [str(number) for number in range(len(sheets))]
    for name, each in zip(names, sheets, strict=True):
        (folder / f"{name}.docx").write_bytes(write(each))
    call(*office, f'macro:///Standard.Module1.Decide("{folder.as_uri()}","{";".join(names)}")')
    for name in names:
        texts = [(folder / f"{name}.{decision}").read_bytes() for decision in ("Accept", "Reject")]
        accepted, rejected = (re.sub(r"\n\Z", "", text.decode("utf-8-sig")).split("\n") for text in texts)
        yield accepted, rejected


def test_libreoffice_accepts_and_rejects_to_the_same_paragraphs(office: tuple[str, Path], tmp_path: Path) -> None:
    pairs = chain(sample_pairs(), (ODD[name] for name in ODD if name != "control characters"))
    sheets = [sheet(old, new) for old, new in pairs]
    for each, (accepted, rejected) in zip(sheets, decided(office, tmp_path, sheets), strict=True):
        assert (accepted, rejected) == (wanted(each, "new"), wanted(each, "old"))


def test_libreoffice_does_so_with_revisions_of_published_pages(office: tuple[str, Path], tmp_path: Path) -> None:
    sheets = [sheet(old, new) for old, new in revision_pairs()]
    for each, (accepted, rejected) in zip(sheets, decided(office, tmp_path, sheets), strict=True):
        assert (accepted, rejected) == (wanted(each, "new"), wanted(each, "old"))
