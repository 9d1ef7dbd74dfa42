"""`/-/looks/<side>`: what a text, a file or an address on the desk is, while it is filled in. Nothing is stored."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from flask import Blueprint, Response, request

from webapp.errors import InvalidInput, TryLater
from webapp.services import Paste, TextPreview, is_address
from webapp.web.desk.form import Side, file_field
from webapp.web.shell.current import services
from webapp.web.shell.htmx import render

looks = Blueprint("looks", __name__)


@dataclass(frozen=True, slots=True)
class SideLook:
    """What desk/_old_look.html and desk/_new_look.html receive: a text or a file, the host of an address, or a problem.

    All are empty for a side without anything, or if the server has no time to look.
    """

    seen: TextPreview | None = None
    warnings: Sequence[str] = ()
    host: str = ""
    problem: str = ""


@looks.post("/-/looks/<any(old, new):side>")
def look(side: Side) -> Response:
    """Say what is filled in on one side. What cannot be used is said too, and is no failure of this request."""
    try:
        found = _look(side)
    except InvalidInput as error:
        found = SideLook(problem=error.message)
    except TryLater:
        found = SideLook()
    template = f"desk/_{side}_look.html"
    return render(template, template, look=found)


def _look(side: Side) -> SideLook:
    sent, text = request.files.get(file_field(side)), request.form.get(f"{side}_text", "")
    if sent and sent.filename:
        with closing(sent):
            data = sent.read()
        return _look_at(services().read_upload(data, sent.filename, file_field(side)))
    if is_address(text):
        return SideLook(host=services().look_at_address(text))
    return _look_at(Paste(text)) if text.strip() else SideLook()


def _look_at(story: Paste) -> SideLook:
    return SideLook(services().look_at(story), story.warnings)
