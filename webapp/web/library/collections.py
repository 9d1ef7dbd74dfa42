"""`/collections/<slug>`: a collection gets another name."""

from dataclasses import dataclass

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from webapp.errors import InvalidInput
from webapp.services import CollectionName
from webapp.web.shell.current import services
from webapp.web.shell.error_pages import status_of
from webapp.web.shell.htmx import render

collections = Blueprint("collections", __name__)


@dataclass(frozen=True, slots=True)
class CollectionPage:
    """What articles/collection.html receives: the collection, and its name as filled in."""

    known: CollectionName
    title: str
    error: InvalidInput | None = None


@collections.get("/collections/<slug>/edit")
def form(slug: str) -> Response:
    """Show the form with a collection's name."""
    known = services().collection(slug)
    return _edit(CollectionPage(known, known.title))


@collections.post("/collections/<slug>/edit")
def rename(slug: str) -> BaseResponse:
    """Give a collection another name, or show the form again with what is wrong."""
    known, title = services().collection(slug), request.form.get("title", "")
    try:
        slug = services().rename_collection(slug, title)
    except InvalidInput as error:
        return _edit(CollectionPage(known, title, error), status_of(error))
    return redirect(url_for("articles.library", collection=slug), code=303)


def _edit(page: CollectionPage, status: int = 200) -> Response:
    return render("articles/collection.html", "articles/_collection.html", status, page=page)
