"""`/articles/files`: several files at once become articles, each with a line of its own that says what became of it."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from flask import Blueprint, Response, request
from werkzeug.datastructures import FileStorage

from webapp.errors import Busy, InvalidInput, StetError, TooMany
from webapp.services import ArticleCard, CollectionName, Relative, check_collection
from webapp.web.library.chosen import hold_file
from webapp.web.shell.current import services
from webapp.web.shell.error_pages import status_of
from webapp.web.shell.htmx import render

files = Blueprint("files", __name__)

FIELD = "files"


@dataclass(frozen=True, slots=True)
class FileLine:
    """What became of a file: the article that it is, what its text may lack, its nearest relative, or why it is none.

    stories, held  how many stories the file tells apart, if several, and the version that has it for another look
    """

    name: str
    article: ArticleCard | None = None
    warnings: Sequence[str] = ()
    relatives: Sequence[Relative] = ()
    error: StetError | None = None
    stories: int = 0
    held: str = ""

    @property
    def problem(self) -> str:
        """What is wrong with the file, named once."""
        said = self.error.message if self.error else ""
        return said if self.name in said else f"{self.name}: {said}"


@dataclass(frozen=True, slots=True)
class FilesPage:
    """What articles/files.html receives. `error` is about the form as a whole."""

    collections: Sequence[CollectionName] = ()
    collection: str = ""
    lines: Sequence[FileLine] = ()
    error: InvalidInput | None = None


@files.get("/articles/files")
def form() -> Response:
    """Show the form that takes files."""
    return _show(FilesPage(services().collection_names()))


@files.post("/articles/files")
def add() -> Response:
    """Keep each file as an article. A bad one is said, and hinders no other."""
    collection = request.form.get("collection", "")
    try:
        lines = [_add(sent, check_collection(collection)) for sent in _sent()]
    except InvalidInput as error:
        return _show(FilesPage(services().collection_names(), collection, error=error), status_of(error))
    failures = [line.error for line in lines if line.error]
    page = FilesPage(services().collection_names(), collection, lines)
    return _show(page, status_of(failures[0]) if len(failures) == len(lines) else 200)


def _sent() -> Sequence[FileStorage]:
    """Return the files that were sent. Errors: InvalidInput if there are none."""
    sent = [file for file in request.files.getlist(FIELD) if file.filename]
    if not sent:
        raise InvalidInput("Choose at least one file.", FIELD)
    return sent


def _add(sent: FileStorage, collection: str) -> FileLine:
    name = sent.filename or ""
    with closing(sent):
        data = sent.read()
    line = FileLine(name)
    try:
        story = replace(services().read_upload(data, name, FIELD), collection=collection)
        if len(story.stories) > 1:
            line = replace(line, stories=len(story.stories), held=hold_file(story))
        article = services().article(services().add_article(story)).article
    except (InvalidInput, TooMany, Busy) as error:
        return replace(line, error=error)
    relatives = services().relatives(article.id, limit=1)
    return replace(line, article=article, warnings=story.warnings, relatives=relatives)


def _show(page: FilesPage, status: int = 200) -> Response:
    return render("articles/files.html", "articles/_files.html", status, page=page)
