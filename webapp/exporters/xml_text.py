"""Text for XML 1.0, which cannot contain most control characters: pictures replace them.

It can contain DEL and C1, but neither Word nor an editor shows them. DEL has a picture. A control of C1 has none: the
escape sequence of the same meaning replaces it (ECMA-48, 5.3), so U+009B becomes ␛[.
"""

from lxml import etree

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
_PICTURES |= {0x7F: "\u2421"} | {code: f"\u241b{chr(code - 0x40)}" for code in range(0x80, 0xA0)}
_NONE = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
_WRITABLE = {**_PICTURES, **_NONE}


def xml_text(text: str) -> str:
    """Return a text that an XML file can hold, with every control character visible."""
    return text.translate(_WRITABLE)


def append_text(parent: etree._Element, text: str) -> None:
    """Append a text to an element. Finding its last child by len() instead would count all its children."""
    last = next(parent.iterchildren(reversed=True), None)
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text
