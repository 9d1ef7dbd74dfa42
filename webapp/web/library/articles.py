"""`/articles`: the library, and one article with its versions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from webapp.errors import InvalidInput
from webapp.input.limits import MAX_QUERY_CHARS
from webapp.services import MAX_ID, ArticleCard, ArticlePage, Paste, is_address
from webapp.web.shell.current import services
from webapp.web.shell.error_pages import status_of
from webapp.web.shell.fields import read_query
from webapp.web.shell.htmx import render

articles = Blueprint("articles", __name__)


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """What articles/page.html and its parts receive. `paste` is the form as it was filled in."""

    articles: Sequence[ArticleCard]
    query: str
    paste: Paste
    error: InvalidInput | None
    max_query: int = MAX_QUERY_CHARS


@dataclass(frozen=True, slots=True)
class OneArticlePage:
    """What articles/article.html receives: the article, and its newest version by lines."""

    known: ArticlePage
    paragraphs: Sequence[str]


@articles.get("/articles")
def library() -> Response:
    """Show the articles that match a search, newest first."""
    return _library(Paste(""))


@articles.post("/articles")
def add() -> BaseResponse:
    """Keep a pasted text, or the page at an address, as a new article."""
    form = request.form
    paste = Paste(form.get("text", ""), form.get("title", ""), form.get("outlet", ""), field="text")
    try:
        article_id = services().add_article(_page_of(paste) if is_address(paste.text) else paste)
    except InvalidInput as error:
        return _library(paste, error)
    return redirect(url_for("articles.show", article_id=article_id), code=303)


def _page_of(form: Paste) -> Paste:
    """Return the story at the address in a form. What the form says of it counts more than what the page says."""
    page = services().read_address(form.text, form.field)
    return replace(page, title=form.title or page.title, outlet=form.outlet or page.outlet)


@articles.get(f"/articles/<int(min=1, max={MAX_ID}):article_id>")
def show(article_id: int) -> Response:
    """Show an article: the text of its newest version, and its older versions."""
    known = services().article(article_id)
    newest = services().version(known.article.version_id)
    page = OneArticlePage(known, [line for line in newest.text.splitlines() if line.strip()])
    return render("articles/article.html", "articles/_article.html", page=page)


def _library(paste: Paste, error: InvalidInput | None = None) -> Response:
    query = read_query(request.args, "q")
    page = LibraryPage(services().search_articles(query), query, paste, error)
    if error:
        return render("articles/page.html", "articles/_add.html", status_of(error), page=page)
    return render("articles/page.html", "articles/_articles.html", page=page)
