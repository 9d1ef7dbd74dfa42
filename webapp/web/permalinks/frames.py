"""How a frame may look, the code that puts one into a page, and `/oembed`, which hands that code out (oembed.com)."""

import re
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args
from urllib.parse import SplitResult, parse_qsl, urlsplit
from xml.etree import ElementTree

from flask import Blueprint, Response, abort, jsonify, make_response, render_template, request, url_for
from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from webapp.display.invisible import visible_text
from webapp.engine.options import Options
from webapp.errors import InvalidInput, NotFound
from webapp.exporters.xml_text import xml_text
from webapp.services import PUBLIC_ID, Permalink
from webapp.web.permalinks.previews import find_change
from webapp.web.reading.choices import Look, find_choice, read_look, to_query
from webapp.web.shell.current import own_addresses, services, whole_address

frames = Blueprint("frames", __name__)

Theme = Literal["", "light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)

PERMALINK = re.compile(rf"/c/({PUBLIC_ID.pattern})(?:/embed)?/?")
WIDTH, HEIGHT, CHANGE_HEIGHT = 800, 600, 420
PORTS = {"http": ":80", "https": ":443"}
MAX_NUMBER_CHARS = 9
CACHE_S = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame of a link: full URL, title, size in CSS pixels. Without a `width` it takes the full width."""

    address: str
    title: str
    height: int
    width: int | None = None


@dataclass(frozen=True, slots=True)
class FrameLook:
    """The look of a frame: how the comparison is read, and the colours."""

    look: Look
    theme: Theme

    def query(self, change_id: str | None) -> dict[str, Any]:
        """Return the query parameters of a frame. A frame never offers corrections."""
        return {
            "change": change_id,
            **to_query(Options(), replace(self.look, correcting=None)),
            "theme": self.theme or None,
        }


def read_frame_look(fields: MultiDict[str, str]) -> FrameLook:
    """Return the look of a frame from its address. Errors: InvalidInput for an unknown name."""
    return FrameLook(read_look(fields), _read_theme(fields.get("theme", "")))


def _read_theme(asked: str) -> Theme:
    """Return the theme in an address; "" is the reader's own. Errors: InvalidInput for an unknown theme."""
    theme = find_choice(asked, THEMES)
    if theme is None:
        raise InvalidInput("There is no such theme. There are two: light and dark.", field="theme")
    return theme


def frame_of(permalink: Permalink, change_id: str | None, chosen: FrameLook) -> Frame:
    """Return the frame of a link, or of one change of it, with the choices of its address."""
    path = url_for("permalinks.embed", public_id=permalink.public_id, **chosen.query(change_id))
    titles = (visible_text(version.article.title) for version in (permalink.old, permalink.new))
    return Frame(whole_address(path), " / ".join(titles), CHANGE_HEIGHT if change_id else HEIGHT)


def discovery(permalink: Permalink, change_id: str | None, chosen: FrameLook) -> tuple[tuple[str, str], ...]:
    """Return type and whole address of what `/oembed` says of a link, for the head of its page."""
    path = url_for("permalinks.show", public_id=permalink.public_id, **chosen.query(change_id))
    forms = (("application/json+oembed", "json"), ("text/xml+oembed", "xml"))
    link = whole_address(path)
    return tuple((kind, whole_address(url_for("frames.oembed", url=link, format=form))) for kind, form in forms)


@frames.get("/oembed")
def oembed() -> Response:
    """Answer with the frame of a link, as JSON or XML. 404 for any other address, 501 for another format."""
    form = request.args.get("format") or "json"
    if form not in {"json", "xml"}:
        abort(501)
    answer = _describe(request.args.get("url", ""))
    return jsonify(answer) if form == "json" else _xml(answer)


def _describe(address: str) -> dict[str, str | int]:
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
        "title": permalink.terms.title or frame.title,
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
