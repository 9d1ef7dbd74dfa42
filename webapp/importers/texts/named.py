"""Text files whose encoding is named by a person, because the file does not name it and a guess may be wrong."""

import re

from webapp.errors import InvalidInput
from webapp.importers.formats import find_format
from webapp.importers.texts.encodings import MARKS, python_name
from webapp.importers.texts.labelled import UTF8_MARK

COUNTS_FOR = re.compile(r"webapp\.importers\.(?:texts\.(?:plain|captions)|tables\.stories):read")
"""The formats that name no encoding, by their readers."""

OTHERS = (
    *("utf-32", "utf-32-le", "utf-32-be", "big5hkscs", "cp932", "cp949", "euc_jis_2004", "shift_jis_2004"),
    *("iso2022_jp_2", "iso2022_jp_2004", "iso2022_jp_ext", "iso2022_kr", "tis-620", "cp874"),
    *("mac-roman", "mac-cyrillic", "mac-greek", "mac-iceland", "mac-latin2", "mac-turkish"),
    *("cp437", "cp737", "cp775", "cp850", "cp852", "cp855", "cp857", "cp858", "cp862", "cp866"),
)
"""What browsers do not know: all that a guess may name, and those of DOS. A fixed list, because some of Python's codecs
take hours over a long text."""

SOME = "windows-1252, windows-1251, iso-8859-2, macintosh, cp850, koi8-r, shift_jis, gb18030, big5, euc-kr, utf-16le"
MAX_ECHO_CHARS = 40


def in_utf8(data: bytes, name: str, label: str) -> bytes:
    """Return a text file in UTF-8 with a byte order mark, read in the encoding with this name.

    A file that says itself how it is read is returned as it is: one with a byte order mark or letters in UTF-8, and one
    of any format but plain text, captions and tables. So one name serves two files of which one is in UTF-8.
    Errors: InvalidInput if there is no such encoding or the file does not fit.
    """
    encoding = _codec(label)
    if data.startswith(tuple(MARKS)) or _is_utf8(data) or not COUNTS_FOR.fullmatch(find_format(data, name).place):
        return data
    try:
        return UTF8_MARK + data.decode(encoding).encode()
    except UnicodeDecodeError as error:
        raise InvalidInput(
            f"{name} is not {_short(label)} text: byte {error.start + 1:,} is invalid. Name another encoding, or none "
            "to have it guessed.",
            "encoding",
        ) from error


def _codec(label: str) -> str:
    """Return Python's name of an encoding. Errors: InvalidInput."""
    found = python_name(label) or next((each for each in OTHERS if _tidy(each) == _tidy(label)), "")
    if not found:
        raise InvalidInput(f"Stet knows no encoding named {_short(label)!r}. It knows {SOME} and others.", "encoding")
    return found


def _tidy(label: str) -> str:
    return "".join(filter(str.isalnum, label.casefold()))


def _short(label: str) -> str:
    return label.strip()[:MAX_ECHO_CHARS]


def _is_utf8(data: bytes) -> bool:
    """Return whether letters are in UTF-8. A file in ASCII may be in any encoding, as that of Japanese mail."""
    if data.isascii():
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
