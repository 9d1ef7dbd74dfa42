"""XML files of any origin: parsed within limits. No entity is opened and nothing is loaded.

Feeds are often not well-formed. What a reader of feeds mends is mended here, with a warning if text may be missing.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from html.entities import html5

from lxml import etree

from webapp.errors import InvalidInput, TooLarge
from webapp.importers.data.xml_roots import utf16_of
from webapp.importers.texts.encodings import REPLACEMENT, decode_labelled

MAX_TAGS = 1_000_000
"""As of a part of a document: see packages.py."""

BROKEN = "The file is not well-formed XML, so that parts of it may be missing. It breaks at line {line:,}."

DECLARATION = re.compile(r"\s*+<\?xml\s[^>]*?\?>")
ENCODING = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{1,40})[\"']")
ENTITY = re.compile(r"<!ENTITY\s")
CDATA, CDATA_END = "<![CDATA[", "]]>"
NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]*+);")
BARE = re.compile(r"&(?![A-Za-z#][A-Za-z0-9]*+;)")
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
OF_XML = {"amp", "lt", "gt", "quot", "apos"}

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
BASE = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True, slots=True)
class XmlFile:
    """The outermost element of a file, and what a reader should know of how it was read."""

    root: etree._Element
    warnings: tuple[str, ...]


def parse_xml(data: bytes, name: str) -> XmlFile:
    """Parse a file. `name`: the file's name, for messages.

    Errors: InvalidInput if it is no XML or declares entities of its own; TooLarge above a limit.
    """
    decoded = decode_labelled(data, utf16_of(data) or _label(data))
    root, warnings = parse_text(decoded.text, name)
    return XmlFile(root, (*decoded.warnings, *warnings))


def parse_text(written: str, name: str) -> tuple[etree._Element, tuple[str, ...]]:
    """Parse XML, and return its outermost element and warnings. Errors: as of `parse_xml`."""
    text = DECLARATION.sub("", written.lstrip("\ufeff \t\r\n"), count=1)
    if text.count("<") > MAX_TAGS:
        raise TooLarge(f"{name} has more than {MAX_TAGS:,} tags, the most that Stet reads.")
    pieces = list(_cut(text))
    if any(ENTITY.search(piece) for piece in pieces if not piece.startswith(CDATA)):
        raise InvalidInput(f"{name} declares entities of its own, which Stet does not open. Save it without them.")
    tidy = "".join(piece if piece.startswith(CDATA) else _tidy(piece) for piece in pieces)
    tidy = NOT_XML.sub(REPLACEMENT, tidy)
    try:
        return _parse(tidy, recover=False), ()
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
    try:
        return _parse(tidy, recover=True), (BROKEN.format(line=line),)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InvalidInput(f"{name} is not XML that can be read. It breaks at line {line:,}.") from error


def _label(data: bytes) -> str:
    """Return the encoding that a file declares. What is UTF-8 is never another, whatever a program wrote above it."""
    declared = ENCODING.match(data.lstrip(b"\xef\xbb\xbf \t\r\n"))
    with suppress(UnicodeDecodeError):
        if data.decode() and not data.isascii():
            return "utf-8"
    return declared[1].decode("ascii") if declared else ""


def words_of(element: etree._Element | None) -> str:
    """Return the text in an element as one line; "" without an element."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def inherited(element: etree._Element, attribute: str) -> str:
    """Return an attribute of the element or of the nearest around it that has one; "" if none has."""
    around = (each.get(attribute) for each in (element, *element.iterancestors()))
    return next((value for value in around if value), "")


def _parse(text: str, *, recover: bool) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
        strip_cdata=True,
    )
    root = etree.fromstring(text, parser)
    if root is None:
        raise ValueError("no element")
    return root


def _cut(text: str) -> Iterator[str]:
    """Yield the sections that hold text as it is (CDATA), and what stands between them."""
    place = 0
    while (start := text.find(CDATA, place)) >= 0 and (end := text.find(CDATA_END, start)) >= 0:
        yield text[place:start]
        yield text[start : end + len(CDATA_END)]
        place = end + len(CDATA_END)
    yield text[place:]


def _tidy(text: str) -> str:
    """Return text whose entities are those of XML: others are written as their characters, as in web pages."""
    return BARE.sub("&amp;", NAMED.sub(_character, text)) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    character = html5.get(f"{found[1]};", "")
    if found[1] in OF_XML:
        return found[0]
    return f"&amp;{found[1]};" if not character or character in "<>&\"'" else character
