"""Writes archives of web pages: WARC files (ISO 28500) and WACZ packages of them."""

import gzip
import json
from collections.abc import Mapping
from io import BytesIO
from itertools import count
from zipfile import ZIP_DEFLATED, ZipFile

ADDRESS = "https://bay.example/bridge"
MOMENT = "2026-11-12T09:00:00Z"

_numbers = count(1)


def record(kind: str, block: bytes, address: str = ADDRESS, **fields: str) -> bytes:
    """Return a record. `fields`: further ones by name, with low lines for hyphens."""
    named = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{next(_numbers)}>",
        "WARC-Target-URI": address,
        "WARC-Date": MOMENT,
        "Content-Length": str(len(block)),
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return f"WARC/1.1\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def answer(
    body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", head: Mapping[str, str] | None = None
) -> bytes:
    """Return what a server answered. `head`: further fields."""
    named = {"Content-Type": kind, **(head or {})}
    written = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return f"HTTP/1.1 {status}\r\n{written}\r\n".encode() + body


def response(body: bytes, address: str = ADDRESS, head: Mapping[str, str] | None = None, **fields: str) -> bytes:
    """Return the record of a page."""
    return record(
        "response", answer(body, head=head), address, Content_Type="application/http; msgtype=response", **fields
    )


def chunked(body: bytes, size: int = 100, extension: bytes = b"", trailer: bytes = b"") -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return (
        b"".join(b"%x%b\r\n%b\r\n" % (len(piece), extension, piece) for piece in pieces) + b"0\r\n" + trailer + b"\r\n"
    )


def packed(*records: bytes) -> bytes:
    """Return an archive whose records are packed each by itself."""
    return b"".join(map(gzip.compress, records))


def wacz_file(archives: Mapping[str, bytes], pages: list[Mapping[str, str]] | None = None) -> bytes:
    """Return a package of archives by name. `pages`: the lines of its list."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, data in archives.items():
            package.writestr(f"archive/{name}", data)
        if pages is not None:
            lines = [{"format": "json-pages-1.0", "id": "pages", "title": "All pages"}, *pages]
            package.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)))
        package.writestr("datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1"}))
    return file.getvalue()
