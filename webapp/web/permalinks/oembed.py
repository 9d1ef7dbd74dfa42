"""`/oembed`: the code that puts a link into another page, as oembed.com describes it."""

import re
from dataclasses import replace
from urllib.parse import SplitResult, parse_qsl, urlsplit
from xml.etree import ElementTree

from flask import Blueprint, Response, abort, jsonify, make_response, render_template, request
from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from webapp.display.phrases.evidence import evidence_text
from webapp.errors import InvalidInput, NotFound
from webapp.exporters.xml_text import xml_text
from webapp.services import PUBLIC_ID, Permalink
from webapp.web.permalinks.frames import Frame, frame_of, read_frame_look
from webapp.web.permalinks.previews import find_change
from webapp.web.shell.current import own_addresses, services, whole_address

oembed = Blueprint("oembed", __name__)

PERMALINK = re.compile(rf"/c/({PUBLIC_ID.pattern})(?:/embed)?/?")
PORTS = {"http": ":80", "https": ":443"}
MAX_NUMBER_CHARS = 9
CACHE_S = 24 * 60 * 60

WIDTH = 800
"""In CSS pixels, if the other page sets no lower limit."""


@oembed.get("/oembed")
def describe() -> Response:
    """Answer with the frame of a link, as JSON or XML. 404 for any other address, 501 for another format."""
    form = request.args.get("format") or "json"
    if form not in {"json", "xml"}:
        abort(501)
    answer = _answer(request.args.get("url", ""))
    return jsonify(answer) if form == "json" else _xml(answer)


def _answer(address: str) -> dict[str, str | int]:
    parts = _split(address)
    permalink = services().permalink(_public_id(parts.path))
    frame = _frame(permalink, MultiDict(parse_qsl(parts.query)))
    sized = replace(frame, height=_at_most("maxheight", frame.height), width=_at_most("maxwidth", WIDTH))
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Stet",
        "provider_url": whole_address("/"),
        "cache_age": CACHE_S,
        "title": permalink.terms.title or f"{frame.title}. {evidence_text(permalink.comparison)}".removesuffix(". "),
        "html": Markup(render_template("permalinks/frame.html", frame=sized)).strip(),
        "width": sized.width or WIDTH,
        "height": sized.height,
    }


def _frame(permalink: Permalink, asked: MultiDict[str, str]) -> Frame:
    """Return the frame that an address describes. Errors: NotFound for an unknown change or view."""
    found = find_change(permalink, asked.get("change", ""))
    try:
        chosen = read_frame_look(asked)
    except InvalidInput as error:
        raise NotFound(error.message) from error
    return frame_of(permalink, found.change.id if found else None, chosen)


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if _host(parts) not in {_host(urlsplit(address)) for address in own_addresses()}:
        raise NotFound("This is no address of this server.")
    return parts


def _host(parts: SplitResult) -> str:
    """Return the host of a URL in lower case, without the default port."""
    port = PORTS.get(parts.scheme)
    return parts.netloc.lower().removesuffix(port) if port else ""


def _public_id(path: str) -> str:
    """Return the id in the path of a link, "" for any other path."""
    prefix = urlsplit(whole_address("")).path
    found = PERMALINK.fullmatch(path.removeprefix(prefix))
    return found[1] if found else ""


def _at_most(name: str, wanted: int) -> int:
    limit = request.args.get(name) or str(wanted)
    if not (limit.isascii() and limit.isdigit() and len(limit) <= MAX_NUMBER_CHARS and int(limit)):
        raise InvalidInput(f"{name} must be a whole number of pixels.", name)
    return min(int(limit), wanted)


def _xml(answer: dict[str, str | int]) -> Response:
    root = ElementTree.Element("oembed")
    for name, value in answer.items():
        ElementTree.SubElement(root, name).text = xml_text(str(value))
    response = make_response(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))
    response.mimetype = "text/xml"
    return response
