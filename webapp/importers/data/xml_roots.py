"""What kind of XML a file holds, by its outermost element: its bytes decide, not its name. Nothing is parsed."""

import codecs
import re
from dataclasses import dataclass, field

HEAD_BYTES = 65_536
"""Of a file, in which its outermost element begins."""

PROLOG = re.compile(
    r"(?:\s++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[<>]*+(?:\[.*?\]\s*+)?+>)*+"
    r"<(?P<name>[^\s/<>!?&]++)(?P<written>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>",
    re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"([^\s=\"']++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")
UTF16 = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))

ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
RSS_IN_RDF = ("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://purl.org/rss/1.0")
NITF = ("", "http://iptc.org/std/NITF/2006-10-18/")
NEWSML = "http://iptc.org/std/nar/2006-10-01/"
NEWSML_ITEMS = {"newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"}


@dataclass(frozen=True, slots=True)
class XmlRoot:
    """The outermost element of a document: name without prefix, namespace, attributes as written."""

    name: str = ""
    namespace: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def utf16_of(data: bytes) -> str:
    """Return the encoding of XML in UTF-16, with or without a byte order mark; "" for any other."""
    return next((encoding for start, encoding in UTF16 if data.startswith(start)), "")


def root_of(data: bytes) -> XmlRoot:
    """Return the outermost element of XML, behind its prolog and comments; one without a name for anything else."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n\xff\xfe\0")[:1] != b"<":
        return XmlRoot()
    text = data[:HEAD_BYTES].decode(utf16_of(data) or "utf-8-sig", "replace")
    found = PROLOG.match(text.lstrip("\ufeff"))
    if found is None:
        return XmlRoot()
    prefix, _, name = found["name"].rpartition(":")
    attributes = {key: double or single for key, double, single in ATTRIBUTE.findall(found["written"])}
    return XmlRoot(name, attributes.get(f"xmlns:{prefix}" if prefix else "xmlns", ""), attributes)


def is_feed(data: bytes, name: str) -> bool:
    """Return whether a file is RSS 0.9x, 1.0 or 2.0, or Atom."""
    root = root_of(data)
    is_rss = root.name == "rss" and "version" in root.attributes
    is_rdf = root.name == "RDF" and any(space in root.attributes.values() for space in RSS_IN_RDF)
    return is_rss or is_rdf or (root.name == "feed" and root.namespace in ATOM)


def is_nitf(data: bytes, name: str) -> bool:
    root = root_of(data)
    return root.name == "nitf" and root.namespace in NITF


def is_newsml(data: bytes, name: str) -> bool:
    """Return whether a file is NewsML-G2; the older NewsML 1 is another format."""
    root = root_of(data)
    return root.name in NEWSML_ITEMS and root.namespace == NEWSML


def is_xliff(data: bytes, name: str) -> bool:
    root = root_of(data)
    return root.name == "xliff" and "version" in root.attributes


def is_tmx(data: bytes, name: str) -> bool:
    root = root_of(data)
    return root.name == "tmx" and "version" in root.attributes
