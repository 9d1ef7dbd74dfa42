"""TEI P5, chapter 13 (critical apparatus), by parallel segmentation.

What both texts share is written once; each difference is an <app> with a reading of either witness. The end of a
paragraph is a milestone, since a difference may run across it.
"""

from itertools import groupby

from lxml import etree

from webapp.display.phrases.files import made_by
from webapp.engine.model import Op
from webapp.exporters.merge import MergedRun, runs
from webapp.exporters.model import Sheet
from webapp.exporters.xml_text import append_text, xml_text

NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
WITNESSES: tuple[tuple[Op, str], ...] = (("delete", "old"), ("insert", "new"))


def write(sheet: Sheet) -> bytes:
    """Return the file."""
    root = etree.Element(f"{{{NAMESPACE}}}TEI", nsmap={None: NAMESPACE})
    _write_header(root, sheet)
    block = _add(_add(_add(root, "text"), "body"), "ab")
    for key, group in groupby(runs(sheet.comparison), key=lambda run: (run.op == "equal", run.move)):
        is_equal, move = key
        if is_equal:
            for run in group:
                _write_text(block, run.text)
        else:
            _write_difference(block, list(group), move)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _write_header(root: etree._Element, sheet: Sheet) -> None:
    header = _add(root, "teiHeader")
    file = _add(header, "fileDesc")
    _add(_add(file, "titleStmt"), "title", sheet.heading)
    published = _add(file, "publicationStmt")
    _add(published, "p", f"{made_by(sheet.comparison, sheet.made_at.date())} {sheet.link}")
    witnesses = _add(_add(file, "sourceDesc"), "listWit")
    for name, source, side in (
        ("old", sheet.old, sheet.comparison.old),
        ("new", sheet.new, sheet.comparison.new),
    ):
        description = ". ".join((*source.facts, f"SHA-256 {side.sha256}"))
        _add(witnesses, "witness", description).set(XML_ID, name)
    encoding = _add(header, "encodingDesc")
    _add(encoding, "variantEncoding").attrib.update({"method": "parallel-segmentation", "location": "internal"})


def _write_difference(block: etree._Element, group: list[MergedRun], move: int | None) -> None:
    app = _add(block, "app")
    if move is not None:
        here, there = ("from", "to") if group[0].op == "delete" else ("to", "from")
        app.attrib.update({"type": "move", XML_ID: f"move{move}-{here}", "corresp": f"#move{move}-{there}"})
    for op, witness in WITNESSES:
        reading = _add(app, "rdg")
        reading.set("wit", f"#{witness}")
        for run in group:
            if run.op == op:
                _write_text(reading, run.text)


def _write_text(parent: etree._Element, text: str) -> None:
    for number, part in enumerate(xml_text(text).split("\n")):
        if number:
            _add(parent, "milestone").set("unit", "paragraph")
        append_text(parent, part)


def _add(parent: etree._Element, tag: str, text: str = "") -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}")
    element.text = xml_text(text) or None
    return element
