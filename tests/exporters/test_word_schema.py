"""The parts of a Word file, held to the schema beside this file and to the rules of a package (ECMA-376)."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from tests.exporters.sheets import ODD, every_sheet, revision_pairs, sheet
from webapp.exporters.word import write

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "word.xsd"))
OURS = ("word/document.xml", "word/comments.xml")
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WITH_EVERYTHING = (
    "The council met on Monday in the town hall.\n\nThe mayor of the city spoke to 12 of them.\n\n"
    "Nobody from the opposition came to listen.\n\nOne\ttab.",
    "Nobody from the opposition came to listen.\n\nThe council met on Monday in the town hall.\n\n"
    "The mayor of the city spoke to 14 of them.\n\nTwo\ttabs.\n\nAnd another.",
)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def faults(written: dict[str, bytes]) -> list[str]:
    """Return what the schema has against the parts that are ours."""
    roots = [etree.fromstring(written[name]) for name in OURS if name in written]
    return [str(fault) for root in roots if not SCHEMA.validate(root) for fault in SCHEMA.error_log]


def test_every_part_that_we_write_is_valid() -> None:
    for each in every_sheet():
        assert faults(parts(write(each))) == []


def test_so_it_is_with_revisions_of_published_pages() -> None:
    for old, new in revision_pairs():
        assert faults(parts(write(sheet(old, new)))) == []


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        (r"(<w:p>)(<w:pPr>.*?</w:pPr>)(.*?)(</w:p>)", r"\1\3\2\4"),
        (r"<w:rPr><w:ins [^>]*/></w:rPr>", "<w:rPr/>"),
        (r"(<w:ins .*?)<w:t ([^>]*)>(.*?)</w:t>", r"\1<w:delText \2>\3</w:delText>"),
        (r"<w:delText ([^>]*)>(.*?)</w:delText>", r"<w:t \1>\2</w:t>"),
        (r'<w:del w:id="\d+" w:author="Stet" w:date="[^"]*">', "<w:del>"),
        (r'w:date="2026-01-02T03:04:00Z"', 'w:date="yesterday"'),
        (r'<w:ins w:id="\d+"', '<w:ins w:id="1"'),
        (r"<w:moveToRangeEnd [^>]*/>", ""),
        (r"<w:commentRangeEnd [^>]*/>", ""),
        (r'w:name="move\d+"', 'w:name="elsewhere"'),
        (r"<w:moveFromRangeStart", "<w:moveFromRangeBegin"),
    ],
)
def test_the_schema_finds_what_word_would_refuse(found: str, instead: str) -> None:
    written = parts(write(sheet(*WITH_EVERYTHING)))
    assert faults(written) == []
    broken, times = re.subn(found, instead, written[OURS[0]].decode(), count=1)
    assert times == 1
    assert faults({OURS[0]: broken.encode()})


def test_every_comment_that_the_text_names_is_there() -> None:
    for each in every_sheet():
        written = parts(write(each))
        named = {e.get(f"{W}id") for e in etree.fromstring(written[OURS[0]]).iter(f"{W}commentReference")}
        assert named == ({e.get(f"{W}id") for e in etree.fromstring(written[OURS[1]])} if named else set())


def test_every_part_has_a_type_and_every_relationship_a_part() -> None:
    for odd in ODD.values():
        written = parts(write(sheet(*odd)))
        types = etree.fromstring(written["[Content_Types].xml"])
        names = {element.get("PartName") for element in types.iter(f"{TYPES}Override")}
        endings = {element.get("Extension") for element in types.iter(f"{TYPES}Default")}
        for name in written.keys() - {"[Content_Types].xml"}:
            assert f"/{name}" in names or name.rpartition(".")[2] in endings
        assert {name.removeprefix("/") for name in names} <= written.keys()
        assert set(targets(written)) <= written.keys()


def targets(written: dict[str, bytes]) -> Iterator[str]:
    for name in written:
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for element in etree.fromstring(written[name]).iter(RELATIONSHIP):
                yield posixpath.normpath(posixpath.join(folder, element.get("Target")))


def test_every_date_in_the_file_is_that_of_the_freezing() -> None:
    written = parts(write(sheet(*WITH_EVERYTHING)))
    dates = {date for name in OURS for date in re.findall(rb'w:date="([^"]*)"', written[name])}
    dates |= set(re.findall(rb">([^<]*)</dcterms:", written["docProps/core.xml"]))
    assert dates == {b"2026-01-02T03:04:00Z"}


def test_the_same_comparison_gives_the_same_file_byte_for_byte() -> None:
    each = sheet(*WITH_EVERYTHING)
    with zipfile.ZipFile(BytesIO(write(each))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(2026, 1, 2, 3, 4, 0)}
    assert write(each) == write(each)
