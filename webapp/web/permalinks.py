"""`/c/<id>` shows a comparison as it was frozen, for ever. Nothing is computed again."""

from dataclasses import dataclass, replace

from flask import Blueprint, Response, make_response, render_template, request, url_for

from webapp.services import Permalink
from webapp.web.choices import View, read_view, to_query
from webapp.web.current import services, settings
from webapp.web.evidence import captured, ending
from webapp.web.htmx import render
from webapp.web.result import Result, Tab, view_result
from webapp.web.sharing import create, take_delete_key

permalinks = Blueprint("permalinks", __name__)
permalinks.post("/comparisons")(create)


@dataclass(frozen=True, slots=True)
class PermalinkPage:
    """What the templates in permalinks/ receive. `link` and `embed` are whole addresses, to be sent to others."""

    permalink: Permalink
    result: Result
    address: str
    link: str
    embed: str
    again: str
    reshare: str
    tabs: tuple[Tab, ...]
    captured_old: str
    captured_new: str
    ending: str
    delete_key: str = ""


@permalinks.get("/c/<public_id>")
def show(public_id: str) -> Response:
    """Show a frozen comparison."""
    permalink, view = services().permalink(public_id), read_view(request.args)
    page = replace(_page(permalink, view), delete_key=take_delete_key(public_id))
    return render("permalinks/page.html", "permalinks/_result.html", push=page.address, page=page)


@permalinks.get("/c/<public_id>/embed")
def embed(public_id: str) -> str:
    """Show a frozen comparison inside somebody's page: no navigation, no cookie, no script."""
    page = _page(services().permalink(public_id), read_view(request.args))
    return render_template("permalinks/embed.html", page=page)


@permalinks.get("/c/<public_id>.json")
def export(public_id: str) -> Response:
    """Return the frozen result, byte for byte as it was stored."""
    response = make_response(services().permalink(public_id).result_json)
    response.mimetype = "application/json"
    return response


def _page(permalink: Permalink, view: View) -> PermalinkPage:
    public_id, options = permalink.public_id, permalink.comparison.options
    old, new = permalink.old, permalink.new
    return PermalinkPage(
        permalink=permalink,
        result=view_result(old, new, permalink.comparison, view),
        address=_address(public_id, view),
        link=_whole(_address(public_id, "inline")),
        embed=_whole(url_for("permalinks.embed", public_id=public_id)),
        again=url_for("compare.show", old=old.id, new=new.id, **to_query(options, view)),
        reshare=url_for("sharing.form", old=old.id, new=new.id, **to_query(options)),
        tabs=(
            Tab("inline", "Inline", _address(public_id, "inline")),
            Tab("side", "Side by side", _address(public_id, "side")),
        ),
        captured_old=captured(old),
        captured_new=captured(new),
        ending=ending(permalink),
    )


def _address(public_id: str, view: View) -> str:
    return url_for("permalinks.show", public_id=public_id, view=None if view == "inline" else view)


def _whole(path: str) -> str:
    """Put the server's own address before a path: the one that the settings name, else that of the request."""
    return (settings().public_url or request.url_root).rstrip("/") + path
