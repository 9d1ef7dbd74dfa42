"""Bytes to text: by the encoding that a file names, as browsers understand names, else by a guess that is reported."""

import codecs

import chardet
from resiliparse.parse.encoding import map_encoding_to_html5

from webapp.importers.imported import Decoded

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}

# Labels of programs on Windows that the standard for browsers does not know.
WINDOWS = {"windows-936": "gb18030", "windows-949": "cp949", "windows-932": "cp932"}

# What browsers read under a name has more characters than what Python has under it.
LARGER = {"iso8859-11": "cp874", "shift_jis": "cp932", "euc_kr": "cp949", "gbk": "gb18030", "big5": "big5hkscs"}

ERAS = chardet.EncodingEra.MODERN_WEB | chardet.EncodingEra.LEGACY_MAC
"""What a text of today may have been saved in. With DOS and mainframes among them, short texts are taken for these."""

ASCII = [chr(number) for number in range(128)]
WHOLE_PER_LOST = 5
"""Characters of UTF-8 for each one lost, from which a text is damaged UTF-8. Range: 2..20. Why: in other encodings the
bytes of several letters form one by chance at best. Cases: tests/importers/test_plain.py."""

REPLACEMENT = "\ufffd"
NO_TEXT = {chr(number) for number in range(32)} - set("\t\n\r\f\v\x1a\x1b")


def decode_labelled(data: bytes, label: str = "") -> Decoded:
    """Return the text of bytes that a page or mail calls `label`; "" if it says nothing.

    A byte order mark wins over the label, UTF-8 over a label that does not fit. What fits nothing is replaced visibly.
    """
    marked = next((encoding for mark, encoding in MARKS.items() if data.startswith(mark)), "")
    for encoding in (marked, python_name(label), "utf-8"):
        try:
            if encoding:
                return Decoded(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    named = python_name(label)
    return (None if named else guess(data)) or _replace(data, named or "cp1252")


def python_name(label: str) -> str:
    """Return Python's name of an encoding that browsers know by this label; "" for any other label.

    >>> python_name("ISO-8859-1"), python_name("windows-874"), python_name("martian")
    ('cp1252', 'cp874', '')
    """
    tidy = label.strip().lower()
    found = WINDOWS.get(tidy) or str(map_encoding_to_html5(tidy, fallback_utf8=False) or "")
    return LARGER.get(found, found)


def guess(data: bytes) -> Decoded | None:
    """Return the likeliest text of bytes without a label; None if they are no text."""
    if _is_damaged_utf8(data):
        return _replace(data, "utf-8")
    found = chardet.detect(data, encoding_era=ERAS, prefer_superset=True)["encoding"]
    try:
        text = data.decode(found) if found else ""
    except (LookupError, UnicodeDecodeError):
        return None
    if not found or not NO_TEXT.isdisjoint(text):
        return None
    warning = f"The file does not name its encoding. It was read as {found}: check letters with accents."
    return Decoded(text, (warning,), found)


def _is_damaged_utf8(data: bytes) -> bool:
    """Return whether most of what is not ASCII is UTF-8: another encoding would garble all of it."""
    text = data.decode("utf-8", "replace")
    lost = text.count(REPLACEMENT)
    foreign = len(text) - lost - sum(map(text.count, ASCII))
    return 0 < lost * WHOLE_PER_LOST <= foreign and NO_TEXT.isdisjoint(text)


def _replace(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    lost = text.count(REPLACEMENT)
    return Decoded(text, (f"The file is damaged: {lost:,} of its characters could not be read and are shown as �.",))
