"""What the reader chose, read from an address and written back to one.

The address that is written is clean: nothing empty, nothing that is the default anyway, always in the same order, so
that two readers who chose the same things hold the same link.
"""

from collections.abc import Mapping
from typing import Any, Literal, get_args

from werkzeug.datastructures import MultiDict

from webapp.engine.model import IGNORABLE, Options
from webapp.errors import InvalidInput
from webapp.services import parse_options

View = Literal["inline", "side"]

MAX_ID = 2**63 - 1
"""The largest id that a database can hold. A larger one is nobody's, and asking for it would be an error of its own."""


def read_view(fields: Mapping[str, str]) -> View:
    """Return the view that an address asks for. Errors: InvalidInput on a view that does not exist."""
    asked = fields.get("view") or "inline"
    for view in get_args(View):
        if asked == view:
            return view  # type: ignore[no-any-return]  # get_args forgets the type of what it returns
    raise InvalidInput("There is no such view. There are two: inline and side.", field="view")


def read_options(fields: MultiDict[str, str]) -> Options:
    """Return the options that an address asks for. Errors: InvalidInput on a name that does not exist."""
    return parse_options(fields.getlist("ignore"), fields.getlist("show"))


def read_id(fields: Mapping[str, str], name: str) -> int:
    """Return the version id in a field. Errors: InvalidInput on anything but a positive whole number."""
    written = fields.get(name, "")
    if written.isascii() and written.isdigit() and 0 < len(written) <= len(str(MAX_ID)) and int(written) <= MAX_ID:
        return int(written)
    raise InvalidInput("A comparison needs two versions. Pick an article on each side, or paste a text.", field=name)


def to_query(options: Options, view: View = "inline") -> dict[str, Any]:
    """Return the parameters of an address that asks for these options and this view."""
    ignored = ",".join(name for name in IGNORABLE if name in options.ignore and name != "spacing")
    shown = "" if "spacing" in options.ignore else "spacing"
    parameters = {"view": "" if view == "inline" else view, "ignore": ignored, "show": shown}
    return {name: value for name, value in parameters.items() if value}
