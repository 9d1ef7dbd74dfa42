"""OpenDocument texts written by hand."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from tests.importers.story import BLOCKS

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [
        *(("text", "text"), ("table", "table"), ("office", "office"), ("style", "style"), ("draw", "drawing")),
        *(("svg", "svg-compatible"), ("manifest", "manifest")),
    ]
)


def opendocument_file(body: str, styles: str = "", kind: str = "text", **parts: str) -> bytes:
    """Return a document with this body and these automatic styles."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}", compress_type=0)
        package.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
        )
        for name, part in parts.items():
            package.writestr(name, part)
    return file.getvalue()


def paragraph(text: str, style: str = "Standard", extra: str = "") -> str:
    return f"<text:p text:style-name='{style}'>{escape(text)}{extra}</text:p>"


def box(content: str) -> str:
    return f"<draw:frame><draw:text-box>{content}</draw:text-box><svg:title>A box</svg:title></draw:frame>"


def note(text: str) -> str:
    return (
        "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{paragraph(text)}</text:note-body></text:note>"
    )


def table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<table:table-cell>{paragraph(cell)}</table:table-cell>" for cell in row) for row in rows)
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in cells)}</table:table>"


def story_file() -> bytes:
    """Return the invented story as a document."""
    told = next(text for kind, text in BLOCKS if kind == "note")
    body = boxed = ""
    for kind, text in BLOCKS:
        match kind:
            case "headline":
                body += f"<text:h text:style-name='Title' text:outline-level='1'>{escape(text)}</text:h>"
            case "table":
                body += table([row.split("\t") for row in text.split("\n")])
            case "box":
                boxed = box(paragraph(text))
            case "boxed":
                body += paragraph(text, extra=boxed)
            case "noted":
                body += paragraph(text, extra=note(told))
            case "item":
                body += f"<text:list><text:list-item>{paragraph(text)}</text:list-item></text:list>"
            case "paragraph" | "subhead":
                body += paragraph(text)
    return opendocument_file(body)
