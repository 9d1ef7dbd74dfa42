"""Plain text: decodes a file. Every character is kept except the byte order mark."""

import codecs
from pkgutil import resolve_name
from typing import cast

from webapp.errors import InvalidInput
from webapp.importers.imported import Decoded, Imported

NAME = "plain/1"

GUESS = "webapp.importers.texts.encodings:guess"
"""Named, not imported: its libraries would slow down the comparison of two files in UTF-8."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_DOCUMENT = "EncryptedPackage".encode("utf-16-le")
"""How a Word document with a password names its content."""

OTHER_FORMATS = {
    b"PK\x03\x04": "a zip archive, and no document that Stet reads",
    b"PK\x05\x06": "an empty zip archive",
    OLE: "an old Word document (.doc) or another Office file",
}


def read(data: bytes, name: str) -> Imported:
    """Return the story in a plain-text file. What is neither UTF-8 nor UTF-16 is guessed, with a warning.

    Errors: those of `decode`.
    """
    try:
        return Imported(decode(data, name), NAME)
    except InvalidInput:
        guessed = cast(Decoded | None, resolve_name(GUESS)(data)) if _may_be_text(data) else None
        if not guessed:
            raise
        return Imported(guessed.text, NAME, warnings=guessed.warnings, encoding=guessed.guessed, encoding_by=guessed.by)


def _may_be_text(data: bytes) -> bool:
    return not data.startswith(tuple(OTHER_FORMATS))


def decode(data: bytes, name: str) -> str:
    """Return the text of a plain-text file in UTF-8, or in UTF-16 with a byte order mark.

    `name`: the file's name, for messages.
    Errors: InvalidInput for another format or encoding; the message says what to do.
    """
    if data.startswith(OLE) and ENCRYPTED_DOCUMENT in data:
        raise InvalidInput(f"{name} is protected by a password. Save it without one and try again.")
    for magic, what in OTHER_FORMATS.items():
        if data.startswith(magic):
            raise InvalidInput(f"{name} is {what}. Save it as a Word document (.docx) or as plain text and try again.")
    text = _decode(data, name)
    if "\0" in text:
        raise InvalidInput(
            f"{name} is not plain text, or it is UTF-16 without a byte order mark. Save it as UTF-8 text."
        )
    return text


def _decode(data: bytes, name: str) -> str:
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if is_utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        encoding = "UTF-16" if is_utf16 else "UTF-8"
        raise InvalidInput(
            f"{name} is not {encoding} text: byte {error.start + 1:,} is invalid. Save it as UTF-8 text."
        ) from error
