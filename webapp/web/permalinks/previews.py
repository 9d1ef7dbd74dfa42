"""What a chat shows with a link: a title and a line of words, and the card. Of one change, or of the whole."""

from dataclasses import dataclass

from flask import Blueprint, Response, make_response, request, url_for

from webapp.display.excerpt import Excerpt, excerpt
from webapp.display.invisible import visible_text
from webapp.display.phrases.changes import headline, label
from webapp.display.phrases.evidence import evidence_text
from webapp.display.phrases.figures import day, percent
from webapp.display.phrases.links import OF_THE_WORDS
from webapp.display.phrases.verdict import relations_text, verdict_text
from webapp.display.shortening import shorten
from webapp.errors import NotFound
from webapp.exporters.card import draw_change, draw_whole
from webapp.services import Permalink, Version
from webapp.web.shell.current import services, whole_address

previews = Blueprint("previews", __name__)

MAX_TITLE_CHARS = 200
MAX_NAME_CHARS = 60


@dataclass(frozen=True, slots=True)
class Preview:
    """What templates/permalinks/preview.html receives. `image` and `link` are whole addresses."""

    title: str
    description: str
    image: str
    link: str


@previews.get("/c/<public_id>/card.png")
def card(public_id: str) -> Response:
    """Draw the card of a link, or of one change of it."""
    permalink = services().permalink(public_id)
    found = find_change(permalink, request.args.get("change", ""))
    sides = _name(permalink.old), _name(permalink.new)
    if found:
        picture = draw_change(found, sides, label(found.change))
    else:
        lines = (OF_THE_WORDS, relations_text(permalink.comparison))
        kept, evidence = percent(permalink.comparison.summary.kept), evidence_text(permalink.comparison)
        picture = draw_whole(sides, kept, lines, evidence)
    response = make_response(picture)
    response.mimetype = "image/png"
    return response


def find_change(permalink: Permalink, change_id: str) -> Excerpt | None:
    """Return the change with this id, None without an id. Errors: NotFound for an unknown change."""
    found = excerpt(permalink.comparison, change_id) if change_id else None
    if change_id and found is None:
        raise NotFound("There is no such change in this comparison.")
    return found


def preview_of(permalink: Permalink, found: Excerpt | None) -> Preview:
    """Return the words and addresses of a preview."""
    names = f"{_name(permalink.old)} / {_name(permalink.new)}"
    public_id, change_id = permalink.public_id, found.change.id if found else None
    title = headline(permalink.comparison, found) if found else permalink.terms.title or names
    return Preview(
        title=shorten(visible_text(title), MAX_TITLE_CHARS),
        description=f"{label(found.change)}. {names}" if found else verdict_text(permalink.comparison),
        image=whole_address(url_for("previews.card", public_id=public_id, change=change_id)),
        link=whole_address(url_for("permalinks.show", public_id=public_id, change=change_id)),
    )


def _name(version: Version) -> str:
    article = version.article
    name = shorten(visible_text(article.outlet or article.title), MAX_NAME_CHARS)
    return f"{name}, {day(article.published)}" if article.published else name
