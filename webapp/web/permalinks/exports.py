"""`/c/<id>.docx` and its like: a link as a file, and the list of such files for its page."""

from dataclasses import dataclass

from flask import Blueprint, Response, make_response, url_for

from webapp.exporters.formats import FORMATS, JSON
from webapp.web.shell.current import services, whole_address

exports = Blueprint("exports", __name__)

_ENDINGS = ", ".join(f'"{ending}"' for ending in FORMATS if ending != JSON)
"""JSON has a view of its own, which shows it in place."""


@dataclass(frozen=True, slots=True)
class Download:
    """A kind of file that the page of a link offers, and its address."""

    label: str
    address: str


@exports.get(f"/c/<public_id>.<any({_ENDINGS}):ending>")
def export(public_id: str, ending: str) -> Response:
    """Return a link as a file to be downloaded. It is never shown in place, because others wrote what is in it."""
    link = whole_address(url_for("permalinks.show", public_id=public_id))
    file = services().export(public_id, ending, link)
    response = make_response(file.data)
    response.mimetype = file.mimetype
    response.headers.set("Content-Disposition", "attachment", filename=file.name)
    return response


@exports.get("/c/<public_id>.json")
def stored(public_id: str) -> Response:
    """Return the frozen result, byte for byte as it was stored."""
    response = make_response(services().result_json(public_id))
    response.mimetype = "application/json"
    return response


def downloads(public_id: str) -> tuple[Download, ...]:
    """Return what the page of a link offers for download, in order."""
    return tuple(Download(kind.label, _address(public_id, kind.ending)) for kind in FORMATS.values())


def _address(public_id: str, ending: str) -> str:
    if ending == JSON:
        return url_for("exports.stored", public_id=public_id)
    return url_for("exports.export", public_id=public_id, ending=ending)
