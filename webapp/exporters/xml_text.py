"""Text for XML 1.0, which cannot write most control characters: their pictures stand for them."""

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
_NONE = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
_WRITABLE = {**_PICTURES, **_NONE}


def xml_text(text: str) -> str:
    """Return a text that an XML file can hold, character for character."""
    return text.translate(_WRITABLE)
