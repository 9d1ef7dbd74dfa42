"""The invented story in several languages, written by python-docx, and as an OpenDocument text for LibreOffice."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.importers import word_files
from tests.importers.story import BLOCKS, characters

Blocks = Sequence[tuple[str, str]]
"""Kinds and texts in reading order, as in story.py. {base/reading} stands for a word with ruby."""

RUBY = re.compile(r"\{(.+?)\/(.+?)\}")
RAISED = "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def stories() -> Mapping[str, Blocks]:
    """Return the story by language."""
    world = tomllib.loads(Path(__file__).with_name("stories_world.toml").read_text(encoding="utf-8"))
    told = {
        code: [(kind, characters(text)) for block in blocks for kind, text in block.items()]
        for code, blocks in world.items()
    }
    return {"en": BLOCKS, **told}


def plain(blocks: Blocks) -> str:
    """Return the story as a text, without the readings of its ruby."""
    return "\n\n".join(RUBY.sub(r"\1", text) for _, text in blocks)


def _marked(text: str, ruby: str) -> str:
    """Return a text as markup. `ruby`: the markup of a word, with places for base and reading."""
    return RUBY.sub(lambda found: ruby.format(*found.groups()), escape(text))


# Word, by python-docx ------------------------------------------------------------------------------------------------

WORD_RUBY = (
    "</w:t></w:r><w:r><w:ruby><w:rubyPr><w:rubyAlign w:val='center'/><w:hps w:val='10'/><w:hpsRaise w:val='18'/>"
    "<w:hpsBaseText w:val='21'/><w:lid w:val='ja-JP'/></w:rubyPr><w:rt><w:r><w:t>{1}</w:t></w:r></w:rt><w:rubyBase>"
    "<w:r><w:t>{0}</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t xml:space='preserve'>"
)
WORD_BOX = (
    f"<w:r {word_files.NAMES} xmlns:o='urn:schemas-microsoft-com:office:office'><w:pict><v:shape type='#_x0000_t202' "
    "style='position:absolute;width:180pt;height:60pt'><v:textbox><w:txbxContent><w:p><w:r><w:t "
    "xml:space='preserve'>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def docx_story(blocks: Blocks, is_rtl: bool = False) -> bytes:
    """Return the story as python-docx writes it; box and note, which it cannot write, as Word does."""
    document = Document()
    if is_rtl:
        document.styles["Normal"].element.get_or_add_pPr().append(parse_xml(f"<w:bidi {word_files.NAMES}/>"))
    styles = {"headline": "Title", "subhead": "Heading 2", "item": "List Bullet"}
    boxed = ""
    for kind, text in blocks:
        match kind:
            case "table":
                _add_table([row.split("\t") for row in text.split("\n")], document.add_table)
            case "note":
                _add_note(document, text)
            case "box":
                boxed = text
            case _:
                paragraph = document.add_paragraph(style=styles.get(kind))
                _fill(paragraph, text)
                if kind == "boxed":
                    paragraph._p.append(parse_xml(WORD_BOX.format(escape(boxed))))
                if kind == "noted":
                    paragraph.add_run().font.superscript = True
                    reference = paragraph._p.makeelement(qn("w:footnoteReference"), {qn("w:id"): "2"})
                    paragraph.runs[-1]._r.append(reference)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _fill(paragraph: Paragraph, text: str) -> None:
    runs = f"<w:p {word_files.NAMES}><w:r><w:t xml:space='preserve'>{_marked(text, WORD_RUBY)}</w:t></w:r></w:p>"
    paragraph._p.extend(list(parse_xml(runs.replace("\u00ad", "</w:t><w:softHyphen/><w:t xml:space='preserve'>"))))


def _add_table(rows: Sequence[Sequence[str]], add: Callable) -> None:
    table = add(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _noted(text: str) -> str:
    """Return a footnote with its mark raised, as Word writes it."""
    return word_files.note("footnote", 2, text).replace("<w:r><w:f", f"<w:r>{RAISED}<w:f")


def _add_note(document, text: str) -> None:
    separators = "".join(
        f"<w:footnote w:type='{kind}' w:id='{number}'><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in enumerate(("separator", "continuationSeparator"))
    )
    content = f"<w:footnotes {word_files.NAMES}>{separators}{_noted(text)}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, content.encode(), document.part.package)
    document.part.relate_to(part, FOOTNOTES)


# OpenDocument, for LibreOffice ---------------------------------------------------------------------------------------

ODF_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [
        *(("text", "text"), ("table", "table"), ("office", "office"), ("style", "style"), ("draw", "drawing")),
        *(("svg", "svg-compatible"), ("fo", "xsl-fo-compatible")),
    ]
)
ODF_RUBY = "<text:ruby><text:ruby-base>{0}</text:ruby-base><text:ruby-text>{1}</text:ruby-text></text:ruby>"
ODF_BOX = (
    "<draw:frame text:anchor-type='paragraph' svg:width='6cm' svg:x='1cm' svg:y='0cm'>"
    "<draw:text-box fo:min-height='1cm'><text:p>{}</text:p></draw:text-box></draw:frame>"
)
ODF_NOTE = (
    "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>"
    "<text:p>{}</text:p></text:note-body></text:note>"
)
ODT = "application/vnd.oasis.opendocument.text"
ODF_MANIFEST = (
    "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0' m:version='1.3'>"
    f"<m:file-entry m:full-path='/' m:media-type='{ODT}'/><m:file-entry m:full-path='content.xml' m:media-type="
    "'text/xml'/><m:file-entry m:full-path='styles.xml' m:media-type='text/xml'/></m:manifest>"
)
ODF_STYLES = (
    f"<office:document-styles {ODF_NAMES} office:version='1.3'><office:styles><style:default-style "
    "style:family='paragraph'><style:paragraph-properties style:writing-mode='{}'/></style:default-style>"
    "<style:style style:name='Title' style:family='paragraph' style:class='chapter'/></office:styles>"
    "</office:document-styles>"
)
ODF_COLUMNS = (
    "<style:style style:name='Columns' style:family='section'><style:section-properties>"
    "<style:columns fo:column-count='{}' fo:column-gap='1cm'/></style:section-properties></style:style>"
)


def odt_story(blocks: Blocks, is_rtl: bool = False, columns: int = 1) -> bytes:
    """Return the story as an OpenDocument text, in one section with this many columns."""
    told = next(text for kind, text in blocks if kind == "note")
    body = boxed = ""
    for kind, text in blocks:
        line = _marked(text, ODF_RUBY)
        match kind:
            case "headline":
                body += f"<text:p text:style-name='Title'>{line}</text:p>"
            case "subhead":
                body += f"<text:h text:outline-level='2'>{line}</text:h>"
            case "table":
                body += _odf_table([row.split("\t") for row in line.split("\n")])
            case "box":
                boxed = ODF_BOX.format(line)
            case "item":
                body += f"<text:list><text:list-item><text:p>{line}</text:p></text:list-item></text:list>"
            case "note":
                pass
            case _:
                extra = {"boxed": boxed, "noted": ODF_NOTE.format(_marked(told, ODF_RUBY))}.get(kind, "")
                body += f"<text:p>{line}{extra}</text:p>"
    styles = ODF_STYLES.format("rl-tb" if is_rtl else "lr-tb")
    return _odf_package(
        styles,
        f"<office:document-content {ODF_NAMES} office:version='1.3'><office:automatic-styles>"
        f"{ODF_COLUMNS.format(columns)}</office:automatic-styles><office:body><office:text><text:section "
        f"text:name='Story' text:style-name='Columns'>{body}</text:section></office:text></office:body>"
        "</office:document-content>",
    )


def _odf_package(styles: str, content: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", ODT, compress_type=0)
        package.writestr("content.xml", content)
        package.writestr("styles.xml", styles)
        package.writestr("META-INF/manifest.xml", ODF_MANIFEST)
    return file.getvalue()


def _odf_table(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row) for row in rows)
    written = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return f"<table:table><table:table-column table:number-columns-repeated='{len(rows[0])}'/>{written}</table:table>"
