"""A mail of Outlook is read by its page, else its plain text, else its rich text."""

import struct
from datetime import date
from random import Random

import pytest
from compressed_rtf import compress

from tests.importers.outlook_files import (
    ANSI,
    BINARY,
    BODY,
    BODY_CODE_PAGE,
    CODE_PAGE,
    CONTENT_ID,
    HEADERS,
    HTML,
    INTEGER,
    RTF,
    SECTOR,
    SENDER,
    SENT,
    SUBJECT,
    TIME,
    UNICODE,
    attached_mail,
    mail_file,
)
from tests.importers.page_files import page, story_body
from tests.importers.story import HEADLINE, PLAIN
from webapp.engine import compare
from webapp.errors import InvalidInput
from webapp.importers.formats import read
from webapp.importers.process.reader import Reader

LONG = "The mayor of Lyon said no. " * 9
NOVEMBER_12 = 134_389_476_000_000_000
"""Noon of 12 November 2026, in ticks since 1601."""

RICH = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\pard The mayor \'93said\'94 no.\par Second.\par}"
RICH_PAGE = rb"""{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}
{\*\generator Microsoft Exchange Server;}\uc1\pard\plain \f0\fs24
{\*\htmltag19 <html>}{\*\htmltag34 <head>}{\*\htmltag41 </head>}{\*\htmltag50 <body>}\htmlrtf {\htmlrtf0
{\*\htmltag64 <p>}\htmlrtf \par\htmlrtf0 The mayor said {\*\htmltag84 <b>}\htmlrtf {\b \htmlrtf0 no\htmlrtf }\htmlrtf0
{\*\htmltag92 </b>}.{\*\htmltag72 </p>}{\*\htmltag64 <p>}\htmlrtf \par\htmlrtf0 Second.{\*\htmltag72 </p>}
\htmlrtf }\htmlrtf0 {\*\htmltag58 </body>}{\*\htmltag27 </html>}}"""


def test_a_whole_story_comes_out_as_it_went_in_from_either_form() -> None:
    about = {(SUBJECT, UNICODE): HEADLINE, (SENDER, UNICODE): "Ada Lindqvist", (SENT, TIME): NOVEMBER_12}
    written = read(
        mail_file({(HTML, BINARY): page(story_body()), (BODY, UNICODE): "Link <http://bay.example>", **about}), "a"
    )
    assert written.text == PLAIN
    assert compare(PLAIN, written.text).changes == ()
    assert (written.importer, written.title, written.byline) == ("msg/1", HEADLINE, "Ada Lindqvist")
    assert (written.published, written.warnings) == (date(2026, 11, 12), ())
    assert read(mail_file({(BODY, UNICODE): PLAIN.replace("\n", "\r\n"), **about}), "a").text == PLAIN


@pytest.mark.parametrize(("rich", "is_packed"), [(RICH, True), (RICH, False)])
def test_rich_text_alone_is_unpacked_and_read(rich: bytes, is_packed: bool) -> None:
    assert read(mail_file({(RTF, BINARY): compress(rich, is_packed)}), "a").text == "The mayor “said” no.\n\nSecond."


def test_a_page_wrapped_in_rich_text_is_read_without_its_marks() -> None:
    assert read(mail_file({(RTF, BINARY): compress(RICH_PAGE)}), "a").text == "The mayor said no.\n\nSecond."


@pytest.mark.parametrize(
    ("page_number", "encoding", "said"),
    [
        *((1252, "cp1252", "“£5 €”"), (874, "cp874", "นายก"), (936, "gbk", "市长"), (932, "cp932", "市長は")),
        *((949, "cp949", "시장"), (950, "big5", "市長"), (65001, "utf-8", "é市"), (28591, "cp1252", "“£5”")),
        *((20866, "koi8-r", "Мэр"), (50220, "iso-2022-jp", "市長"), (1251, "cp1251", "Мэр")),
    ],
)
def test_the_code_page_of_a_text_is_understood_as_browsers_do(page_number: int, encoding: str, said: str) -> None:
    """BAD_INPUT 36."""
    data = said.encode(encoding)
    coded = read(mail_file({(BODY, ANSI): data, (SUBJECT, ANSI): data, (CODE_PAGE, INTEGER): page_number}), "a.msg")
    assert (coded.text, coded.title, coded.warnings) == (said, said, ())
    paged = mail_file({(HTML, BINARY): b"<p>" + data, (BODY_CODE_PAGE, INTEGER): page_number})
    assert (read(paged, "a.msg").text, read(paged, "a.msg").warnings) == (said, ())


def test_a_page_without_a_code_page_names_its_encoding_itself() -> None:
    assert read(mail_file({(HTML, BINARY): "<meta charset=windows-1251><p>Мэр".encode("cp1251")}), "a").text == "Мэр"


def test_the_day_is_that_of_the_sender() -> None:
    heads = {(HEADERS, UNICODE): "Date: Wed, 11 Nov 2026 23:00:00 -0500\r\n", (SENT, TIME): NOVEMBER_12}
    assert read(mail_file({(BODY, UNICODE): "No.", **heads}), "a").published == date(2026, 11, 11)
    broken = {(HEADERS, UNICODE): "Date: today\r\n", (SENT, TIME): 2**63}
    assert read(mail_file({(BODY, UNICODE): "No.", **broken}), "a").published is None


def test_the_story_of_a_forwarded_mail_is_the_story() -> None:
    inner = attached_mail({(BODY, UNICODE): LONG, (SUBJECT, UNICODE): "Inner"})
    story = read(mail_file({(BODY, UNICODE): "See below.", (SUBJECT, UNICODE): "Outer"}, inner), "a.msg")
    assert (story.text, story.title) == (LONG, "Inner")
    assert story.warnings == ("This is the mail that was forwarded. What stands above it is left out.",)


def test_attached_files_are_named_and_pictures_of_the_text_are_not() -> None:
    file = {"__properties_version1.0": bytes(8), "__substg1.0_37010102": b"%PDF-"}
    picture = {**file, f"__substg1.0_{CONTENT_ID:04X}001F": "cid".encode("utf-16-le")}
    story = read(mail_file({(BODY, UNICODE): "The mayor said no."}, file, picture), "a.msg")
    assert story.warnings == ("The mail has 1 attached files; they are not read.",)


@pytest.mark.parametrize(
    "properties",
    [{(SUBJECT, UNICODE): "No text"}, {(BODY, UNICODE): " "}, {}],
)
def test_a_mail_without_text_is_refused(properties: dict[tuple[int, int], str]) -> None:
    """BAD_INPUT 35."""
    with pytest.raises(InvalidInput, match=r"a\.msg is a mail without text"):
        read(mail_file(properties), "a.msg")


WHOLE = mail_file({(BODY, UNICODE): PLAIN, (HTML, BINARY): page(story_body()), (SUBJECT, UNICODE): HEADLINE})


def with_entry(data: bytes, name: str, offset: int, value: int) -> bytes:
    """Return a file in whose directory a number of an entry is another."""
    changed = bytearray(data)
    struct.pack_into("<I", changed, data.index(name.encode("utf-16-le")) + offset, value)
    return bytes(changed)


def with_chain(data: bytes, sector: int, following: int) -> bytes:
    """Return a file in which another sector follows a sector."""
    changed = bytearray(data)
    table = struct.unpack_from("<I", data, 76)[0]
    struct.pack_into("<I", changed, SECTOR * (table + 1) + 4 * sector, following)
    return bytes(changed)


START, SIZE = 116, 120
PAGE_ENTRY, END_OF_CHAIN = "__substg1.0_10130102", 0xFFFFFFFE
ONLY_PLAIN = mail_file({(BODY, UNICODE): PLAIN})
BROKEN = [
    WHOLE[:-2_000],
    WHOLE[: len(WHOLE) // 2],
    with_entry(WHOLE, PAGE_ENTRY, SIZE, 2**31 - 1),
    with_entry(WHOLE, PAGE_ENTRY, SIZE, 2**31 - 2),
    with_entry(WHOLE, PAGE_ENTRY, START, 2**30),
    with_chain(ONLY_PLAIN, 1, END_OF_CHAIN),
    with_chain(ONLY_PLAIN, 1, 2**30),
    mail_file({(RTF, BINARY): compress(RICH)[:-20]}),
    mail_file({(RTF, BINARY): b"short"}),
]


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_a_damaged_mail_is_refused(data: bytes) -> None:
    """BAD_INPUT 32."""
    with pytest.raises(InvalidInput, match=r"a\.msg is damaged or was cut off"):
        read(data, "a.msg")


def test_whatever_is_wrong_in_a_file_ends_in_words() -> None:
    """BAD_INPUT 32. Chains and trees that loop are among these."""
    chance = Random(12)
    ends = len(WHOLE) - SECTOR
    with Reader() as reader:
        for _ in range(150):
            changed = bytearray(WHOLE)
            for _ in range(chance.randint(1, 4)):
                at = chance.choice(
                    [chance.randrange(ends), chance.randrange(ends, ends + SECTOR), chance.randrange(76)]
                )
                number = chance.choice([0, 1, 2, END_OF_CHAIN, 2**31 - 1, chance.randrange(40)])
                changed[at : at + 4] = struct.pack("<I", number)
            length = chance.choice([len(WHOLE), chance.randrange(len(WHOLE))])
            try:
                reader.read(bytes(changed[:length]), "a.msg")
            except InvalidInput as error:
                assert "a.msg" in error.message
