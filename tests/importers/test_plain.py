"""Plain text: read in the usual encodings; other formats are refused with a reason."""

import codecs

import pytest

from webapp.errors import InvalidInput
from webapp.importers.plain import decode

TEXT = "“Ünïcode”, 发言人, 👩🏽‍🚒\r\nand\rmore\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16 little-endian", "utf-16 big-endian"],
)
def test_it_keeps_every_character(data: bytes) -> None:
    """BAD_INPUT 36, 37."""
    assert decode(data, "story.txt") == TEXT


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("story.docx", b"PK\x03\x04\x14\x00", "story.docx is a zip archive, and no document that Stet reads"),
        ("story.xlsx", b"PK\x05\x06\x14\x00", "story.xlsx is an empty zip archive"),
        ("story.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "story.doc is an old Word document (.doc)"),
        ("story.rtf", rb"{\rtf1\ansi", "story.rtf is a rich text document"),
    ],
)
def test_it_names_the_format_that_a_file_really_has(name: str, data: bytes, message: str) -> None:
    """BAD_INPUT 35."""
    with pytest.raises(InvalidInput) as refusal:
        decode(data, name)
    assert message in refusal.value.message
    assert "plain text" in refusal.value.message


def test_a_word_document_with_a_password_is_named_as_one() -> None:
    """BAD_INPUT 32."""
    with pytest.raises(InvalidInput, match="protected by a password"):
        decode(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "story.docx")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9 noir", "not UTF-8 text: byte 4 is invalid"),
        ("“Zitat”".encode("cp1252"), "not UTF-8 text: byte 1 is invalid"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not UTF-8 text"),
        (b"\x7fELF\x02\x01\x01\x00", "not plain text"),
        ("A story.".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (codecs.BOM_UTF16_LE + b"A", "not UTF-16 text"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8A\x00", "not UTF-16 text: byte 3 is invalid"),
        (codecs.BOM_UTF32_LE + "A".encode("utf-32-le"), "not plain text"),
        (b"\xed\xa0\x80", "not UTF-8 text"),
    ],
)
def test_it_refuses_what_it_cannot_read_without_loss(data: bytes, message: str) -> None:
    """BAD_INPUT 36."""
    with pytest.raises(InvalidInput) as refusal:
        decode(data, "story.txt")
    assert message in refusal.value.message


def test_it_reads_the_source_of_a_web_page_as_text() -> None:
    assert decode(b"<html>", "page.html") == "<html>"
