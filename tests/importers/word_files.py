"""Word documents written by hand: what python-docx cannot write."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from tests.importers.story import BLOCKS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
MAIN_PART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def archive(parts: dict[str, str]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return file.getvalue()


def word_file(body: str, **parts: str) -> bytes:
    """Return a document with this body; further parts by their names under `word/`, without the root element."""
    roots = {"styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f"<Rels><Relationship Type='{MAIN_PART}' Target='word/document.xml'/></Rels>",
            "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
            **{
                f"word/{name}.xml": f"<w:{roots[name]} {NAMES}>{part}</w:{roots[name]}>" for name, part in parts.items()
            },
        }
    )


def run(text: str, properties: str = "") -> str:
    marked = escape(text).replace("\u00ad", "</w:t><w:softHyphen/><w:t xml:space='preserve'>")
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{marked}</w:t></w:r>"


def paragraph(text: str, properties: str = "", extra: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}{extra}</w:p>"


def box(content: str) -> str:
    """Return a text box in the two forms that Word writes one after the other."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def note(kind: str, number: int, text: str) -> str:
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    return f"<w:{kind} w:id='{number}'><w:p>{mark}{run(' ' + text)}</w:p></w:{kind}>"


def story_file() -> bytes:
    """Return the invented story as a document."""
    body = footnotes = boxed = ""
    for kind, text in BLOCKS:
        match kind:
            case "table":
                body += table([row.split("\t") for row in text.split("\n")])
            case "note":
                footnotes = note("footnote", 2, text)
            case "box":
                boxed = box(paragraph(text))
            case "boxed":
                body += paragraph(text, extra=boxed)
            case "noted":
                body += paragraph(text, extra="<w:r><w:footnoteReference w:id='2'/></w:r>")
            case "item":
                body += paragraph(text, "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>")
            case _:
                body += paragraph(text, "<w:pStyle w:val='Title'/>" if kind == "headline" else "")
    return word_file(body, footnotes=footnotes)
