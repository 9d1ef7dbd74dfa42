"""Each page in an archive of the web is a story, with where and when it was captured, as far as the archive says."""

import gzip
import sys
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from random import Random

import brotli
import pytest

from tests.importers.page_files import page, story_body
from tests.importers.story import HEADLINE, PLAIN
from tests.importers.warc_files import ADDRESS, MOMENT, answer, chunked, packed, record, response, wacz_file
from webapp.engine import compare
from webapp.errors import InvalidInput, TooLarge
from webapp.importers.formats import read
from webapp.importers.process.reader import Reader

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

STORY = page(story_body(), f"<title>{HEADLINE}</title>")
OTHER = "https://bay.example/ferry"
HTTP = {"Content_Type": "application/http; msgtype=response"}
CUT = "The archive is damaged or was cut off. What stands before that was read."


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """Reads files in a process with limits."""
    with Reader() as reader:
        yield reader


def texts(*records: bytes) -> list[str]:
    return [story.text for story in read(b"".join(records), "a.warc").stories]


@pytest.mark.parametrize(
    "pack", [b"".join, lambda records: packed(*records), lambda records: gzip.compress(b"".join(records))]
)
def test_a_whole_story_comes_out_as_it_went_in(pack) -> None:  # type: ignore[no-untyped-def]
    """Records may be packed not at all, each by itself, or all in one."""
    information = record("warcinfo", b"software: tests\r\n", "", Content_Type="application/warc-fields")
    story = read(pack([information, response(STORY)]), "a.warc.gz")
    assert story.text == PLAIN
    assert compare(PLAIN, story.text).changes == ()
    assert (story.importer, story.title, story.language, story.warnings) == ("warc/1", HEADLINE, "en", ())
    (known,) = story.stories
    assert (known.address, known.captured) == (ADDRESS, datetime(2026, 11, 12, 9, tzinfo=UTC))


def test_each_page_is_a_story_of_its_own_with_its_address_and_moment() -> None:
    second = response(b"<title>Ferry</title><p>It runs.", OTHER, WARC_Date="2026-11-13T00:30:00+01:00")
    story = read(response(b"<title>Bridge</title><p>It closes.") + second, "a.warc")
    assert [(each.title, each.address, str(each.captured)) for each in story.stories] == [
        ("Bridge", ADDRESS, "2026-11-12 09:00:00+00:00"),
        ("Ferry", OTHER, "2026-11-12 23:30:00+00:00"),
    ]
    assert story.text == "It closes.\n\nIt runs."
    assert "It holds 2 stories" in story.warnings[0]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(STORY)),
        ({"Content-Encoding": "gzip"}, gzip.compress(STORY[:900]) + gzip.compress(STORY[900:])),
        ({"Content-Encoding": "x-gzip"}, gzip.compress(STORY)),
        ({"Content-Encoding": "br"}, brotli.compress(STORY)),
        ({"Content-Encoding": "zstd"}, zstd.compress(STORY)),
        ({"Content-Encoding": "deflate"}, zlib.compress(STORY)),
        ({"Content-Encoding": "deflate"}, zlib.compress(STORY)[2:-4]),
        ({"Content-Encoding": "gzip, br"}, brotli.compress(gzip.compress(STORY))),
        ({"Transfer-Encoding": "chunked"}, chunked(STORY)),
        ({"Transfer-Encoding": "Chunked"}, chunked(STORY, extension=b";part=1", trailer=b"X-Sum: 1\r\n")),
        ({"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}, chunked(gzip.compress(STORY))),
        # The archive has unpacked the body and left the head as it was.
        *(
            ({"Content-Encoding": name, "Content-Length": "9"}, STORY)
            for name in ("gzip", "br", "zstd", "deflate", "new")
        ),
        ({"Transfer-Encoding": "chunked", "Content-Length": "999999"}, STORY),
    ],
)
def test_a_body_is_unpacked_as_in_a_browser(head: Mapping[str, str], body: bytes) -> None:
    story = read(response(body, head=head), "a.warc")
    assert (story.text, story.warnings) == (PLAIN, ())


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/html; charset=windows-874", "<meta charset=utf-8><p>นายก".encode("cp874")),
        ("text/html", "<meta charset=windows-874><p>นายก".encode("cp874")),
        ("application/xhtml+xml", "<html xmlns='http://www.w3.org/1999/xhtml'><p>นายก</p></html>".encode()),
        ("", "<!DOCTYPE html><p>นายก".encode()),
    ],
)
def test_the_encoding_is_that_of_the_server_else_of_the_page(kind: str, body: bytes) -> None:
    """BAD_INPUT 36."""
    assert texts(record("response", answer(body, kind), **HTTP)) == ["นายก"]


@pytest.mark.parametrize(
    "other",
    [
        record("response", answer(b"<p>No.", status="404 Not Found"), **HTTP),
        record("response", answer(b"", status="301 Moved Permanently"), **HTTP),
        record("response", answer(b"\x89PNG", "image/png"), **HTTP),
        record("response", answer(b"p{}", "text/css"), **HTTP),
        record("response", answer(b"<p>Part", "text/html"), WARC_Resource_Type="xhr", **HTTP),
        record("response", b"not an answer", **HTTP),
        record("response", b"", **HTTP),
        record("metadata", b"<p>No.", Content_Type="text/html"),
        record("resource", b"text", "urn:text:https://bay.example", Content_Type="text/plain"),
        record("strange", b"<p>No.", Content_Type="text/html"),
        response(b"<title>Empty</title>"),
    ],
)
def test_what_is_no_page_is_passed_over(other: bytes) -> None:
    assert texts(other, response(b"<p>The mayor said no."), other) == ["The mayor said no."]


@pytest.mark.parametrize("names_answer", [True, False])
def test_a_frame_is_no_page_of_its_own(names_answer: bool) -> None:
    """A browser says in its request where the answer goes; request and answer name one another."""

    def asked(number: str, destination: str) -> bytes:
        names = (
            ({"WARC_Concurrent_To": f"<a{number}>"}, {})
            if names_answer
            else ({}, {"WARC_Concurrent_To": f"<q{number}>"})
        )
        block = f"GET / HTTP/1.1\r\nHost: bay.example\r\nSec-Fetch-Dest: {destination}\r\n\r\n".encode()
        request = record("request", block, WARC_Record_ID=f"<q{number}>", Content_Type="application/http", **names[0])
        return response(f"<p>{destination}.".encode(), WARC_Record_ID=f"<a{number}>", **names[1]) + request

    assert texts(asked("1", "iframe"), asked("2", "document"), asked("3", "empty")) == ["document."]


def test_pages_without_the_head_of_an_answer_and_texts_of_pages_are_read() -> None:
    assert texts(record("resource", "<p>Müller".encode(), Content_Type="text/html; charset=utf-8")) == ["Müller"]
    assert texts(record("conversion", "Line\nÉté\n".encode(), Content_Type="text/plain")) == ["Line\nÉté"]


def test_a_page_that_was_captured_again_unchanged_is_one_story() -> None:
    said_no = b"<p>The mayor said no."
    again = {"WARC_Payload_Digest": "sha1:NO", "WARC_Date": "2026-11-14T10:00:00Z", **HTTP}
    story = read(
        response(said_no, WARC_Payload_Digest="sha1:NO")
        + response(said_no, WARC_Date="2026-11-13T10:00:00Z")
        + record("revisit", answer(b""), **again)
        + response(b"<p>The mayor said yes."),
        "a.warc",
    )
    assert [each.text for each in story.stories] == ["The mayor said no.", "The mayor said yes."]
    assert story.stories[0].warnings == ("Further captures of the same bytes: 2, the last on 2026-11-14 10:00 UTC.",)
    assert story.stories[1].warnings == ()


def test_captures_that_refer_to_another_archive_are_counted() -> None:
    elsewhere = record("revisit", answer(b""), WARC_Payload_Digest="sha1:YES", **HTTP)
    picture = record("revisit", answer(b"", "image/png"), WARC_Payload_Digest="sha1:PNG", **HTTP)
    by_record = record("revisit", b"", WARC_Refers_To="<first>", **HTTP)
    first = response(b"<p>The mayor said no.", WARC_Record_ID="<first>")
    story = read(first + elsewhere + picture + by_record + elsewhere, "a.warc")
    assert story.warnings == (
        "Captures that only refer to a page in another file: 2.",
        f"Further captures of the same bytes: 1, the last on {MOMENT[:10]} 09:00 UTC.",
    )


def test_a_package_is_read_by_its_list_of_pages() -> None:
    records = [
        response(b"<p>The mayor said no."),
        response(b"<p>An advertisement.", "https://ads.example/"),
        response(b"<title>Own</title><p>Two ferries run.", OTHER),
    ]
    pages = [
        {"url": f"{ADDRESS}#top", "title": "Bridge", "ts": MOMENT},
        {"url": OTHER, "title": "Ferry"},
        {"url": "https://bay.example/lost"},
    ]
    package = wacz_file({"a.warc.gz": packed(*records[:2]), "b.warc": records[2], "a.cdx": b"no archive"}, pages)
    story = read(package, "a.wacz")
    assert story.importer == "wacz/1"
    assert [(each.text, each.title) for each in story.stories] == [
        ("The mayor said no.", "Bridge"),
        ("Two ferries run.", "Own"),
    ]
    assert "Pages that the archive lists and does not hold: 1." in story.warnings


@pytest.mark.parametrize("pages", [None, [], [{"url": "https://bay.example/lost"}]])
def test_a_package_whose_list_names_nothing_in_it_is_read_whole(pages: list[Mapping[str, str]] | None) -> None:
    package = wacz_file({"a.warc.gz": packed(response(STORY))}, pages)
    assert read(package, "a.wacz").text == PLAIN


WHOLE = packed(response(STORY), response(b"<p>Two ferries run.", OTHER), response(b"<p>Third."))


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (WHOLE[:-40], 2),
        (gzip.decompress(WHOLE)[:-8], 3),
        (WHOLE + b"no archive", 3),
        (WHOLE + gzip.compress(b"no archive"), 3),
        (response(STORY) + response(b"<p>Two.", Content_Length="99999999999"), 2),
        (response(STORY) + response(b"<p>Two.", Content_Length="9"), 1),
        (response(STORY) + response(b"<p>Two.", Content_Length="-9"), 1),
        (response(STORY) + b"WARC/1.0\r\nX: " + b"a" * 100_000, 1),
    ],
)
def test_of_a_damaged_archive_what_stands_before_the_damage_is_read(data: bytes, count: int) -> None:
    """BAD_INPUT 32."""
    story = read(data, "a.warc.gz")
    assert len(story.stories) == count
    assert CUT in story.warnings


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(b"<p>The mayor said no." + STORY)[:-200]),
        ({"Content-Encoding": "br"}, brotli.compress(b"<p>The mayor said no." + STORY)[:-200]),
        ({"Transfer-Encoding": "chunked"}, chunked(b"<p>The mayor said no." + STORY)[:-200]),
    ],
)
def test_a_page_that_is_not_whole_says_so(head: Mapping[str, str], body: bytes) -> None:
    story = read(response(body, head=head), "a.warc")
    assert story.text.startswith("The mayor said no.")
    assert story.warnings == ("The archive does not hold all of this page.",)
    assert read(response(STORY, WARC_Truncated="length"), "a.warc").warnings == story.warnings
    assert read(response(STORY)[:-90], "a.warc").warnings == (CUT, *story.warnings)


def test_a_page_that_cannot_be_read_is_counted() -> None:
    story = read(response(b"<div>" * 100_000 + b"Deep.") + response(STORY), "a.warc")
    assert (story.text, story.warnings) == (PLAIN, ("Pages that could not be read and are left out: 1.",))


BOMB = bytes(60_000_000)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            packed(*[response(bytes(40_000_000), head={"Content-Type": "image/png"})] * 3),
            "an archive may have 100,000,000",
        ),
        (response(gzip.compress(BOMB), head={"Content-Encoding": "gzip"}), "may have 50,000,000 bytes together"),
        (response(brotli.compress(BOMB, quality=1), head={"Content-Encoding": "br"}), "may have 50,000,000"),
        (response(zstd.compress(BOMB), head={"Content-Encoding": "zstd"}), "may have 50,000,000"),
        (response(zlib.compress(BOMB), head={"Content-Encoding": "deflate"}), "may have 50,000,000"),
        (response(gzip.compress(gzip.compress(BOMB)), head={"Content-Encoding": "gzip, gzip"}), "may have 50,000,000"),
        (gzip.compress(record("metadata", b"") * 100_001), "more than 100,000 records"),
        (b"".join(response(b"<p>%d" % number) for number in range(501)), "more than 500 stories"),
        (wacz_file({"a.warc.gz": packed(*[record("metadata", bytes(9_000_000))] * 12)}), "may have 100,000,000"),
    ],
    ids=["records", "gzip", "brotli", "zstd", "deflate", "nested", "million", "stories", "package"],
)
def test_a_hostile_archive_is_refused_with_its_limit(data: bytes, message: str, reader: Reader) -> None:
    """BAD_INPUT 13, 31, 32: within the time and memory of a reading process."""
    with pytest.raises(TooLarge, match=message) as refused:
        reader.read(data, "a.warc.gz")
    assert "a.warc.gz" in refused.value.message


@pytest.mark.parametrize(
    "data",
    [
        packed(record("warcinfo", b"x")),
        b"WARC/1.0\r\n\r\n",
        b"WARC/1.0",
        wacz_file({"a.warc": b"no archive"}),
    ],
)
def test_an_archive_without_a_page_is_refused(data: bytes) -> None:
    """BAD_INPUT 35."""
    with pytest.raises(InvalidInput, match="holds no story"):
        read(data, "a.warc")


def test_whatever_is_wrong_in_a_file_ends_in_words(reader: Reader) -> None:
    """BAD_INPUT 32."""
    chance = Random(12)
    plain = gzip.decompress(WHOLE)
    for _ in range(150):
        changed = bytearray(chance.choice([WHOLE, plain]))
        for _ in range(chance.randint(1, 6)):
            changed[chance.randrange(5, len(changed))] = chance.randrange(256)
        try:
            reader.read(bytes(changed), "a.warc.gz")
        except InvalidInput as error:
            assert "a.warc.gz" in error.message
