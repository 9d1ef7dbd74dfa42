"""Frames: how one shows a link on another page, and where `/oembed` describes it."""

from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from flask import url_for
from werkzeug.datastructures import MultiDict

from webapp.display.invisible import visible_text
from webapp.engine.options import Options
from webapp.errors import InvalidInput
from webapp.services import Permalink
from webapp.web.reading.choices import Look, find_choice, read_look, to_query
from webapp.web.shell.current import whole_address

Theme = Literal["", "light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)

HEIGHT, CHANGE_HEIGHT = 600, 420
"""Of the frame of a whole comparison, and of one change, in CSS pixels."""


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
    """Return media type and full URL of each `/oembed` description of a link, for the head of its page."""
    path = url_for("permalinks.show", public_id=permalink.public_id, **chosen.query(change_id))
    forms = (("application/json+oembed", "json"), ("text/xml+oembed", "xml"))
    link = whole_address(path)
    return tuple((kind, whole_address(url_for("oembed.describe", url=link, format=form))) for kind, form in forms)
