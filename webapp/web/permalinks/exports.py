"""`/c/<id>.docx` and its like: a link as a file."""

from flask import Blueprint, Response, make_response, url_for

from webapp.web.shell.current import services, whole_address

exports = Blueprint("exports", __name__)


@exports.get('/c/<public_id>.<any(html, docx, txt, csv, diff, "tei.xml"):ending>')
def export(public_id: str, ending: str) -> Response:
    """Hand out the file. It is never shown in place: what it holds was written by others."""
    link = whole_address(url_for("permalinks.show", public_id=public_id))
    file = services().export(public_id, ending, link)
    response = make_response(file.data)
    response.mimetype = file.mimetype
    response.headers.set("Content-Disposition", "attachment", filename=file.name)
    return response
