"""Reads the captures of pages in WARC files (ISO 28500).

response    what a server answered: a page if it is HTML and the status is 200 or 203
resource    a page without the head of an answer
conversion  the text of a page, as in the WET files of Common Crawl
request     what was asked: from a browser, it says whether the answer went into a frame or to a script
revisit     a page that came again as it was: nothing but its digest, if the archive holds it already
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from io import BytesIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from webapp.errors import TooLarge
from webapp.importers.web_archives.answers import ArchivedAnswer, read_answer
from webapp.importers.web_archives.captures import Capture, Captures, Revisit
from webapp.importers.web_archives.unpacking import Unpacked, unpack

MAX_RECORDS = 100_000
"""That are looked at, of all kinds. Range: 20,000..1,000,000. Why: a page has some 100 with its pictures and scripts,
and a file of 160 KB may hold a million. Cases: tests/importers/test_web_archives.py."""

MAX_PAGES_BYTES = 50_000_000
"""Of all pages together, unpacked. Range: 20 to 100 million. Why: 500 pages of news have 100 KB each; they are held in
memory at once. Cases: as above."""

MAX_UNPACKED_BYTES = 100_000_000
"""Of all records together. Range: 50 to 200 million. Why: text packs to a seventh, and a file may have 10 MB; they are
held in memory. Cases: as above."""

PAGES = ("text/html", "application/xhtml+xml")
WITH_A_PAGE = (200, 203)
PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")

DESTINATION, DOCUMENT = b"sec-fetch-dest", b"document"
"""By these a browser says that it asks for a page of its own, and not for a frame or a script."""

INNER_KINDS = ("xhr", "fetch", "script", "iframe", "subframe", "sub_frame")
"""What Browsertrix calls an answer that is no page of its own."""


class CaptureReader:
    """Reads the captures of one or several WARC files. `name`: the file's name, for messages."""

    def __init__(self, name: str) -> None:
        self.found = Captures()
        self._name = name
        self._records = 0
        self._left = MAX_UNPACKED_BYTES
        self._left_for_pages = MAX_PAGES_BYTES

    def read(self, data: bytes) -> None:
        """Take the captures of a file; of a damaged one, those before the damage. Errors: TooLarge."""
        for record in self._records_of(self._unpacked(data)):
            self._records += 1
            if self._records > MAX_RECORDS:
                raise TooLarge(
                    f"{self._name} holds more than {MAX_RECORDS:,} records, the most that Stet looks at in one archive."
                )
            self._take(record)

    def _unpacked(self, data: bytes) -> bytes:
        unpacked = unpack(data, "gzip", self._left)
        if unpacked is None:
            raise TooLarge(f"{self._name} is too large: unpacked, an archive may have {MAX_UNPACKED_BYTES:,} bytes.")
        self._left -= len(unpacked.data)
        self.found.is_whole &= unpacked.is_whole
        return unpacked.data

    def _records_of(self, data: bytes) -> Iterator[WarcRecord]:
        try:
            # The iterator could unpack too, but knows no limit.
            yield from ArchiveIterator(BytesIO(data), parse_http=False, stream_detect=False)
        except (OSError, ValueError):
            self.found.is_whole = False

    def _take(self, record: WarcRecord) -> None:
        match record.record_type:
            case WarcRecordType.response:
                self._take_response(record)
            case WarcRecordType.resource | WarcRecordType.conversion:
                self._take_resource(record)
            case WarcRecordType.request:
                self._take_request(record)
            case WarcRecordType.revisit:
                self._take_revisit(record)

    def _take_response(self, record: WarcRecord) -> None:
        block = self._block(record)
        answer = read_answer(block.data)
        is_inner = _said(record, "WARC-Resource-Type").lower() in INNER_KINDS
        if answer is None or answer.status not in WITH_A_PAGE or is_inner or not _is_page(answer, record):
            return
        body = answer.unpacked(self._left_for_pages)
        if body is None:
            raise self._too_large()
        self._keep(record, Unpacked(body.data, block.is_whole and body.is_whole), answer.charset)

    def _take_resource(self, record: WarcRecord) -> None:
        kind = Message()
        kind["Content-Type"] = _said(record, "Content-Type") or "application/octet-stream"
        is_text = record.record_type == WarcRecordType.conversion and kind.get_content_type() == "text/plain"
        if is_text or kind.get_content_type() in PAGES:
            self._keep(record, self._block(record), kind.get_content_charset(""), is_text=is_text)

    def _take_request(self, record: WarcRecord) -> None:
        fields = (line.partition(b":") for line in self._block(record).data.lower().split(b"\n"))
        said = next((value.strip() for name, _, value in fields if name == DESTINATION), DOCUMENT)
        if said != DOCUMENT:
            self.found.inner |= _records(record)

    def _take_revisit(self, record: WarcRecord) -> None:
        answer = read_answer(self._block(record).data)
        digest, original = _said(record, "WARC-Payload-Digest"), _said(record, "WARC-Refers-To")
        is_page = answer is not None and _is_page(answer, record)
        self.found.revisits.append(Revisit(digest, original, _moment(record), is_page))

    def _keep(self, record: WarcRecord, body: Unpacked, charset: str, *, is_text: bool = False) -> None:
        self._left_for_pages -= len(body.data)
        if self._left_for_pages < 0:
            raise self._too_large()
        capture = Capture(
            _records(record),
            _said(record, "WARC-Payload-Digest"),
            _said(record, "WARC-Target-URI").strip("<>"),
            _moment(record),
            charset,
            body.data,
            is_text,
            body.is_whole and not _said(record, "WARC-Truncated"),
        )
        self.found.pages.append(capture)

    def _block(self, record: WarcRecord) -> Unpacked:
        data = record.reader.read()
        is_whole = len(data) == record.content_length
        self.found.is_whole &= is_whole
        return Unpacked(data, is_whole)

    def _too_large(self) -> TooLarge:
        return TooLarge(
            f"{self._name} is too large: unpacked, the pages of an archive may have {MAX_PAGES_BYTES:,} bytes together."
        )


def _is_page(answer: ArchivedAnswer, record: WarcRecord) -> bool:
    """Return whether an answer is called a page, or begins as one if it is called nothing."""
    kind = answer.media_type or _said(record, "WARC-Identified-Payload-Type")
    return kind in PAGES or (not kind and answer.body.lstrip()[:20].lower().startswith(PAGE_STARTS))


def _records(record: WarcRecord) -> frozenset[str]:
    """Return a record and those that came with it: request and answer name one another."""
    return frozenset({_said(record, "WARC-Record-ID"), *record.headers.get_multiple("WARC-Concurrent-To")} - {""})


def _said(record: WarcRecord, name: str) -> str:
    return record.headers.get(name) or ""


def _moment(record: WarcRecord) -> datetime | None:
    try:
        moment = datetime.fromisoformat(_said(record, "WARC-Date"))
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
