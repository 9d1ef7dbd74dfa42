"""Web pages: all text that a page shows, furniture too, since whatever looks for the story loses some of it.

The engine finds what two pages share. The parser is a browser's, so that a page is read as it was shown.
"""

import re
from datetime import date

from resiliparse.parse.html import HTMLTree

from webapp.importers.imported import Imported
from webapp.importers.pages.notes import notes_of
from webapp.importers.pages.saved import place_in, with_place
from webapp.importers.pages.text import PageText
from webapp.importers.texts.encodings import decode_labelled

NAME = "html/2"

HEAD_BYTES = 4_096
CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")

TITLES = ("og:title", "twitter:title", "dc.title")
AUTHORS = ("author", "article:author", "dc.creator", "parsely-author")
OUTLETS = ("og:site_name", "application-name")
DATES = ("article:published_time", "date", "dc.date", "datepublished", "pubdate", "parsely-pub-date")


def read(data: bytes, name: str) -> Imported:
    """Return the text of a saved web page. Errors: TooLarge if it is nested too deep."""
    decoded = decode_labelled(data, label_in(data))
    address, moment = place_in(decoded.text)
    return with_place(read_page(decoded.text, name, decoded.warnings, address), address, moment)


def label_in(data: bytes) -> str:
    """Return the encoding that a page names itself; "" if it names none."""
    label = CHARSET.search(data[:HEAD_BYTES])
    return label[1].decode("ascii", "replace") if label else ""


def read_page(
    page: str, name: str, warnings: tuple[str, ...] = (), address: str = "", *, is_mail: bool = False
) -> Imported:
    """Return the text of a web page, and what it says of the story.

    address  where it was, if that is known
    is_mail  whether it is a mail, whose writer says nothing of a story as a site does
    """
    tree = HTMLTree.parse(page.replace("\0", "\ufffd"))
    shown = PageText(tree.document.html if tree.document else "", name, address)
    about = _about(tree)
    return Imported(
        shown.text,
        NAME,
        title=_first(about, TITLES) or str(tree.title or "").strip(),
        byline=_first(about, AUTHORS),
        outlet=_first(about, OUTLETS),
        language=shown.language,
        published=_day(_first(about, DATES)),
        warnings=warnings if is_mail else (*warnings, *notes_of(tree, about, shown.text)),
    )


def _about(tree: HTMLTree) -> dict[str, str]:
    """Return what the page's meta elements say, the first of each name."""
    about: dict[str, str] = {}
    for meta in tree.head.get_elements_by_tag_name("meta") if tree.head else ():
        name = (meta.getattr("property") or meta.getattr("name") or meta.getattr("itemprop") or "").lower()
        about.setdefault(name, " ".join((meta.getattr("content") or "").split()))
    return about


def _first(about: dict[str, str], names: tuple[str, ...]) -> str:
    """Return the first of these that says something; an address says nothing to a reader."""
    return next((about[name] for name in names if about.get(name) and "://" not in about[name]), "")


def _day(written: str) -> date | None:
    """Return the day of a moment such as 2026-11-12T09:00:00Z."""
    found = DAY.match(written)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
