"""`/articles/<id>/edit` and `/articles/<id>/delete`: describe an article anew, or delete it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from webapp.errors import InvalidInput
from webapp.services import MAX_ID, ArticlePage, CollectionName
from webapp.web.library.form import DescriptionForm, read_description
from webapp.web.shell.current import services
from webapp.web.shell.error_pages import status_of
from webapp.web.shell.htmx import render

changes = Blueprint("changes", __name__)

ARTICLE = f"/articles/<int(min=1, max={MAX_ID}):article_id>"


@dataclass(frozen=True, slots=True)
class EditPage:
    """What articles/edit.html receives: the article, its description as filled in, and the collections there are."""

    known: ArticlePage
    form: DescriptionForm
    collections: Sequence[CollectionName]
    error: InvalidInput | None = None


@changes.get(f"{ARTICLE}/edit")
def form(article_id: int) -> Response:
    """Show the form with an article's title, outlet, date, language and collection."""
    known = services().article(article_id)
    return _edit(EditPage(known, DescriptionForm.of(known.article), services().collection_names()))


@changes.post(f"{ARTICLE}/edit")
def describe(article_id: int) -> BaseResponse:
    """Describe an article anew, or show the form again with what is wrong."""
    filled = read_description(request.form)
    try:
        services().describe(article_id, filled.said())
    except InvalidInput as error:
        known, names = services().article(article_id), services().collection_names()
        return _edit(EditPage(known, filled, names, error), status_of(error))
    return redirect(url_for("articles.show", article_id=article_id), code=303)


@changes.get(f"{ARTICLE}/delete")
def ask(article_id: int) -> Response:
    """Show what deleting an article does, and to how many links."""
    return render("articles/delete.html", "articles/_delete_article.html", known=services().article(article_id))


@changes.post(f"{ARTICLE}/delete")
def delete(article_id: int) -> BaseResponse:
    """Delete an article."""
    services().delete_article(article_id)
    return redirect(url_for("articles.library"), code=303)


def _edit(page: EditPage, status: int = 200) -> Response:
    return render("articles/edit.html", "articles/_edit.html", status, page=page)
