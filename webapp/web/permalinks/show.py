"""`/c/<id>` shows a comparison as it was frozen. Nothing is recomputed."""

from dataclasses import dataclass, replace

from flask import Blueprint, Response, render_template, request, url_for

from webapp.display.excerpt import Excerpt
from webapp.display.phrases.changes import headline, label
from webapp.display.phrases.links import ending
from webapp.engine.options import Options
from webapp.services import Permalink
from webapp.web.permalinks.delete_keys import take_delete_key
from webapp.web.permalinks.evidence import describe_capture
from webapp.web.permalinks.exports import Download, downloads
from webapp.web.permalinks.frames import Frame, FrameLook, discovery, frame_of, read_frame_look
from webapp.web.permalinks.previews import Preview, find_change, preview_of
from webapp.web.reading.choices import Look, to_query
from webapp.web.reading.result import ResultView, view_result
from webapp.web.shell.current import services, settings, whole_address
from webapp.web.shell.htmx import render

permalinks = Blueprint("permalinks", __name__)


@dataclass(frozen=True, slots=True)
class OneChange:
    """The change in the address: its sentences, its kind, and a description in words."""

    found: Excerpt
    kind: str
    words: str
    whole: str


@dataclass(frozen=True, slots=True)
class PermalinkPage:
    """What the templates in permalinks/ receive. `link` and `embed` are whole addresses, to be sent to others."""

    permalink: Permalink
    result: ResultView
    link: str
    frame: Frame
    frame_script: str
    oembed: tuple[tuple[str, str], ...]
    again: str
    reshare: str
    captured_old: str
    captured_new: str
    ending: str
    preview: Preview
    change: OneChange | None
    downloads: tuple[Download, ...]
    delete_key: str = ""


@permalinks.get("/c/<public_id>")
def show(public_id: str) -> Response:
    """Show a frozen comparison."""
    page = _page(services().permalink(public_id), read_frame_look(request.args))
    page = replace(page, delete_key=take_delete_key(public_id))
    return render("permalinks/page.html", "permalinks/_result.html", push=page.result.address, page=page)


@permalinks.get("/c/<public_id>/embed")
def embed(public_id: str) -> str:
    """Show a frozen comparison inside another page: no navigation, no cookie; its only script reports its height."""
    chosen = read_frame_look(request.args)
    page = _page(services().permalink(public_id), chosen, is_framed=True)
    return render_template("permalinks/embed.html", page=page, theme=chosen.theme)


def _page(permalink: Permalink, chosen: FrameLook, is_framed: bool = False) -> PermalinkPage:
    public_id = permalink.public_id
    found = find_change(permalink, request.args.get("change", ""))
    change_id = found.change.id if found else None
    old, new = permalink.old, permalink.new
    return PermalinkPage(
        permalink=permalink,
        result=_result(permalink, chosen.look, change_id, is_framed),
        link=whole_address(url_for("permalinks.show", public_id=public_id, change=change_id)),
        frame=frame_of(permalink, change_id, chosen),
        frame_script=whole_address(url_for("static", filename="js/embed.js").partition("?")[0]),
        oembed=discovery(permalink, change_id, chosen),
        again=url_for("again.compare", public_id=public_id, **to_query(Options(), chosen.look)),
        reshare=url_for("again.compare", public_id=public_id, share=1),
        captured_old=describe_capture(old),
        captured_new=describe_capture(new),
        ending=ending(permalink.terms.expires_at),
        preview=preview_of(permalink, found),
        change=_one_change(permalink, found) if found else None,
        downloads=downloads(public_id),
    )


def _result(permalink: Permalink, look: Look, change_id: str | None, is_framed: bool) -> ResultView:
    def address(look: Look, _: Options) -> str:
        return url_for("permalinks.show", public_id=permalink.public_id, change=change_id, **to_query(Options(), look))

    return view_result(
        permalink.old,
        permalink.new,
        permalink.comparison,
        look,
        None if is_framed else address,
        is_frozen=True,
        changes_only_words=settings().changes_only_words,
    )


def _one_change(permalink: Permalink, found: Excerpt) -> OneChange:
    whole = url_for("permalinks.show", public_id=permalink.public_id, _anchor=found.change.id)
    return OneChange(found, label(found.change), headline(permalink.comparison, found), whole)
