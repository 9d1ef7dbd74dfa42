"""The words about what was imported: what Stet took it for, and how it was read. `capture` is that of its version."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from webapp.display.phrases.figures import counted, instant

_ARCHIVE = "Web archive"
_KINDS: Mapping[str, str] = {
    "html": "Web page",
    "docx": "Word file",
    "odt": "OpenDocument file",
    "pdf": "PDF file",
    "rtf": "RTF file",
    "eml": "Mail",
    "msg": "Mail",
    "warc": _ARCHIVE,
    "wacz": _ARCHIVE,
    "srt": "Captions",
    "vtt": "Captions",
    "feed": "Feed",
    "nitf": "NITF file",
    "newsml": "NewsML-G2 file",
    "ninjs": "ninjs file",
    "xliff": "XLIFF file",
    "tmx": "TMX file",
    "csv": "Table of stories",
    "plain": "Plain text",
}


def understood(capture: Mapping[str, object], words: int) -> str:
    """Say what a file or an address was taken for; "" for a text that was pasted.

    >>> understood({"importer": "html/2", "address": "https://www.example.org/a", "warnings": ["A."]}, 612)
    'Web page of www.example.org, 612 words, 1 warning'
    """
    return looked_at(capture, words) if "address" in capture or "file" in capture else ""


def looked_at(capture: Mapping[str, object], words: int, language: str = "") -> str:
    """Say what a text is before it is stored. The language is last: its own name may be written from right to left.

    >>> looked_at({"importer": "docx/1", "file": "a.docx"}, 612, "English"), looked_at({}, 1)
    ('Word file, 612 words, English', '1 word')
    """
    address, warnings = str(capture.get("address", "")), capture.get("warnings", ())
    is_read = address or "file" in capture
    kind = _kind(capture) if is_read else ""
    host = f" of {urlsplit(address).hostname}" if address else ""
    warned = counted(len(warnings), "warning") if isinstance(warnings, Sequence) and warnings else ""
    return ", ".join(filter(None, [kind + host, counted(words, "word"), warned, language]))


def where_it_stands(capture: Mapping[str, object]) -> str:
    """Say where a story stands and when it was captured, as its file says; "" if it says neither.

    >>> where_it_stands({"link": "https://www.example.org/a", "captured": "2026-05-03T10:30:00+00:00"})
    'https://www.example.org/a, captured on 3 May 2026, 10:30 UTC'
    """
    captured = f"captured on {_captured(capture)}" if "captured" in capture else ""
    return ", ".join(filter(None, [str(capture.get("link", "")), captured]))


def to_be_fetched(host: str) -> str:
    """Say where the page at an address will come from."""
    return f"Address: it will be fetched from {host}."


def how_it_was_read(capture: Mapping[str, object]) -> str:
    """Say what was asked and answered, and which bytes were read by what; "" where this was not recorded."""
    said = []
    if "asked" in capture:
        said.append(f"Asked for {capture['asked']}, answered with status {capture['status']}.")
    archive, whole = "web archive" if _kind(capture) == _ARCHIVE else "", capture.get("whole")
    if isinstance(whole, Mapping) and (address := whole.get("address") or whole.get("link")):
        said.append(f"From the {archive or 'page'} at {address}.")
    if "file" in capture:
        said.append(f"From the {archive or 'file'} {capture['file']}.")
    if "encoding" in capture:
        said.append(_encoding(capture))
    if "part" in capture:
        said.append(f"It is story {capture['part']} of {capture['parts']}.")
    if "link" in capture:
        said.append(f"Said there to stand at {capture['link']}.")
    if "captured" in capture:
        said.append(f"Said there to be captured on {_captured(capture)}.")
    if "raw_sha256" in capture and said:
        said.append(f"Read by {capture['importer']} from bytes with the SHA-256 {capture['raw_sha256']}.")
    return " ".join(said)


def _encoding(capture: Mapping[str, object]) -> str:
    how = "as was said when it was added" if capture.get("encoding_by") == "name" else "a guess: it does not say so"
    return f"Its letters were read as {capture['encoding']}, {how}."


def _kind(capture: Mapping[str, object]) -> str:
    return _KINDS.get(str(capture.get("importer", "")).partition("/")[0], "File")


def _captured(capture: Mapping[str, object]) -> str:
    return instant(datetime.fromisoformat(str(capture["captured"])))
