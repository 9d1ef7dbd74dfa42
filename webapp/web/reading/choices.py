"""What the reader chose, read from an address and written back to one.

The address that is written is clean: nothing empty, nothing that is the default anyway, always in the same order, so
that two readers who chose the same things hold the same link.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from werkzeug.datastructures import MultiDict

from webapp.display.rows.filters import FILTERS, Filter
from webapp.engine.options import Options
from webapp.errors import InvalidInput
from webapp.input.options import parse_options, write_options

View = Literal["inline", "side", "changes", "clean-old", "clean-new"]
Lens = Literal["all", "meaning", "quotations", "facts", "translation"]

MAX_ROW_DIGITS = 7
MAX_OPENED = 50


@dataclass(frozen=True, slots=True)
class Look:
    """How the reader looks at a comparison: nothing here changes what is compared.

    view        None: the page chooses by the length of the texts
    only        the filters: what alone is shown unfolded
    correcting  the pair whose corrections are offered
    opened      folded stretches of a long text that were opened, by the number of their first row
    """

    view: View | None = None
    lens: Lens = "all"
    only: tuple[Filter, ...] = ()
    correcting: int | None = None
    opened: tuple[int, ...] = ()


def read_look(fields: MultiDict[str, str]) -> Look:
    """Return the look in an address. Errors: InvalidInput for an unknown name."""
    shown, correcting = _names(fields, "show"), fields.get("mend", "")
    return Look(
        view=_read_view(fields),
        lens=_read_lens(fields),
        only=tuple(name for name in FILTERS if name in shown),
        correcting=_read_number(correcting, "mend") if correcting else None,
        opened=tuple(sorted({_read_number(number, "open") for number in _names(fields, "open")}))[:MAX_OPENED],
    )


def read_options(fields: MultiDict[str, str]) -> Options:
    """Return the options in an address. Errors: InvalidInput for an unknown name."""
    return parse_options(
        fields.getlist("ignore"),
        _names(fields, "show") - set(FILTERS),
        **{name: fields.get(name, "") for name in _SINGLE_OPTIONS},
    )


_SINGLE_OPTIONS = ("by", "scope", "moves", "old_story", "new_story", "apart", "together")


def to_query(options: Options, look: Look | View | None = None) -> dict[str, Any]:
    """Return the query parameters for these options and this look."""
    look = look if isinstance(look, Look) else Look(view=None if look == "inline" else look)
    words = write_options(options)
    shown = ",".join(filter(None, (*look.only, words.pop("show", ""))))
    parameters = {
        "view": look.view or "",
        "lens": "" if look.lens == "all" else look.lens,
        "ignore": words.pop("ignore", ""),
        "show": shown,
        **words,
        "open": ",".join(map(str, look.opened)),
        "mend": "" if look.correcting is None else look.correcting,
    }
    return {name: value for name, value in parameters.items() if value != ""}


def _read_view(fields: Mapping[str, str]) -> View | None:
    asked = fields.get("view") or None
    if asked is None:
        return None
    for view in get_args(View):
        if asked == view:
            return view  # type: ignore[no-any-return]  # get_args forgets the type of what it returns
    raise InvalidInput(f"There is no such view. There are: {', '.join(get_args(View))}.", field="view")


def _read_lens(fields: Mapping[str, str]) -> Lens:
    asked = fields.get("lens") or "all"
    for lens in get_args(Lens):
        if asked == lens:
            return lens  # type: ignore[no-any-return]  # get_args forgets the type of what it returns
    raise InvalidInput(f"There is no such lens. There are: {', '.join(get_args(Lens))}.", field="lens")


def _names(fields: MultiDict[str, str], field: str) -> set[str]:
    return {name.strip() for value in fields.getlist(field) for name in value.split(",")} - {""}


def _read_number(written: str, field: str) -> int:
    if written.isascii() and written.isdigit() and len(written) <= MAX_ROW_DIGITS:
        return int(written)
    raise InvalidInput(f"{field} takes the number of a place on the page.", field=field)
