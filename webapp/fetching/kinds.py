"""Which kinds of answers can hold a story, by the label of the server and by the first bytes."""

import codecs
import re
from collections.abc import Mapping

from webapp.errors import WrongKind

TEXTS = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/markdown",
    "text/vtt",
    "application/x-subrip",
    "text/csv",
    "text/tab-separated-values",
)
"""Not RTF: whatever the label says, its letters are those that the file names."""

ENDINGS: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/feed+json": ".json",
    "application/json": ".json",
    "application/nitf+xml": ".xml",
    "application/vnd.iptc.g2.newsitem+xml": ".xml",
    "application/vnd.iptc.g2.newsmessage+xml": ".xml",
    "application/vnd.iptc.g2.packageitem+xml": ".xml",
    "application/xliff+xml": ".xlf",
    "application/vnd.ms-outlook": ".msg",
    "application/warc": ".warc",
    "application/warc+gzip": ".warc.gz",
    "application/wacz": ".wacz",
}
OF_ANY_DATA = ("application/xml", "text/xml", "application/json")
"""Labels of feeds and of what holds no story: the importers tell."""

UNSAID = ("", "application/octet-stream", "binary/octet-stream")
"""Labels that say nothing: the bytes decide."""

NO_TEXT = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
"""What no text holds, by the WHATWG's standard for telling kinds (MIME Sniffing, binary data bytes)."""

FIRST_BYTES = 4_096
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
LABELS_OF_UTF16 = ("utf-16", "unicode", "ucs-2", "iso-10646")


def check_label(media_type: str, host: str) -> None:
    """Errors: WrongKind if a server says that it sends something that holds no story."""
    if media_type not in ENDINGS and media_type not in UNSAID:
        raise WrongKind(
            f"{host} sent {media_type[:60]!r}, which holds no story that Stet reads. Web pages, feeds, plain text, PDF "
            "and Word files can be fetched."
        )


def is_any_data(media_type: str) -> bool:
    """Return whether a label leaves open whether there is a story."""
    return media_type in OF_ANY_DATA


def is_labelled_text(media_type: str) -> bool:
    """Return whether a label says that what follows is letters, in the encoding that it names."""
    return media_type in TEXTS


def check_bytes(data: bytes, media_type: str, charset: str, host: str) -> None:
    """Errors: WrongKind if what is called a text is none."""
    if is_labelled_text(media_type) and is_binary(data, charset):
        raise WrongKind(f"{host} calls this {media_type}, but it holds no text. It may be a picture or an archive.")


def is_binary(data: bytes, charset: str = "") -> bool:
    """Return whether bytes are no text in any encoding of the web."""
    is_utf16 = data.startswith(UTF16) or charset.lower().startswith(LABELS_OF_UTF16)
    return not is_utf16 and NO_TEXT.search(data[:FIRST_BYTES]) is not None
