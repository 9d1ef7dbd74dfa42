"""A comparison as the pages show it: the verdict, the strip, the ledger, and the text in one of the views."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.display.ledger import Ledger, ledger
from webapp.display.model import InlineRow, SideRow, Stretch
from webapp.display.rows import clean, filters, inline, side_by_side
from webapp.display.rows.stretches import stretches
from webapp.display.strip import Strip, strip
from webapp.engine.model import Comparison
from webapp.services import Version
from webapp.web.reading.addresses import Address, Addresses
from webapp.web.reading.choices import Lens, Look, View
from webapp.web.reading.corrections import RowCorrections, offer_corrections

AnyStretches = tuple[Stretch[InlineRow], ...] | tuple[Stretch[SideRow], ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """A view or a lens that the reader can turn to, and its address."""

    view: View | Lens
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """What the macros of a comparison draw. The rows of `stretches` are SideRow in the view "side", else InlineRow.

    links      None where the reader cannot turn to another state of the page
    corrections  the corrections of the row that the reader wants to correct
    is_large   folded stretches are left out of the page until they are opened
    """

    old: Version
    new: Version
    comparison: Comparison
    look: Look
    view: View
    stretches: AnyStretches
    ledger: Ledger
    strip: Strip
    links: Addresses | None = None
    corrections: RowCorrections | None = None
    is_large: bool = False

    @property
    def address(self) -> str:
        """The clean address of this very state."""
        return self.links.here() if self.links else ""

    @property
    def tabs(self) -> tuple[Tab, ...]:
        if not self.links:
            return ()
        return tuple(Tab(view, label, self.links.view(view)) for view, label in _VIEWS.items())

    @property
    def lenses(self) -> tuple[Tab, ...]:
        if not self.links:
            return ()
        return tuple(Tab(lens, label, self.links.lens(lens)) for lens, label in _LENSES.items())


_VIEWS: dict[View, str] = {
    "inline": "Inline",
    "side": "Side by side",
    "changes": "Changes only",
    "clean-new": "Clean",
}
_LENSES: dict[Lens, str] = {
    "all": "Everything",
    "meaning": "Meaning",
    "quotations": "Quotations",
    "facts": "Numbers, names",
    "translation": "Translation",
}


def is_under(view: View, tab: Tab) -> bool:
    """Tell whether a view belongs to a tab: both clean sides share one."""
    return str(view).partition("-")[0] == str(tab.view).partition("-")[0]


def view_result(
    old: Version,
    new: Version,
    comparison: Comparison,
    look: Look | View = "inline",
    address: Address | None = None,
    *,
    is_frozen: bool = False,
    large_words: int,
) -> ResultView:
    """Lay a comparison out as the reader chose to look at it. `address` makes the page's own addresses."""
    look = look if isinstance(look, Look) else Look(view=look)
    is_large = comparison.old.words + comparison.new.words > large_words
    default: View = "changes" if is_large else "inline"
    view = look.view or default
    links = Addresses(address, look, default, comparison, is_frozen) if address else None
    laid_out = _lay_out(comparison, view, look)
    return ResultView(
        old=old,
        new=new,
        comparison=comparison,
        look=look,
        view=view,
        stretches=laid_out,
        ledger=ledger(comparison),
        strip=strip(comparison),
        links=links,
        corrections=offer_corrections(comparison, _row_pairs(laid_out, look.correcting), links)
        if links and not is_frozen
        else None,
        is_large=is_large,
    )


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
