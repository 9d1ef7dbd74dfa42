"""Plain text: read in the usual encodings; other formats are refused with a reason."""

import codecs

import pytest

from webapp.errors import InvalidInput
from webapp.importers.formats import read
from webapp.importers.texts.plain import decode

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


SAID = "Der Bürgermeister von Köln sagte am Montag, er könne das nicht bestätigen. Es gehe um £5."


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (SAID, "cp1252", "Windows-1252"),
        (SAID, "mac-roman", "MacRoman"),
        ("Мэр города сказал, что мост закроют на два года.", "cp1251", "Windows-1251"),
        ("市長は月曜日、橋を閉鎖すると述べた。", "shift_jis", "CP932"),
        ("市长周一表示，大桥将关闭两年。", "gb18030", "GB18030"),
        ("A story.", "utf-16-le", "utf-16-le"),
    ],
)
def test_a_text_in_another_encoding_is_read_with_a_warning_that_names_it(text: str, encoding: str, name: str) -> None:
    """BAD_INPUT 36."""
    story = read(text.encode(encoding), "story.txt")
    assert story.text == text
    assert story.warnings == (
        f"The file does not name its encoding. It was read as {name}: check letters with accents.",
    )


def test_damaged_utf8_shows_and_counts_what_is_lost() -> None:
    """BAD_INPUT 36."""
    story = read(SAID.encode() + b"\xff", "story.txt")
    assert story.text == f"{SAID}\ufffd"
    assert story.warnings == ("The file is damaged: 1 of its characters could not be read and are shown as �.",)


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\xff\xd8\xff\xe0 a picture", b"\x7fELF\x02\x01\x01\x00", b"A\0B"],
)
def test_what_is_no_text_is_not_guessed(data: bytes) -> None:
    """BAD_INPUT 35."""
    with pytest.raises(InvalidInput, match="is not (UTF-8|plain) text"):
        read(data, "story.txt")


def test_it_reads_the_source_of_a_web_page_as_text() -> None:
    assert decode(b"<html>", "page.html") == "<html>"
