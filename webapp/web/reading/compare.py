"""`/compare`: two versions under the options in the address, computed now."""

from dataclasses import dataclass
from functools import partial

from flask import Blueprint, Response, request, url_for

from webapp.engine.options import Options
from webapp.services import Compared
from webapp.web.reading.choices import Look, read_look, read_options, to_query
from webapp.web.reading.corrected import CORRECTIONS, swapped
from webapp.web.reading.result import ResultView, view_result
from webapp.web.shell.current import services, settings
from webapp.web.shell.fields import read_id
from webapp.web.shell.htmx import fragment_target, render
from webapp.web.shell.page_cache import page_cache

compare = Blueprint("compare", __name__)


@dataclass(frozen=True, slots=True)
class ComparePage:
    """What the templates in compare/ receive.

    fields  the query parameters of the options
    kept    what the form of the options must repeat because it has no box for it
    edit    where texts that are not in the library can be changed; "" if both are
    token   the mark for the form token (`shell/page_cache.py`)
    """

    result: ResultView
    fields: dict[str, str]
    kept: dict[str, str]
    swapped: str
    edit: str
    token: str


@compare.get("/compare")
def show() -> Response:
    """Show a comparison, or the part of it that a new option changes."""
    look, options = read_look(request.args), read_options(request.args)
    old_id, new_id = read_id(request.args, "old"), read_id(request.args, "new")
    shown = services().stamp_of_versions(old_id, new_id)
    key = (shown, options, look, fragment_target(), request.url_root)
    return page_cache().answer(key, partial(_render, old_id, new_id, options, look))


def _render(old_id: int, new_id: int, options: Options, look: Look) -> Response:
    page = _page(services().compare(old_id, new_id, options), options, look)
    return render("compare/page.html", "compare/_result.html", push=page.result.address, page=page)


def _page(compared: Compared, options: Options, look: Look) -> ComparePage:
    old, new = compared.old, compared.new

    def address(look: Look, options: Options) -> str:
        return _address(old.id, new.id, options, look)

    changes_only_words = settings().changes_only_words
    return ComparePage(
        result=view_result(old, new, compared.comparison, look, address, changes_only_words=changes_only_words),
        fields=to_query(options),
        kept=to_query(Options(), look) | _corrections(options),
        swapped=_address(new.id, old.id, swapped(options), Look(look.view, look.lens, look.only)),
        edit="" if old.article.kept and new.article.kept else url_for("desk.show", old=old.id, new=new.id, edit=1),
        token=page_cache().mark,
    )


def _corrections(options: Options) -> dict[str, str]:
    return {name: words for name, words in to_query(options).items() if name in CORRECTIONS}


def _address(old: int, new: int, options: Options, look: Look) -> str:
    return url_for("compare.show", old=old, new=new, **to_query(options, look))
