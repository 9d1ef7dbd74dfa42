"""Text for XML 1.0, which cannot write most control characters: their pictures stand for them.

It can write DEL and those of C1, but neither Word nor an editor shows them. DEL has a picture; for one of C1, which has
none, that of the escape sequence stands that means the same (ECMA-48, 5.3): U+009B is ␛[.
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
    """Append a text behind what an element holds. To ask for its length instead would count all its children."""
    last = next(parent.iterchildren(reversed=True), None)
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text
