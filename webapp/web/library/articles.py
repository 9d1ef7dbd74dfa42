"""`/articles`: the library, and one article with its versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, make_response, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from webapp.errors import InvalidInput
from webapp.input.limits import MAX_QUERY_CHARS
from webapp.services import MAX_ID, CollectionName, Found, TextPreview
from webapp.web.library.chosen import story_of, with_file
from webapp.web.library.form import AddForm, read_add
from webapp.web.library.one_article import VersionForm, show_article
from webapp.web.library.selecting import SelectionForm, read_before
from webapp.web.shell.current import services
from webapp.web.shell.error_pages import status_of
from webapp.web.shell.fields import read_query
from webapp.web.shell.htmx import render

articles = Blueprint("articles", __name__)

LISTED = 50
"""Articles of one part of the list."""


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """What articles/page.html and its parts receive. `form` is as it was filled in, `look` at what it would store.

    collection  the one whose articles are listed; None for the whole library
    following   the fields of the address of the next part of the list; None for the last one
    outlets     of the library, to choose from; `languages` likewise
    """

    articles: Sequence[Found]
    following: Mapping[str, str | int] | None
    selection: SelectionForm
    outlets: Sequence[str]
    languages: Sequence[str]
    collections: Sequence[CollectionName]
    collection: CollectionName | None
    form: AddForm
    error: InvalidInput | None
    look: TextPreview | None
    max_query: int = MAX_QUERY_CHARS

    @property
    def is_selected(self) -> bool:
        """Return whether the list need not have every article."""
        return self.selection != SelectionForm()


@articles.get("/articles")
def library() -> Response:
    """Show the articles that match a search, newest first: those of a collection, or of all.

    A file that is held is looked at again, so that its stories can be added apart.
    """
    form = AddForm(held=read_query(request.args, "held"))
    return _look(form) if form.held else _library(form)


@articles.post("/articles")
def add() -> BaseResponse:
    """Keep a text, a file or the page at an address as a new article, or its chosen stories as articles of their own.

    Another button only looks at it.
    """
    form, story = read_add(request.form), None
    if request.form.get("do") == "look":
        return _look(form)
    try:
        story = story_of(form)
        if request.form.get("do") == "stories":
            services().add_stories(form.described(story), request.form.getlist("story"))
            return redirect(url_for("articles.library"), code=303)
        article_id = services().add_article(form.described(story))
    except InvalidInput as error:
        return _library(with_file(form, story), error)
    return redirect(url_for("articles.show", article_id=article_id), code=303)


@articles.get(f"/articles/<int(min=1, max={MAX_ID}):article_id>")
def show(article_id: int) -> Response:
    """Show an article: its versions, what changed between them, and the text of the newest."""
    return show_article(article_id, VersionForm())


@articles.get(f"/versions/<int(min=1, max={MAX_ID}):version_id>/received")
def received(version_id: int) -> Response:
    """Return what a version was read from, to be saved. It is never shown in place, because others wrote it."""
    file = services().received(version_id)
    response = make_response(file.data)
    response.mimetype = "application/octet-stream"
    response.headers.set("Content-Disposition", "attachment", filename=file.name)
    return response


def _look(form: AddForm) -> Response:
    """Show what would be stored of what was filled in or chosen."""
    story = None
    try:
        story = story_of(form)
        look = services().look_at(form.described(story))
    except InvalidInput as error:
        return _library(with_file(form, story), error)
    return _library(with_file(form.filled_from(story), story), look=look)


def _library(form: AddForm, error: InvalidInput | None = None, look: TextPreview | None = None) -> Response:
    asked, before = SelectionForm.read(request.args), read_before(request.args)
    collection = services().collection(asked.collection) if asked.collection else None
    found = services().find_articles(asked.q, LISTED + 1, before, asked.selection())
    page = LibraryPage(
        found[:LISTED],
        asked.address(found[LISTED - 1].article.version_id) if len(found) > LISTED else None,
        asked,
        services().outlets(),
        services().languages(),
        services().collection_names(),
        collection,
        form,
        error,
        look,
    )
    if error or look:
        status = status_of(error) if error else 200
        return render("articles/page.html", "articles/_add.html", status, page=page)
    return render("articles/page.html", "articles/_articles.html", page=page)
