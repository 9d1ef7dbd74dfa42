"""`/watches` and `/articles/<id>/watch`: the watched articles, and the form that watches one."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from webapp.errors import InvalidInput
from webapp.services import MAX_ID, WatchedArticle
from webapp.web.library.one_article import VersionForm, show_article
from webapp.web.library.selecting import read_id
from webapp.web.shell.current import services
from webapp.web.shell.htmx import render

watches = Blueprint("watches", __name__)

LISTED = 50
"""Articles of one part of the list."""


@dataclass(frozen=True, slots=True)
class WatchesPage:
    """What articles/watches.html receives. `following`: the article behind which the next part begins; None if last."""

    watched: Sequence[WatchedArticle]
    following: int | None


@watches.get("/watches")
def show() -> Response:
    """Show the articles that are watched, and what came of the last capture of each."""
    found = services().watched(LISTED + 1, read_id(request.args, "after") or 0)
    following = found[LISTED - 1].article.id if len(found) > LISTED else None
    return render("articles/watches.html", "articles/_watches.html", page=WatchesPage(found[:LISTED], following))


@watches.post(f"/articles/<int(min=1, max={MAX_ID}):article_id>/watch")
def watch(article_id: int) -> BaseResponse:
    """Watch an article, or with `do=stop` watch it no longer; or show its page again with what is wrong."""
    if request.form.get("do") == "stop":
        services().unwatch(article_id)
    else:
        try:
            services().watch(article_id, _minutes(request.form.get("minutes", "")))
        except InvalidInput as error:
            if error.field != "minutes":
                raise
            return show_article(article_id, VersionForm(), error)
    return redirect(url_for("articles.show", article_id=article_id), code=303)


def _minutes(written: str) -> int:
    """Errors: InvalidInput if this is no number."""
    if not (written.isascii() and written.isdigit() and len(written) <= len(str(MAX_ID))):
        raise InvalidInput("Choose how often the page is fetched again.", "minutes")
    return int(written)
