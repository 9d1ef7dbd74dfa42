"""`/api/v1/`: the operations, the OpenAPI document of them, and a page that lists them for people."""

import json
from dataclasses import dataclass

from flask import Blueprint, Response, render_template

from webapp.api.document import document, model_name, path_template
from webapp.api.operation import respond
from webapp.api.operations import OPERATIONS


@dataclass(frozen=True, slots=True)
class OperationLine:
    """An operation as templates/api/page.html lists it."""

    method: str
    path: str
    summary: str
    body: str
    answer: str


def create_api() -> Blueprint:
    """Return the blueprint with a route for each operation."""
    api = Blueprint("api", __name__, url_prefix="/api/v1")
    for each in OPERATIONS:
        api.add_url_rule(each.path, each.name, each.answer, methods=[each.method])
    api.add_url_rule("/openapi.json", view_func=openapi)
    api.add_url_rule("/", view_func=page)
    return api


def openapi() -> Response:
    """Answer with the document."""
    return respond(json.dumps(document()))


def page() -> str:
    """Show the operations as a page."""
    lines = [
        OperationLine(
            each.method,
            f"/api/v1{path_template(each)}",
            each.summary,
            model_name(each.asks),
            model_name(each.answers),
        )
        for each in OPERATIONS
    ]
    return render_template("api/page.html", lines=lines)
