"""Moved sentences, for the rows that have them now and for the rows that they left."""

from webapp.display.model import Move
from webapp.display.rows.numbering import Numbering
from webapp.display.rows.pieces import Anchors
from webapp.engine.model import Change, Comparison


class Moves:
    """The moves of a comparison, by pair; each is handed out with its anchor once a view."""

    def __init__(self, comparison: Comparison, anchors: Anchors) -> None:
        self._anchors = anchors
        self._old_numbers = Numbering(comparison.old)
        self._new_numbers = Numbering(comparison.new)
        self._changes = {change.pair: change for change in comparison.changes if change.kind == "move"}

    def of_pair(self, pair: int) -> Move | None:
        """Return the move of a pair, None if it was not moved."""
        change = self._changes.get(pair)
        return self._move(change, self._anchors.take(change.id)) if change else None

    def of_departure(self, pair: int) -> Move:
        """Return the move of a pair for the place that it left, which never has the anchor."""
        return self._move(self._changes[pair], anchor=False)

    def _move(self, change: Change, anchor: bool) -> Move:
        old, new = (span.start if span else 0 for span in (change.old, change.new))
        return Move(change, self._old_numbers.at(old), self._new_numbers.at(new), anchor)
