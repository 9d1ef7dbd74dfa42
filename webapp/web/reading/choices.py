"""What the reader chose, read from an address and written back to one.

The address that is written is clean: nothing empty, nothing that is the default anyway, always in the same order, so
that two readers who chose the same things hold the same link.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args

from werkzeug.datastructures import MultiDict

from webapp.display.rows.filters import FILTERS, Filter
from webapp.engine.options import Options
from webapp.errors import InvalidInput
from webapp.input.options import parse_options, write_options
from webapp.web.reading.corrected import CORRECTIONS

View = Literal["inline", "side", "changes", "clean-old", "clean-new"]
Lens = Literal["all", "meaning", "quotations", "facts", "translation"]
VIEWS: tuple[View, ...] = get_args(View)
LENSES: tuple[Lens, ...] = get_args(Lens)
Choice = TypeVar("Choice", bound=str)

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


DEFAULT_LOOK = Look()


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


_SINGLE_OPTIONS = ("by", "scope", "moves", *CORRECTIONS)


def to_query(options: Options, look: Look = DEFAULT_LOOK) -> dict[str, Any]:
    """Return the query parameters for these options and this look."""
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


def find_choice(asked: str, known: Sequence[Choice]) -> Choice | None:
    """Return the name in an address, as one of the known names; None if it is unknown."""
    return next((name for name in known if name == asked), None)


def _read_view(fields: Mapping[str, str]) -> View | None:
    asked = fields.get("view")
    return _read_choice(asked, VIEWS, "view") if asked else None


def _read_lens(fields: Mapping[str, str]) -> Lens:
    return _read_choice(fields.get("lens") or "all", LENSES, "lens")


def _read_choice(asked: str, known: Sequence[Choice], field: str) -> Choice:
    found = find_choice(asked, known)
    if found is None:
        raise InvalidInput(f"There is no such {field}. There are: {', '.join(known)}.", field=field)
    return found


def _names(fields: MultiDict[str, str], field: str) -> set[str]:
    return {name.strip() for value in fields.getlist(field) for name in value.split(",")} - {""}


def _read_number(written: str, field: str) -> int:
    if written.isascii() and written.isdigit() and len(written) <= MAX_ROW_DIGITS:
        return int(written)
    raise InvalidInput(f"{field} takes the number of a place on the page.", field=field)
