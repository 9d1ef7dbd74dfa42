"""Pieces of web pages, and XML much like them, as texts: they are read as pages are."""

import re
from collections.abc import Collection, Mapping
from html import escape, unescape

from lxml import etree

from webapp.importers.data.xml_file import local
from webapp.importers.pages.page import read_page

MARKUP = re.compile(r"<(?:/?[a-z][a-z0-9]*+(?:\s[^<>]*+)?/?>|!--)", re.IGNORECASE)
BLOCK_ENDS = re.compile(r"</(?:p|div|li|h[1-6]|td|blockquote|a|b|i|em|strong)>|<br\s*/?>", re.IGNORECASE)
CHARACTER = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);", re.IGNORECASE)
STYLE_TAG = re.compile(r"</?(?:a|b|i|u|q|em|strong|span|sup|sub|font|small|mark|cite|br|wbr)\b[^<>]*+>", re.IGNORECASE)
VOID = {"br", "hr", "img", "wbr", "col", "input"}


def text_of_page(written: str, name: str) -> str:
    """Return the text of a piece of a web page. What was escaped twice, as some feeds do, is read twice.

    >>> text_of_page("<p>The mayor&#8217;s <b>no</b>.</p><p>Yes.</p>", "a.xml")
    'The mayor’s no.\\n\\nYes.'
    """
    once = unescape(written)
    is_escaped_twice = not MARKUP.search(written) and BLOCK_ENDS.search(once)
    return read_page(once if is_escaped_twice else written, name).text


def text_of_either(written: str, name: str) -> str:
    """Return the text of what may be a piece of a page or plain text, by whether markup is in it."""
    if MARKUP.search(written) or CHARACTER.search(written):
        return text_of_page(written, name)
    return written.strip()


def line_of_either(written: str, name: str) -> str:
    """Return a title that may be written as in a page, as one line. Words in angle brackets that are no markup stay.

    >>> line_of_either("AT&amp;T <b>wins</b>, 3 < 4", "a.xml")
    'AT&T wins, 3 < 4'
    """
    tidy = text_of_page(written, name) if STYLE_TAG.search(written) else unescape(written)
    return " ".join(tidy.split())


def text_of_element(
    element: etree._Element, name: str, names: Mapping[str, str] | None = None, skipped: Collection[str] = ()
) -> str:
    """Return the text of XHTML, or of XML whose elements are named after those of pages.

    names    the element of a page for each that has another name
    skipped  elements that are left out
    """
    pieces: list[str] = []
    _write(element, pieces, names or {}, skipped)
    return read_page("".join(pieces), name).text


def _write(element: etree._Element, pieces: list[str], names: Mapping[str, str], skipped: Collection[str]) -> None:
    if not isinstance(element.tag, str):
        return
    tag = names.get(local(element), local(element)).lower()
    if tag in skipped:
        return
    attributes = "".join(
        f' {key}="{escape(value)}"' for key, value in element.attrib.items() if str(key).isidentifier()
    )
    pieces.append(f"<{tag}{attributes}>{escape(element.text or '')}")
    for child in element:
        _write(child, pieces, names, skipped)
        pieces.append(escape(child.tail or ""))
    if tag not in VOID:
        pieces.append(f"</{tag}>")


def with_headline(headline: str, text: str) -> str:
    """Return a story with its headline above, unless its first paragraph is the headline, in any case.

    >>> with_headline("No", "NO\\n\\nHe left."), with_headline("No", "No one came.")
    ('NO\\n\\nHe left.', 'No\\n\\nNo one came.')
    """
    first = text.strip().partition("\n\n")[0]
    if not headline or " ".join(first.split()).casefold() == " ".join(headline.split()).casefold():
        return text
    return f"{headline}\n\n{text}".strip()
