"""A web page in one file: it asks nobody for anything and opens from a disk.

It is built of elements, never of strings, so that no text becomes markup.
"""

from collections.abc import Iterator
from importlib.resources import files

from lxml import html
from lxml.html import builder as E

from webapp.display import inline
from webapp.display.marks import visible_parts, visible_text
from webapp.display.model import InlineRow, Move, Piece
from webapp.display.stretches import stretches
from webapp.engine.model import Side
from webapp.exporters.model import Sheet, Source
from webapp.exporters.xml_text import xml_text

MIMETYPE = "text/html"
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
    return written


def _header(sheet: Sheet) -> html.HtmlElement:
    words = sheet.comparison.summary.words
    figures = (
        f"{words.deleted:,} words deleted, {words.inserted:,} inserted, {len(sheet.comparison.changes):,} changes."
    )
    header = E.E.header(E.H1(_plain(sheet.heading)))
    header.extend([E.P(_plain(sheet.note))] if sheet.note else [])
    header.extend([_side("Original", sheet.old), _side("Compared with", sheet.new), E.P(figures)])
    return header


def _side(role: str, source: Source) -> html.HtmlElement:
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
    """Furniture is folded, as on the page."""
    article = E.E.article()
    for stretch in stretches(inline.rows(sheet.comparison), sheet.comparison):
        rows = [element for row in stretch.rows for element in _row(row, sheet)]
        if stretch.kind == "furniture":
            article.append(E.E.details(E.E.summary(f"{len(stretch.rows):,} paragraphs around the story"), *rows))
        else:
            article.extend(rows)
    return article


def _row(row: InlineRow, sheet: Sheet) -> Iterator[html.HtmlElement]:
    for passage in row.cell.passages:
        if passage.move:
            yield _moved(passage.move, passage.departed)
    paragraph = E.P(dir="auto")
    language = (sheet.old if row.kind == "dropped" else sheet.new).language
    if language:
        paragraph.set("lang", language)
    for mark in (mark for passage in row.cell.passages if not passage.departed for mark in passage.marks):
        for number, piece in enumerate(mark.pieces):
            _append(paragraph, piece, is_anchor=mark.anchor and not number)
    yield paragraph


def _moved(move: Move, departed: bool) -> html.HtmlElement:
    said = f"to paragraph {move.new_paragraph}" if departed else f"here from paragraph {move.old_paragraph}"
    element = E.P(f"A sentence was moved {said}")
    element.set("class", "moved")
    if move.anchor:
        element.set("id", move.change.id)
    return element


def _append(paragraph: html.HtmlElement, piece: Piece, is_anchor: bool) -> None:
    if piece.op == "equal":
        _add_text(paragraph, piece.text)
        return
    mark = E.INS() if piece.op == "insert" else E.DEL()
    if is_anchor and piece.change:
        mark.set("id", piece.change)
    hidden = E.SPAN(HIDDEN_WORDS[piece.op])
    hidden.set("class", "hidden")
    mark.append(hidden)
    _add_text(mark, piece.text)
    if len(paragraph) and not paragraph[-1].tail and paragraph[-1].tag in {"ins", "del"}:
        paragraph.append(E.E.wbr())
    paragraph.append(mark)


def _add_text(parent: html.HtmlElement, text: str) -> None:
    """Append a text; an invisible character is shown by its short name."""
    for part in visible_parts(xml_text(text)):
        if part.hidden:
            parent.append(E.SPAN(part.text, title=part.hidden))
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + part.text
        else:
            parent.text = (parent.text or "") + part.text


def _plain(text: str) -> str:
    return visible_text(xml_text(text))
