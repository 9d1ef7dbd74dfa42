"""A comparison as the pages show it: in one of the views, with the languages of its two sides."""

from dataclasses import dataclass

from webapp.display import inline, side_by_side
from webapp.display.model import InlineRow, SideRow, Stretch
from webapp.display.stretches import stretches
from webapp.engine.model import Comparison
from webapp.services import Version
from webapp.web.choices import View


@dataclass(frozen=True, slots=True)
class Tab:
    """A view that the reader can turn to, and its address."""

    view: View
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Result:
    """What the macros of a comparison draw. The rows of `stretches` are InlineRow or SideRow, as `view` says."""

    old: Version
    new: Version
    comparison: Comparison
    view: View
    stretches: tuple[Stretch[InlineRow], ...] | tuple[Stretch[SideRow], ...]


def view_result(old: Version, new: Version, comparison: Comparison, view: View) -> Result:
    """Lay a comparison out in the view that the reader chose."""
    if view == "inline":
        return Result(old, new, comparison, view, stretches(inline.rows(comparison)))
    return Result(old, new, comparison, view, stretches(side_by_side.rows(comparison)))
