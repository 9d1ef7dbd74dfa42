"""`/comparisons`: make a link with a title, a note and an expiry date."""

from dataclasses import dataclass

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from webapp.errors import InvalidInput
from webapp.input.limits import MAX_LINE_CHARS, MAX_NOTE_CHARS
from webapp.services import Terms, Version, new_delete_key, parse_terms
from webapp.web.permalinks.delete_keys import keep_delete_key
from webapp.web.reading.choices import read_options, to_query
from webapp.web.shell.current import services
from webapp.web.shell.error_pages import status_of
from webapp.web.shell.fields import read_id
from webapp.web.shell.htmx import render

sharing = Blueprint("sharing", __name__)

FIELDS = ("title", "note", "expires", "date")


@dataclass(frozen=True, slots=True)
class SharePage:
    """What templates/permalinks/share.html receives: the comparison to share, and the fields as filled in."""

    old: Version
    new: Version
    state: dict[str, str]
    filled: dict[str, str]
    max_title: int = MAX_LINE_CHARS
    max_note: int = MAX_NOTE_CHARS


@sharing.get("/comparisons/new")
def form() -> str:
    """Show the form for a title, a note and an expiry date."""
    return render_template("permalinks/share.html", page=_page(), error=None)


@sharing.post("/comparisons")
def create() -> BaseResponse:
    """Freeze the comparison in the form, and redirect to its link."""
    form, key = request.form, new_delete_key()
    sides, options = [read_id(form, side) for side in ("old", "new")], read_options(form)
    try:
        public_id = services().share(sides, options, _read_terms(key)).permalink.public_id
    except InvalidInput as error:
        return _again(error)
    keep_delete_key(public_id, key)
    return redirect(url_for("permalinks.show", public_id=public_id), code=303)


def _read_terms(key: str) -> Terms:
    said = {name: request.form.get(name, "") for name in FIELDS}
    expires = said["date"] or "a date" if said["expires"] == "date" else said["expires"]
    return parse_terms(said["title"], said["note"], expires, key)


def _again(error: InvalidInput) -> Response:
    page, fragment = "permalinks/share.html", "permalinks/_share_form.html"
    return render(page, fragment, status_of(error), page=_page(), error=error)


def _page() -> SharePage:
    fields = request.values
    options = read_options(fields)
    old, new = (services().version(read_id(fields, name)) for name in ("old", "new"))
    state = {"old": str(old.id), "new": str(new.id), **to_query(options)}
    return SharePage(old, new, state, {name: fields.get(name, "") for name in FIELDS})
