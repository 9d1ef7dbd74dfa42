"""Text files whose encoding a person names."""

import codecs

import pytest

from tests.importers.word_files import story_file
from webapp.errors import InvalidInput
from webapp.importers.formats import read
from webapp.importers.texts.named import OTHERS, in_utf8
from webapp.input.files import read_file
from webapp.input.limits import DEFAULT_LIMITS

SAID = "Starosta Łodzi powiedział: „nie”."
OLD = SAID.encode("cp1250")


@pytest.mark.parametrize("label", ["windows-1250", "cp1250", " Windows-1250 ", "x-cp1250"])
def test_a_text_is_read_in_the_encoding_that_is_named(label: str) -> None:
    story = read_file(OLD, "a.txt", DEFAULT_LIMITS, encoding=label)
    assert (story.text, story.warnings) == (SAID, ())
    assert (story.encoding, story.encoding_by) == (label.strip(), "name")


def test_a_guess_is_recorded_as_one() -> None:
    story = read_file("Der Bürgermeister von Köln sagte: „nein“.".encode("cp1252"), "a.txt", DEFAULT_LIMITS)
    assert (story.encoding, story.encoding_by) == ("Windows-1252", "guess")


@pytest.mark.parametrize("encoding", OTHERS)
def test_every_other_encoding_is_one_that_python_has(encoding: str) -> None:
    assert read(in_utf8("abc".encode(encoding), "a.txt", encoding), "a.txt").text == "abc"


@pytest.mark.parametrize("label", ["MacRoman", "CP932", "utf-16-le", "Windows-1252", "GB18030"])
def test_every_name_in_the_warning_about_a_guess_can_be_named(label: str) -> None:
    assert in_utf8(b"A\n", "a.txt", label).startswith(codecs.BOM_UTF8)


@pytest.mark.parametrize(
    "data", [SAID.encode(), codecs.BOM_UTF8 + SAID.encode(), SAID.encode("utf-16"), story_file(), b"<html><p>\xe9"]
)
def test_a_file_that_says_itself_how_it_is_read_is_left_as_it_is(data: bytes) -> None:
    assert in_utf8(data, "a", "windows-1250") is data
    assert read_file(data, "a", DEFAULT_LIMITS, encoding="windows-1250").encoding_by != "name"


def test_japanese_mail_text_in_ascii_letters_is_read_by_its_name() -> None:
    text = "市長は否定した。"
    assert read(in_utf8(text.encode("iso2022_jp"), "a.txt", "iso-2022-jp"), "a.txt").text == text


def test_a_table_is_read_in_the_encoding_that_is_named() -> None:
    data = f"title;text\nNie;{SAID}\nTak;Tak.\n".encode("cp1250")
    story = read_file(data, "a.csv", DEFAULT_LIMITS, encoding="windows-1250")
    assert story.stories[0].text == f"Nie\n\n{SAID}"
    assert (story.encoding, story.encoding_by) == ("windows-1250", "name")


@pytest.mark.parametrize("label", ["martian", "utf-7", "idna", "punycode", "rot13", "zlib", "..", "\0", "x" * 1_000])
def test_an_unknown_encoding_is_refused_and_some_known_ones_are_named(label: str) -> None:
    with pytest.raises(InvalidInput, match="Stet knows no encoding named .* It knows windows-1252, ") as refusal:
        in_utf8(OLD, "a.txt", label)
    assert (refusal.value.field, len(refusal.value.message) < 250) == ("encoding", True)


def test_an_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"a\.txt is not windows-1252 text: byte 5 is invalid\. Name another"):
        in_utf8(b"Caf\xe9\x81", "a.txt", "windows-1252")
