"""Moved sentences, for the rows that they stand in."""

from webapp.display.model import Move
from webapp.display.pieces import Anchors, paragraph_at
from webapp.engine.model import Comparison


class Moves:
    """The moves of a comparison, by pair; each is handed out with its anchor once a view."""

    def __init__(self, comparison: Comparison, anchors: Anchors) -> None:
        self._comparison = comparison
        self._anchors = anchors
        self._changes = {change.pair: change for change in comparison.changes if change.kind == "move"}

    def of_pair(self, pair: int) -> Move | None:
        """Return the move of a pair, None where it keeps the order."""
        change = self._changes.get(pair)
        if change is None or change.old is None or change.new is None:
            return None
        old, new = self._comparison.old.paragraphs, self._comparison.new.paragraphs
        places = paragraph_at(old, change.old.start) + 1, paragraph_at(new, change.new.start) + 1
        return Move(change.id, *places, self._anchors.take(change.id))
