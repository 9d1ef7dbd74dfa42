"""A comparison as the pages show it: the verdict, the strip, the ledger, and the text in one of the views."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from webapp.display.ledger import Ledger, ledger
from webapp.display.model import InlineRow
from webapp.display.phrases.views import LENS_NAMES, VIEW_NAMES
from webapp.display.rows import clean, filters, inline, side_by_side
from webapp.display.rows.stretches import stretches
from webapp.display.strip import Strip, strip
from webapp.engine.model import Comparison
from webapp.services import Version
from webapp.web.reading.addresses import Address, Addresses
from webapp.web.reading.choices import LENSES, Lens, Look, View
from webapp.web.reading.corrections import offer_corrections
from webapp.web.reading.drawn import (
    AnyStretches,
    ClauseView,
    GroupView,
    StretchView,
    draw_ledger,
    draw_stretches,
    draw_verdict,
)

Name = TypeVar("Name", View, Lens)


@dataclass(frozen=True, slots=True)
class Tab:
    """A view or a lens that the reader can turn to, and its address."""

    view: View | Lens
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """What the macros of a comparison draw. The rows are SideRow in the view "side", else InlineRow.

    groups       the ledger by what the changes are changes to
    address      the clean address of this very state
    unfolded     the page without filters
    other_side   of a clean view: the clean view of the other text
    uncorrected  the page without the reader's corrections
    is_large     folded stretches are left out of the page until they are opened

    An address is "" if the reader cannot turn to that state of the page.
    """

    old: Version
    new: Version
    comparison: Comparison
    look: Look
    view: View
    verdict: tuple[ClauseView, ...]
    strip: Strip
    tabs: tuple[Tab, ...]
    lenses: tuple[Tab, ...]
    ledger: Ledger
    groups: tuple[GroupView, ...]
    stretches: tuple[StretchView, ...]
    address: str
    unfolded: str
    other_side: str
    uncorrected: str
    is_large: bool


_VIEWS: tuple[View, ...] = ("inline", "side", "changes", "clean-new")


def view_result(
    old: Version,
    new: Version,
    comparison: Comparison,
    look: Look,
    address: Address | None,
    *,
    is_frozen: bool = False,
    changes_only_words: int,
) -> ResultView:
    """Lay a comparison out as the reader chose to look at it.

    address             makes the page's own addresses; None inside a frame
    changes_only_words  words of both texts above which the page opens with the changes only
    """
    is_large = comparison.old.words + comparison.new.words > changes_only_words
    default: View = "changes" if is_large else "inline"
    view = look.view or default
    addresses = Addresses(address, look, default, comparison, is_frozen)
    laid_out, found = _lay_out(comparison, view, look), ledger(comparison)
    corrected = frozenset() if is_frozen else _row_pairs(laid_out, look.correcting)
    corrections = offer_corrections(comparison, corrected, addresses)
    return ResultView(
        old=old,
        new=new,
        comparison=comparison,
        look=look,
        view=view,
        verdict=tuple(draw_verdict(comparison, addresses)),
        strip=strip(comparison),
        tabs=_tabs(_VIEWS, VIEW_NAMES, addresses.view) if address else (),
        lenses=_tabs(LENSES, LENS_NAMES, addresses.lens) if address else (),
        ledger=found,
        groups=tuple(draw_ledger(found, addresses)),
        stretches=tuple(draw_stretches(laid_out, look, addresses, corrections, is_large)),
        address=addresses.here(),
        unfolded=addresses.only(),
        other_side=addresses.view("clean-new" if view == "clean-old" else "clean-old"),
        uncorrected=addresses.uncorrected(),
        is_large=is_large,
    )


def _tabs(names: Iterable[Name], labels: Mapping[str, str], address: Callable[[Name], str]) -> tuple[Tab, ...]:
    return tuple(Tab(name, labels[name], address(name)) for name in names)


def _row_pairs(laid_out: AnyStretches, pair: int | None) -> frozenset[int]:
    """Return the pairs of the row that holds a pair."""
    rows = (row for stretch in laid_out for row in stretch.rows)
    return next((row.pairs for row in rows if pair in row.pairs), frozenset())


def _lay_out(comparison: Comparison, view: View, look: Look) -> AnyStretches:
    wish = filters.matching(comparison, look.only) if look.only else None
    if view == "side":
        return stretches(side_by_side.rows(comparison), comparison, wish)
    if view == "changes":
        wish = wish or filters.changed(comparison)
    return stretches(_rows(comparison, view), comparison, wish)


def _rows(comparison: Comparison, view: View) -> Sequence[InlineRow]:
    if view == "clean-old":
        return clean.rows(comparison, "old")
    return clean.rows(comparison, "new") if view == "clean-new" else inline.rows(comparison)
