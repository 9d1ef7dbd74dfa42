"""The invented story as a web page, with furniture on demand."""

from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.importers.story import BLOCKS


def written(text: str) -> str:
    return escape(text).replace("\u00a0", "&nbsp;").replace("\u00ad", "&shy;")


def story_body() -> str:
    body = ""
    for kind, text in BLOCKS:
        line = written(text)
        match kind:
            case "headline":
                body += f"<h1>{line}</h1>\n"
            case "subhead":
                body += f"<h2>{line}</h2>"
            case "table":
                rows = ("".join(f"<td>{cell}</td>" for cell in row.split("\t")) for row in line.split("\n"))
                body += f"<table>\n{''.join(f'<tr>{row}' for row in rows)}</table>"
            case "item":
                body += f"<ul><li>{line}</ul>"
            case "box":
                body += f"<aside>{line}</aside>"
            case "noted":
                body += f'<p>{line}<sup><a href="#n1">[1]</a></sup></p>'
            case "note":
                body += f'<ol><li id="n1"><p>{line} <a href="#r1">↩</a></p></ol>'
            case _:
                body += f"<p>{line}</p>\n"
    return body


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html lang=en><meta charset=utf-8>{head}<body>{body}</body></html>".encode()


def packed(index: bytes, name: str = "index.html") -> bytes:
    """Return a page as SingleFile packs it: a page that says to wait, a zip archive, and the end of the page."""
    archive = BytesIO()
    archive.write(b"<!doctype html><html data-sfz><body hidden><div>Please wait...</div><!--")
    with ZipFile(archive, "a", ZIP_DEFLATED) as package:
        package.writestr(name, index)
        package.comment = b"--><script>unpack()</script></body></html>"
    return archive.getvalue()
