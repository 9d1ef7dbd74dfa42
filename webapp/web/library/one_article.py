"""The page of an article: its history, the text of its newest version, and the form that adds a version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Response, request

from webapp.errors import InvalidInput
from webapp.services import OFFERED_MINUTES, Relative, TimeLine, Version
from webapp.web.shell.current import services
from webapp.web.shell.error_pages import status_of
from webapp.web.shell.htmx import render

CHOSEN = "with"
"""The parameter that names the version which another one will be compared with."""


@dataclass(frozen=True, slots=True)
class VersionForm:
    """The form that adds a version, as filled in. `captured_at`: such as 2026-11-02T09:14, in the reader's time zone.

    `offset`: the minutes by which that zone is behind UTC.
    """

    text: str = ""
    captured_at: str = ""
    offset: str = "0"

    @classmethod
    def read(cls, fields: Mapping[str, str]) -> "VersionForm":
        return cls(fields.get("text", ""), fields.get("captured_at", "").strip(), fields.get("offset", "0").strip())


@dataclass(frozen=True, slots=True)
class OneArticlePage:
    """What articles/article.html receives: an article's history, and its newest version by lines.

    chosen       the place in the history of the version that another will be compared with; None if none is chosen
    is_one_day   all versions were captured on one day, in UTC
    relatives    the articles that share the most sentences with it
    """

    line: TimeLine
    paragraphs: Sequence[str]
    chosen: int | None
    is_one_day: bool
    form: VersionForm
    error: InvalidInput | None
    relatives: Sequence[Relative]
    offered_minutes: Sequence[int] = OFFERED_MINUTES


def show_article(article_id: int, form: VersionForm, error: InvalidInput | None = None) -> Response:
    """Show an article, or the form again with what is wrong. Errors: NotFound."""
    line = services().time_line(article_id)
    newest = services().version(line.known.article.version_id)
    near = services().relatives(article_id)
    days = {version.captured_at.date() for version in line.known.versions}
    page = OneArticlePage(line, _lines(newest), _chosen(line), len(days) == 1, form, error, near)
    return render("articles/article.html", "articles/_article.html", status_of(error) if error else 200, page=page)


def _lines(version: Version) -> list[str]:
    return [line for line in version.text.splitlines() if line.strip()]


def _chosen(line: TimeLine) -> int | None:
    """Return the place of the version that the address names, if it is one of several of this article."""
    wanted = request.args.get(CHOSEN, "")
    places = [place for place, entry in enumerate(line.entries) if str(entry.card.id) == wanted]
    return places[0] if places and len(line.entries) > 1 else None
