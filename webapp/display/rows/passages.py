"""Pieces into passages: which change, which pair and which move each stretch of text belongs to."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from webapp.display.model import Mark, Passage, Piece
from webapp.display.rows.moves import Moves
from webapp.display.rows.pieces import Anchors, PairPiece
from webapp.display.rows.retellings import retellings
from webapp.display.shortening import shorten
from webapp.engine.model import Comparison

MAX_DEPARTED_CHARS = 60
"""How much of a moved sentence is shown at the place that it left: enough to recognise it."""


class Passages:
    """Makes the passages of one view, giving each change and each pair its one anchor there."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._changes = {change.id: change for change in comparison.changes}
        self._anchors = Anchors()
        self._moves = Moves(comparison, self._anchors)
        self._retellings = retellings(comparison)

    def of(self, entries: Iterable[PairPiece]) -> tuple[Passage, ...]:
        """Return the passages of a line."""
        runs = groupby(entries, key=lambda entry: (entry.pair, entry.piece is None))
        return tuple(
            self._departure(pair) if departed else self._passage(pair, [entry.piece for entry in run if entry.piece])
            for (pair, departed), run in runs
        )

    def _passage(self, pair: int, pieces: Sequence[Piece]) -> Passage:
        anchor = self._anchors.take(pair)
        move = self._moves.of_pair(pair)
        marks = tuple(self._mark(change, tuple(run)) for change, run in groupby(pieces, key=lambda piece: piece.change))
        relation = self._comparison.pairs[pair].relation
        return Passage(pair, relation, marks, anchor, move, also=self._retellings.get(pair))

    def _mark(self, change: str | None, pieces: tuple[Piece, ...]) -> Mark:
        return Mark(pieces) if change is None else Mark(pieces, self._changes[change], self._anchors.take(change))

    def _departure(self, pair: int) -> Passage:
        move = self._moves.of_departure(pair)
        span = move.change.old
        words = shorten(self._comparison.old.text[slice(*span)], MAX_DEPARTED_CHARS) if span else ""
        marks = (Mark((Piece("equal", words),)),)
        return Passage(pair, self._comparison.pairs[pair].relation, marks, move=move, departed=True)
