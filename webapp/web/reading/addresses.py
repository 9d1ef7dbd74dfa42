"""The addresses around one state of the reading page: the same but for one choice."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from webapp.display.rows.filters import Filter
from webapp.engine.model import Comparison
from webapp.engine.options import Options
from webapp.web.reading.choices import Lens, Look, View
from webapp.web.reading.corrected import as_story, not_as_story, put_apart, uncorrected

Address = Callable[[Look, Options], str]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes the addresses. A default choice is left out; another view or filter drops opened stretches and corrections.

    address    None inside a frame, where the reader cannot turn to another state of the page: every address is ""
    is_frozen  the options cannot be changed any more, and nothing can be corrected
    """

    address: Address | None
    look: Look
    default_view: View
    comparison: Comparison
    is_frozen: bool = False

    def here(self) -> str:
        return self._to(self.look)

    def view(self, view: View) -> str:
        return self._to(self._in_view(view))

    def lens(self, lens: Lens) -> str:
        return self._to(replace(self.look, lens=lens))

    def only(self, *names: Filter) -> str:
        """Return the address that shows these alone; without any, all."""
        return self._to(replace(self.look, only=names, correcting=None, opened=()))

    def marked(self) -> str:
        """Return the address of the page on which every change is marked; "" if this is it."""
        if (self.look.view or self.default_view).startswith("clean"):
            return self._to(replace(self.look, view="inline", only=(), correcting=None, opened=()))
        leaves_out = self.default_view == "changes"
        return self.only() if self.look.only and leaves_out else ""

    def change(self, change_id: str) -> str:
        """Return the address of one change: of a link, the page that shows it alone; else its place on this page."""
        here = self.here()
        if not here:
            return ""
        if self.is_frozen:
            return f"{here}{'&' if '?' in here else '?'}change={change_id}"
        return f"{self.marked() or here}#{change_id}"

    def marked_inline(self, change_id: str) -> str:
        """Return the address of a change in the inline view."""
        return self._to(self._in_view("inline"), f"#{change_id}")

    def opening(self, start: int) -> str:
        """Return the address with one folded stretch open."""
        return self._to(replace(self.look, opened=tuple(sorted({*self.look.opened, start}))), f"#r{start}")

    def correcting(self, pair: int | None) -> str:
        """Return the address that offers the corrections of a pair, or with None of no pair; "" if it is frozen."""
        if self.is_frozen:
            return ""
        return self._to(replace(self.look, correcting=pair), f"#s{self.look.correcting if pair is None else pair}")

    def apart(self, pair: int) -> str:
        return self._corrected(put_apart(self.comparison, pair))

    def story(self, pairs: "frozenset[int] | set[int]") -> str:
        return self._corrected(as_story(self.comparison, pairs))

    def not_story(self, pairs: "frozenset[int] | set[int]") -> str:
        return self._corrected(not_as_story(self.comparison, pairs))

    def uncorrected(self) -> str:
        return self._corrected(uncorrected(self.comparison.options))

    def _corrected(self, options: Options | None) -> str:
        """Return the address under other options; "" if the correction is impossible."""
        if options is None or self.is_frozen:
            return ""
        return self._to(replace(self.look, correcting=None, opened=()), options=options)

    def _to(self, look: Look, anchor: str = "", options: Options | None = None) -> str:
        if self.address is None:
            return ""
        return self.address(self._clean(look), options or self.comparison.options) + anchor

    def _in_view(self, view: View) -> Look:
        return replace(self.look, view=view, correcting=None, opened=())

    def _clean(self, look: Look) -> Look:
        return replace(look, view=None) if look.view == self.default_view else look
