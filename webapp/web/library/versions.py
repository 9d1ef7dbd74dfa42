"""`/articles/<id>/versions` and `/articles/<id>/captures`: versions are added by hand, or fetched again."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

from flask import Blueprint, redirect, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as BaseResponse

from webapp.errors import InvalidInput
from webapp.services import MAX_ID, Paste
from webapp.web.library.one_article import VersionForm, show_article
from webapp.web.shell.current import services

versions = Blueprint("versions", __name__)

ARTICLE = f"/articles/<int(min=1, max={MAX_ID}):article_id>"
MAX_OFFSET = timedelta(hours=15)
"""Between a time zone and UTC. Range: any. Why: the widest is fourteen hours."""


@versions.post(f"{ARTICLE}/versions")
def add(article_id: int) -> BaseResponse:
    """Add a pasted text or a file to an article as a version, or show the form again with what is wrong."""
    form = VersionForm.read(request.form)
    try:
        services().add_versions(article_id, _story(form, request.files.get("file")), _moment(form))
    except InvalidInput as error:
        return show_article(article_id, form, error)
    return redirect(url_for("articles.show", article_id=article_id, _anchor="versions"), code=303)


@versions.post(f"{ARTICLE}/captures")
def fetch_again(article_id: int) -> BaseResponse:
    """Fetch an article's address again. If its story has changed, compare the version before with the new one."""
    captured = services().capture_again(article_id)
    if captured.outcome == "changed":
        return redirect(url_for("compare.show", old=captured.before_id, new=captured.version_id), code=303)
    return redirect(url_for("articles.show", article_id=article_id), code=303)


def _story(form: VersionForm, sent: FileStorage | None) -> Paste:
    """Return what is added. Errors: InvalidInput if it is neither a text nor a file, or both."""
    if sent is None or not sent.filename:
        return Paste(form.text, field="text")
    with closing(sent):
        data = sent.read()
    if form.text.strip():
        raise InvalidInput("Paste a text or choose a file, not both.", "text")
    return services().read_upload(data, sent.filename, "file")


def _moment(form: VersionForm) -> datetime | None:
    """Return the time of capture; None if none is given. Errors: InvalidInput."""
    if not form.captured_at:
        return None
    try:
        written, offset = datetime.fromisoformat(form.captured_at), timedelta(minutes=int(form.offset))
    except (ValueError, OverflowError) as error:
        raise InvalidInput("A time of capture is written as 2026-11-02T09:14.", "captured_at") from error
    if abs(offset) > MAX_OFFSET:
        raise InvalidInput("There is no such time zone.", "captured_at")
    try:
        return (written if written.tzinfo else written.replace(tzinfo=UTC) + offset).astimezone(UTC)
    except OverflowError as error:
        raise InvalidInput("There is no such time.", "captured_at") from error
