"""The TEI file: valid by the rules for the elements that it uses, and either witness to the letter."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.exporters.sheets import MADE_AT, ODD, every_sheet, revision_pairs, sheet
from webapp.exporters import tei
from webapp.exporters.merge import paragraphs
from webapp.exporters.model import Sheet, SheetSide
from webapp.exporters.xml_text import xml_text

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "schemas" / "tei.rng"))
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def assert_valid(written: bytes) -> None:
    """Valid by the schema; and every pointer leads to an element of its own, which no such schema checks."""
    root = etree.fromstring(written)
    SCHEMA.assertValid(root)
    ids = [name for element in root.iter() if (name := element.get(XML_ID))]
    assert len(ids) == len(set(ids))
    pointers = {value for element in root.iter() for key in ("wit", "corresp") if (value := element.get(key))}
    assert {pointer.removeprefix("#") for pointer in pointers} <= set(ids)


def witness(root: etree._Element, name: str) -> str:
    """Return the text of one witness; a milestone ends a paragraph."""
    said = ""
    for event, element in etree.iterwalk(root.find(f".//{TEI}ab"), events=("start", "end")):
        readings = [e.get("wit") for e in (element, *element.iterancestors()) if e.tag == f"{TEI}rdg"]
        is_ours = not readings or readings == [f"#{name}"]
        if event == "start" and is_ours:
            said += ("\n" if element.tag == f"{TEI}milestone" else "") + (element.text or "")
        if event == "end" and element.tag != f"{TEI}ab":
            outer = [e.get("wit") for e in element.iterancestors() if e.tag == f"{TEI}rdg"]
            in_app = element.getparent().tag == f"{TEI}app"
            said += (element.tail or "") if not in_app and outer in ([], [f"#{name}"]) else ""
    return said


def test_it_is_valid_whatever_is_compared() -> None:
    for each in every_sheet():
        assert_valid(tei.write(each))


def test_it_is_valid_with_revisions_of_published_pages() -> None:
    for old, new in revision_pairs():
        assert_valid(tei.write(sheet(old, new)))


def test_it_is_valid_with_every_title_and_outlet() -> None:
    """BAD_INPUT 22, 25."""
    hostile = SheetSide('"><rdg wit="#x">\x01 &amp; ]]>', outlet="\u202e\ufffe", language="en-GB", captured="<p>")
    each = Sheet(sheet(*ODD["moved"]).comparison, hostile, SheetSide(""), MADE_AT, title="\x0b", link="https://x/?a&b")
    assert_valid(tei.write(each))


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        ('<rdg wit="#new"', '<rdg wit="#third"'),
        (r"<app\b", '<app from="#x"'),
        ("<milestone unit=.paragraph./>", "<milestone/>"),
        ("<listWit>.*</listWit>", ""),
        ('method="parallel-segmentation"', 'method="side-by-side"'),
        ('type="move"', 'type="walk"'),
        ("<(/?)ab>", r"<\1paragraph>"),
    ],
)
def test_the_schema_finds_what_tei_does_not_know(found: str, instead: str) -> None:
    written = tei.write(sheet("A.\n\n" + ODD["moved"][0], "B.\n\n" + ODD["moved"][1])).decode().partition("?>")[2]
    assert SCHEMA.validate(etree.fromstring(written))
    broken, times = re.subn(found, instead, written)
    assert times
    assert not SCHEMA.validate(etree.fromstring(broken))


def test_either_witness_is_its_text_to_the_letter() -> None:
    for each in every_sheet():
        root = etree.fromstring(tei.write(each))
        for name in ("old", "new"):
            assert witness(root, name) == xml_text("\n".join(paragraphs(getattr(each.comparison, name))))


def test_it_declares_its_method_and_links_the_two_places_of_a_move() -> None:
    root = etree.fromstring(tei.write(sheet(*ODD["moved"])))
    assert root.find(f".//{TEI}variantEncoding").get("method") == "parallel-segmentation"
    moves = {app.get(XML_ID): app.get("corresp") for app in root.iter(f"{TEI}app") if app.get("type") == "move"}
    assert moves
    assert all(moves[there.removeprefix("#")] == f"#{here}" for here, there in moves.items())
