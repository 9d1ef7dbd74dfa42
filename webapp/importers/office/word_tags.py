"""Names in Word's XML. The strict and the transitional form of the standard differ in their namespaces only."""

from functools import lru_cache

from lxml import etree

MAIN = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
MATHS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# Removed by an accepted change, or no text: properties, instructions of fields, the readings above ruby.
SKIPPED = {
    *("del", "moveFrom", "delText", "instrText", "delInstrText", "rt"),
    *("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "rubyPr"),
}

OFF = ("0", "false", "off", "none")


def element_name(element: etree._Element) -> str:
    """Return the name of an element of Word's own, as `m:t` of a formula, as `mc:...` of alternatives; else ""."""
    return _known_name(str(element.tag))


@lru_cache(maxsize=1_000)
def _known_name(tag: str) -> str:
    space, bracket, local = tag.rpartition("}")
    space += bracket
    if space in MAIN:
        return local
    if space in MATHS:
        return f"m:{local}"
    return f"mc:{local}" if space == CHOICES else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child of a name, and its child, and so on; None if there is none."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if element_name(inner) == name), None)
    return element


def value(element: etree._Element | None, attribute: str = "val") -> str:
    """Return an attribute of Word's own, "" if it is not set."""
    if element is None:
        return ""
    names = [f"{space}{attribute}" for space in MAIN]
    return next((str(element.attrib[name]) for name in names if name in element.attrib), "")


def is_on(element: etree._Element | None) -> bool:
    """Return whether a switch such as <w:vanish/> is there and not off."""
    return element is not None and value(element).lower() not in OFF


def first_choice(alternatives: etree._Element) -> etree._Element:
    """Return the form of a box that today's Word shows; the others repeat its text. Without one, return itself."""
    return next(iter(alternatives), alternatives)


def is_placeholder(element: etree._Element) -> bool:
    """Return whether a content control is empty: its text asks to click here."""
    return is_on(child(element, "sdtPr", "showingPlcHdr"))
