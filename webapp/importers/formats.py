"""The formats of files. To add one, write its module, its line here and its name in `display/phrases/imports.py`.

A module is loaded when a file needs it, because most readers need libraries that plain text does not.
"""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import cast

from webapp.importers.data.json_marks import is_json_feed, is_ninjs
from webapp.importers.data.xml_roots import is_feed, is_newsml, is_nitf, is_tmx, is_xliff
from webapp.importers.imported import Imported
from webapp.importers.tables.marks import UTF16_MARKS, is_story_table

ZIP = b"PK\x03\x04"
GZIP, WARC = b"\x1f\x8b", b"WARC/"
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
ZIP_END = b"PK\x05\x06"
ZIP_END_BYTES = 65_557
"""The end of a zip archive and the longest comment behind it."""

PAGE_STARTS = ("<!doctype html", "<html", "<head", "<body")
PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".doc", ".docx")
"""Pages that a word processor is to open are called documents."""

MAIL_HEAD_BYTES = 16_384
MAIL_ENDINGS = (".eml", ".mht", ".mhtml")
MAIL_FIELD = re.compile(rb"[A-Za-z][A-Za-z-]{1,40}:[ \t]|From \S")
MAIL_TRACE = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|Return-Path|DKIM-Signature):", re.IGNORECASE | re.MULTILINE
)
CAPTIONS = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:WEBVTT(?![^\s])|\s{0,100}+\d{1,9}[ \t]*\r?\n[ \t]*(?:\d+:)?\d\d?:\d\d[.,]\d{1,3}[ \t]+-->)"
)

Read = Callable[[bytes, str], Imported]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format of files.

    place      its reader, as `module:function`
    matches    whether a file has this format, by its bytes; the name decides only between formats that look alike
    is_simple  its reader is our own and takes time and memory in proportion to the file, so it needs no process
    """

    place: str
    matches: Callable[[bytes, str], bool]
    is_simple: bool = False

    def read(self, data: bytes, name: str) -> Imported:
        """Return the story in a file of this format."""
        return cast(Read, resolve_name(self.place))(data, name)


def _is_word(data: bytes, name: str) -> bool:
    """Names of parts stand uncompressed in a zip archive."""
    return data.startswith(ZIP) and b"[Content_Types].xml" in data and b"word/" in data


def _is_opendocument(data: bytes, name: str) -> bool:
    """The first part of such an archive is stored uncompressed, so that its kind stands at a known place."""
    return data.startswith(ZIP) and data[30:80].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text")


def _is_wacz(data: bytes, name: str) -> bool:
    """Names of parts stand uncompressed in a zip archive."""
    return data.startswith(ZIP) and b"datapackage.json" in data and b"archive/" in data


def _is_warc(data: bytes, name: str) -> bool:
    if not data.startswith(GZIP):
        return data.startswith(WARC)
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[:4_096], len(WARC)) == WARC
    except zlib.error:
        return False


def _is_pdf(data: bytes, name: str) -> bool:
    """Some programs write a line of their own before the mark."""
    return b"%PDF-" in data[:1_024]


def _is_page(data: bytes, name: str) -> bool:
    """A page begins with its doctype or one of its outermost elements; under its own name, with any element."""
    start = data[:2_000].decode("utf-16" if data.startswith(UTF16_MARKS) else "utf-8-sig", "replace").lstrip().lower()
    is_announced = start.startswith(("<?xml", "<!--")) and "<html" in start
    return (
        is_announced or start.startswith(PAGE_STARTS) or (start.startswith("<") and name.lower().endswith(PAGE_ENDINGS))
    )


def _is_outlook(data: bytes, name: str) -> bool:
    """Old Word files have the same container; only messages have a list of properties. Names in it are in UTF-16."""
    is_message = "__properties_version1.0".encode("utf-16-le") in data or name.lower().endswith(".msg")
    return data.startswith(COMPOUND) and is_message


def _is_packed_page(data: bytes, name: str) -> bool:
    """A page of SingleFile that unpacks itself is a page and a zip archive at once; its end has the list of parts."""
    return data.lstrip()[:1] == b"<" and ZIP_END in data[-ZIP_END_BYTES:] and b"index.html" in data


def _is_rich_text(data: bytes, name: str) -> bool:
    return data.startswith(rb"{\rtf")


def _is_mail(data: bytes, name: str) -> bool:
    """A mail begins with its head. A press release may do so too, but not with what only programs write there."""
    head = re.split(rb"\r?\n\r?\n", data[:MAIL_HEAD_BYTES], maxsplit=1)[0]
    is_head = MAIL_FIELD.match(head) is not None
    return is_head and (name.lower().endswith(MAIL_ENDINGS) or MAIL_TRACE.search(head) is not None)


def _is_captions(data: bytes, name: str) -> bool:
    return CAPTIONS.match(data) is not None


def _always(data: bytes, name: str) -> bool:
    return True


FORMATS = (
    FileFormat("webapp.importers.office.word:read", _is_word),
    FileFormat("webapp.importers.office.opendocument:read", _is_opendocument),
    FileFormat("webapp.importers.mail.outlook:read", _is_outlook),
    FileFormat("webapp.importers.web_archives.wacz:read", _is_wacz),
    FileFormat("webapp.importers.web_archives.warc:read", _is_warc),
    FileFormat("webapp.importers.pdf.document:read", _is_pdf),
    FileFormat("webapp.importers.pages.package:read", _is_packed_page),
    FileFormat("webapp.importers.feeds.feed:read", is_feed),
    FileFormat("webapp.importers.wires.nitf:read", is_nitf),
    FileFormat("webapp.importers.wires.newsml:read", is_newsml),
    FileFormat("webapp.importers.translations.xliff:read", is_xliff),
    FileFormat("webapp.importers.translations.tmx:read", is_tmx),
    FileFormat("webapp.importers.feeds.json_feed:read", is_json_feed),
    FileFormat("webapp.importers.wires.ninjs:read", is_ninjs),
    FileFormat("webapp.importers.pages.page:read", _is_page),
    FileFormat("webapp.importers.office.rich_text:read", _is_rich_text),
    FileFormat("webapp.importers.mail.mail:read", _is_mail),
    FileFormat("webapp.importers.texts.captions:read", _is_captions),
    FileFormat("webapp.importers.tables.stories:read", is_story_table),
    FileFormat("webapp.importers.texts.plain:read", _always, is_simple=True),
)
"""The first that matches reads a file."""


def find_format(data: bytes, name: str) -> FileFormat:
    """Return the format of a file."""
    return next(form for form in FORMATS if form.matches(data, name))


def read(data: bytes, name: str) -> Imported:
    """Return the story in a file. `name`: the file's name, for messages.

    Errors: InvalidInput and TooLarge say what is wrong with the file, and what to do.
    """
    return find_format(data, name).read(data, name)
