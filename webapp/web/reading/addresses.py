"""The addresses around one state of the reading page: the same but for one choice."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from webapp.display.rows.filters import Filter
from webapp.engine.model import Comparison
from webapp.engine.options import Options
from webapp.web.reading.choices import Lens, Look, View
from webapp.web.reading.corrected import as_story, not_as_story, put_apart

Address = Callable[[Look, Options], str]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes the addresses. A choice that is the default leaves the address, and so does what no longer fits.

    is_frozen  the options cannot be changed any more, and nothing can be corrected
    """

    address: Address
    look: Look
    default_view: View
    comparison: Comparison
    is_frozen: bool = False

    def here(self) -> str:
        return self._to(self.look)

    def view(self, view: View) -> str:
        return self._to(replace(self.look, view=view, correcting=None, opened=()))

    def lens(self, lens: Lens) -> str:
        return self._to(replace(self.look, lens=lens))

    def only(self, *names: Filter) -> str:
        """Return the address that shows these alone; without any, all."""
        return self._to(replace(self.look, only=names, correcting=None, opened=()))

    def marked(self) -> str:
        """Return the address of the page on which every change is marked: "" where this is it."""
        if (self.look.view or self.default_view).startswith("clean"):
            return self._to(replace(self.look, view="inline", only=(), correcting=None, opened=()))
        leaves_out = self.default_view == "changes"
        return self.only() if self.look.only and leaves_out else ""

    def change(self, change_id: str) -> str:
        """Return the address of one change: of a link, the page that shows it alone; else its place on this page."""
        here = self.here()
        if self.is_frozen:
            return f"{here}{'&' if '?' in here else '?'}change={change_id}"
        return f"{self.marked() or here}#{change_id}"

    def opening(self, start: int) -> str:
        """Return the address with one folded stretch open."""
        return self._to(replace(self.look, opened=tuple(sorted({*self.look.opened, start})))) + f"#r{start}"

    def correcting(self, pair: int | None) -> str:
        """Return the address that offers the corrections of a pair, or with None those of none."""
        anchor = f"#s{self.look.correcting if pair is None else pair}"
        return self._to(replace(self.look, correcting=pair)) + anchor

    def apart(self, pair: int) -> str:
        return self._corrected(put_apart(self.comparison, pair))

    def story(self, pairs: "frozenset[int] | set[int]") -> str:
        return self._corrected(as_story(self.comparison, pairs))

    def not_story(self, pairs: "frozenset[int] | set[int]") -> str:
        return self._corrected(not_as_story(self.comparison, pairs))

    def uncorrected(self) -> str:
        plain = Options()
        options = replace(
            self.comparison.options,
            old_story=plain.old_story,
            new_story=plain.new_story,
            apart=plain.apart,
            together=plain.together,
        )
        return self._corrected(options)

    def _corrected(self, options: Options | None) -> str:
        """Return the address under other options, "" where the correction is not to be had."""
        if options is None or self.is_frozen:
            return ""
        return self.address(self._clean(replace(self.look, correcting=None, opened=())), options)

    def _to(self, look: Look) -> str:
        return self.address(self._clean(look), self.comparison.options)

    def _clean(self, look: Look) -> Look:
        return replace(look, view=None) if look.view == self.default_view else look
