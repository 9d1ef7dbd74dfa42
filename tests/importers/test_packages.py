"""A hostile or damaged document is refused in words, before it takes time or memory."""

import struct
from io import BytesIO
from time import monotonic
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.importers.word_files import NAMES, archive, paragraph, word_file
from webapp.errors import InvalidInput, TooLarge
from webapp.importers.formats import read

LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def document(xml: str | bytes) -> bytes:
    """Return a document whose main part is this."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", xml)
    return file.getvalue()


def with_flag(data: bytes) -> bytes:
    """Return an archive whose entries say that they are encrypted."""
    place = data.index(b"PK\x01\x02")
    return data[: place + 8] + struct.pack("<H", 1) + data[place + 10 :]


WHOLE = word_file(paragraph("The mayor said no."))


@pytest.mark.parametrize(
    ("data", "refusal", "message"),
    [
        (word_file("<w:p/>" * 1_000_000), TooLarge, "more than 1,000,000 tags"),
        (word_file("<w:p/>" * 50_001), TooLarge, "has more than 50,000 paragraphs"),
        (word_file(paragraph("a" * 30_000_000)), TooLarge, "unpacked, a document may have 20,000,000 bytes"),
        (archive({f"word/{n}.xml": "" for n in range(501)} | {"[Content_Types].xml": ""}), TooLarge, "may have 500"),
        (document(LAUGHS + f"<w:document {NAMES}>&b;</w:document>"), InvalidInput, "holds a DOCTYPE"),
        (
            document(('<?xml version="1.0" encoding="utf-16"?>' + LAUGHS + "<l>&b;</l>").encode("utf-16")),
            InvalidInput,
            "holds a DOCTYPE",
        ),
        (
            document(f'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:document {NAMES}>&a;</w:document>'),
            InvalidInput,
            "holds a DOCTYPE",
        ),
        (archive({"[Content_Types].xml": "", "word/../../evil": ""}), InvalidInput, "names a part outside itself"),
        (archive({"[Content_Types].xml": "", "/word/evil": ""}), InvalidInput, "names a part outside itself"),
        (with_flag(WHOLE), InvalidInput, "protected by a password"),
        (WHOLE[:-40], InvalidInput, "damaged or was cut off"),
        (document("<w:document"), InvalidInput, "damaged or was cut off"),
        (word_file("<w:sdt>" * 300 + "</w:sdt>" * 300), InvalidInput, "damaged or was cut off"),
    ],
    ids=[
        *("a million paragraphs", "many paragraphs", "a bomb", "many entries", "billion laughs", "laughs in UTF-16"),
        *("an external entity", "zip-slip", "an absolute name", "encrypted", "cut off", "cut-off XML", "nested deep"),
    ],
)
def test_a_hostile_document_is_refused_at_once(data: bytes, refusal: type[InvalidInput], message: str) -> None:
    """BAD_INPUT 31, 32."""
    start = monotonic()
    with pytest.raises(refusal, match=message):
        read(data, "story.docx")
    assert monotonic() - start < 5


def test_pictures_do_not_count_as_unpacked_text() -> None:
    picture = archive({"[Content_Types].xml": "", "word/media/picture.bmp": "\0" * 25_000_000})
    file = BytesIO(picture)
    with ZipFile(file, "a") as package:
        package.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{paragraph('A.')}</w:body></w:document>")
    assert read(file.getvalue(), "story.docx").text == "A."
