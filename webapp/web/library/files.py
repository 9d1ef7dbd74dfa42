"""`/articles/files`: several files at once become articles, each with a line of its own that says what became of it."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from flask import Blueprint, Response, request
from werkzeug.datastructures import FileStorage

from webapp.errors import Busy, InvalidInput, StetError, TooMany
from webapp.services import ArticleCard
from webapp.web.shell.current import services
from webapp.web.shell.error_pages import status_of
from webapp.web.shell.htmx import render

files = Blueprint("files", __name__)

FIELD = "files"


@dataclass(frozen=True, slots=True)
class FileLine:
    """What became of a file: the article that it is, what its text may lack, or why it is none."""

    name: str
    article: ArticleCard | None = None
    warnings: Sequence[str] = ()
    error: StetError | None = None

    @property
    def problem(self) -> str:
        """What is wrong with the file, named once."""
        said = self.error.message if self.error else ""
        return said if self.name in said else f"{self.name}: {said}"


@dataclass(frozen=True, slots=True)
class FilesPage:
    """What articles/files.html receives. `error` is about the form as a whole."""

    lines: Sequence[FileLine] = ()
    error: InvalidInput | None = None


@files.get("/articles/files")
def form() -> Response:
    """Show the form that takes files."""
    return _show(FilesPage())


@files.post("/articles/files")
def add() -> Response:
    """Keep each file as an article. A bad one is said, and hinders no other."""
    lines = [_add(sent) for sent in request.files.getlist(FIELD) if sent.filename]
    if not lines:
        error = InvalidInput("Choose at least one file.", FIELD)
        return _show(FilesPage(error=error), status_of(error))
    failures = [line.error for line in lines if line.error]
    return _show(FilesPage(lines), status_of(failures[0]) if len(failures) == len(lines) else 200)


def _add(sent: FileStorage) -> FileLine:
    name = sent.filename or ""
    with closing(sent):
        data = sent.read()
    try:
        story = services().read_upload(data, name, FIELD)
        article = services().article(services().add_article(story)).article
    except (InvalidInput, TooMany, Busy) as error:
        return FileLine(name, error=error)
    return FileLine(name, article, story.warnings)


def _show(page: FilesPage, status: int = 200) -> Response:
    return render("articles/files.html", "articles/_files.html", status, page=page)
