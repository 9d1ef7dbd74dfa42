"""Page or fragment: the only file that names an HX- header.

One address serves both. htmx asks for a fragment when it swaps a part of the page; a plain visit, a reload and a
history restore get the page. Guides: htmx 4, "Request Headers" and "Response Headers".
"""

from pathlib import PurePosixPath
from typing import Any

from flask import Response, make_response, render_template, request

VARY = ("HX-Request", "HX-Request-Type")
FRAGMENTS_ONLY = "/-/"
"""Where addresses begin that have no page."""


def wants_fragment() -> bool:
    """Return whether htmx asks for a fragment. A history restore asks for type "full" and gets the page."""
    headers = request.headers
    if request.path.startswith(FRAGMENTS_ONLY):
        return True
    return headers.get("HX-Request") == "true" and headers.get("HX-Request-Type") == "partial"


def fragment_target() -> str | None:
    """Return the element that htmx will put the fragment into, from HX-Target; None for a page."""
    return request.headers.get("HX-Target", "") if wants_fragment() else None


def render(page: str, fragment: str, /, status: int = 200, push: str | None = None, **context: Any) -> Response:
    """Answer with the template `page`, or with `fragment` if htmx asked for a part.

    push    the clean address of what is shown; htmx puts it into the address bar
    """
    if not wants_fragment():
        return _varied(make_response(render_template(page, **context), status))
    response = make_response(render_template(fragment, **context), status)
    _aim(response, _root_id(fragment))
    if status >= 400:
        response.headers["HX-Push-Url"] = "false"
    elif push:
        response.headers["HX-Push-Url"] = push
    return _varied(response)


def _varied(response: Response) -> Response:
    response.vary.update(VARY)
    return response


def _aim(response: Response, root_id: str) -> None:
    """Send a fragment to its own element if htmx has another target, such as an error in place of a result."""
    _, _, target_id = (fragment_target() or "").partition("#")
    if target_id != root_id:
        response.headers["HX-Retarget"] = f"#{root_id}"
        response.headers["HX-Reswap"] = "outerHTML"


def _root_id(fragment: str) -> str:
    return PurePosixPath(fragment).stem.removeprefix("_")
