"""`/compare`: two versions under the options in the address, computed now."""

from dataclasses import dataclass

from flask import Blueprint, Response, request, url_for

from webapp.engine.model import Options
from webapp.services import Compared
from webapp.web.choices import View, read_id, read_options, read_view, to_query
from webapp.web.current import services
from webapp.web.htmx import render
from webapp.web.result import Result, Tab, view_result

compare = Blueprint("compare", __name__)


@dataclass(frozen=True, slots=True)
class ComparePage:
    """What the templates in compare/ receive. `address` is the clean one of this very state."""

    result: Result
    options: Options
    address: str
    swapped: str
    tabs: tuple[Tab, ...]


@compare.get("/compare")
def show() -> Response:
    """Show a comparison, or the part of it that a new option changes."""
    view, options = read_view(request.args), read_options(request.args)
    compared = services().compare(read_id(request.args, "old"), read_id(request.args, "new"), options)
    page = _page(compared, options, view)
    return render("compare/page.html", "compare/_result.html", push=page.address, page=page)


def _page(compared: Compared, options: Options, view: View) -> ComparePage:
    old, new = compared.old.id, compared.new.id
    return ComparePage(
        result=view_result(compared.old, compared.new, compared.comparison, view),
        options=options,
        address=_address(old, new, options, view),
        swapped=_address(new, old, options, view),
        tabs=(
            Tab("inline", "Inline", _address(old, new, options, "inline")),
            Tab("side", "Side by side", _address(old, new, options, "side")),
        ),
    )


def _address(old: int, new: int, options: Options, view: View) -> str:
    return url_for("compare.show", old=old, new=new, **to_query(options, view))
