"""A web page in one file: it asks nobody for anything and opens from a disk.

It is built of elements, never of strings, so that no text becomes markup.
"""

from importlib.resources import files

from lxml import html
from lxml.html import builder as E

from webapp.display.invisible import visible_parts, visible_text
from webapp.display.model import InlineRow, Mark, Move, Passage, Piece, Stretch
from webapp.display.phrases.changes import flag_names
from webapp.display.rows import inline
from webapp.display.rows.stretches import stretches
from webapp.engine.model import Side
from webapp.exporters.model import Sheet, SheetSide
from webapp.exporters.xml_text import append_text, xml_text

HIDDEN_WORDS = {"insert": "inserted: ", "delete": "deleted: "}
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(sheet: Sheet) -> bytes:
    """Return the file."""
    style = (files("webapp.exporters") / "page.css").read_text(encoding="utf-8")
    head = E.HEAD(
        E.META(charset="utf-8"),
        E.META({"http-equiv": "Content-Security-Policy", "content": POLICY}),
        E.META(name="viewport", content="width=device-width, initial-scale=1"),
        E.TITLE(_plain(sheet.heading)),
        E.STYLE(style),
    )
    page = E.HTML(head, E.BODY(_header(sheet), E.E.main(_reading(sheet)), _footer(sheet)), lang="en")
    written: bytes = html.tostring(page, doctype="<!doctype html>", encoding="utf-8")
    return written.replace(b"</wbr>", b"")  # HTML 4, which lxml writes, has no <wbr>; in a text this would be escaped


def _header(sheet: Sheet) -> html.HtmlElement:
    words = sheet.comparison.summary.words
    figures = f"{words.deleted:,} words deleted, {words.inserted:,} inserted, {sheet.changes:,} changes."
    header = E.E.header(E.H1(_plain(sheet.heading)))
    header.extend([E.P(_plain(sheet.note))] if sheet.note else [])
    header.extend([_side("Original", sheet.old), _side("Compared with", sheet.new), E.P(figures)])
    return header


def _side(role: str, source: SheetSide) -> html.HtmlElement:
    told = (source.title, source.outlet, str(source.published or ""), source.captured)
    return E.P(f"{role}: {_plain('; '.join(filter(None, told)))}")


def _footer(sheet: Sheet) -> html.HtmlElement:
    comparison, made = sheet.comparison, f"{sheet.made_at:%Y-%m-%d %H:%M} UTC"
    return E.E.footer(
        E.P(f"Compared by Stet, engine {comparison.engine}, {made}. {_plain(sheet.link)}"),
        *(E.P(f"{name}, SHA-256 ", E.CODE(side.sha256)) for name, side in _sides(sheet)),
    )


def _sides(sheet: Sheet) -> tuple[tuple[str, Side], ...]:
    return ("Original", sheet.comparison.old), ("Compared with", sheet.comparison.new)


def _reading(sheet: Sheet) -> html.HtmlElement:
    """The text as the page of a link has it: the same words, the same marks, furniture folded and without marks."""
    article = E.E.article()
    for stretch in stretches(inline.rows(sheet.comparison), sheet.comparison):
        if stretch.kind == "furniture":
            article.append(_furniture(stretch, sheet))
        else:
            article.extend(_row(row, sheet) for row in stretch.rows)
    return article


def _furniture(stretch: Stretch[InlineRow], sheet: Sheet) -> html.HtmlElement:
    lines = "1 line" if len(stretch.rows) == 1 else f"{len(stretch.rows):,} lines"
    page = "original’s" if stretch.rows[0].side == "old" else "other"
    opening = E.E.bdi(dir="auto")
    _add_text(opening, stretch.opening)
    folded = E.E.details(E.E.summary(f"{lines} of the {page} page around the story: ", opening))
    for row in stretch.rows:
        paragraph = _paragraph(row, sheet)
        _add_text(paragraph, row.text)
        folded.append(paragraph)
    return folded


def _row(row: InlineRow, sheet: Sheet) -> html.HtmlElement:
    paragraph = _paragraph(row, sheet)
    for passage in row.cell.passages:
        if passage.move and passage.departed:
            paragraph.append(_departed(passage, passage.move))
            continue
        if passage.move and passage.anchor:
            paragraph.append(_arrived(passage.move))
        for mark in passage.marks:
            _add_mark(paragraph, mark)
    return paragraph


def _paragraph(row: InlineRow, sheet: Sheet) -> html.HtmlElement:
    paragraph = E.P(dir="auto")
    language = (sheet.old if row.side == "old" else sheet.new).language
    if language:
        paragraph.set("lang", language)
    return paragraph


def _departed(passage: Passage, move: Move) -> html.HtmlElement:
    way = "within" if move.direction == "within" else f"{move.direction} to"
    element = _span("moved", "“")
    _add_text(element, passage.marks[0].pieces[0].text)
    _add_text(element, f"” stood here and was moved {way} paragraph {move.new_paragraph}")
    return element


def _arrived(move: Move) -> html.HtmlElement:
    way = f" {move.direction}, from paragraph {move.old_paragraph} to {move.new_paragraph}"
    element = _span(
        "moved", f"Moved{f', but still in paragraph {move.new_paragraph}' if move.direction == 'within' else way}"
    )
    if move.anchor:
        element.set("id", move.change.id)
    return element


def _add_mark(paragraph: html.HtmlElement, mark: Mark) -> None:
    if mark.change is None:
        _add_text(paragraph, mark.pieces[0].text)
        return
    element = _span(" ".join(("c", mark.change.weight, *mark.change.flags)))
    if mark.anchor:
        element.set("id", mark.change.id)
    for number, piece in enumerate(mark.pieces):
        if number and piece.op != "equal" and mark.pieces[number - 1].op != "equal":
            element.append(E.E.wbr())
        _add_piece(element, piece)
    if mark.is_named:
        element.append(_span("tag", flag_names(mark.change.flags)))
    paragraph.append(element)


def _add_piece(parent: html.HtmlElement, piece: Piece) -> None:
    if piece.op == "equal":
        _add_text(parent, piece.text)
        return
    element = E.INS() if piece.op == "insert" else E.DEL()
    element.append(_span("hidden", HIDDEN_WORDS[piece.op]))
    _add_text(element, piece.text)
    parent.append(element)


def _span(kind: str, text: str = "") -> html.HtmlElement:
    element = E.SPAN(text)
    element.set("class", kind)
    return element


def _add_text(parent: html.HtmlElement, text: str) -> None:
    """Append a text; an invisible character is shown by its short name."""
    for part in visible_parts(text):
        if part.hidden:
            parent.append(E.SPAN(part.text, title=part.hidden))
        else:
            append_text(parent, xml_text(part.text))


def _plain(text: str) -> str:
    return xml_text(visible_text(text))
