"""`/c/<id>/delete`: delete a link by its key."""

from flask import Blueprint, Response, render_template, request

from webapp.errors import InvalidInput
from webapp.web.shell.current import services
from webapp.web.shell.error_pages import status_of
from webapp.web.shell.htmx import render

deletion = Blueprint("deletion", __name__)


@deletion.get("/c/<public_id>/delete")
def ask(public_id: str) -> str:
    """Show the form that asks for the key."""
    services().permalink(public_id)
    return render_template("permalinks/delete.html", public_id=public_id, key="", error=None)


@deletion.post("/c/<public_id>/delete")
def delete(public_id: str) -> Response | str:
    """Delete a link by its key, or show the form again with what is wrong."""
    key = request.form.get("key", "")
    try:
        services().delete(public_id, key)
    except InvalidInput as error:
        page, fragment = "permalinks/delete.html", "permalinks/_delete.html"
        return render(page, fragment, status_of(error), public_id=public_id, key=key, error=error)
    return render_template("permalinks/deleted.html")
