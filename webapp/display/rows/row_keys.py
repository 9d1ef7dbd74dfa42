"""In which row of the one column each pair is drawn."""

from collections.abc import Iterator
from typing import NamedTuple

from webapp.display.rows.departures import FIRST, departures
from webapp.display.rows.pieces import paragraph_at
from webapp.engine.model import Comparison, Pair


class RowKey(NamedTuple):
    """The row that a fragment is drawn in: a paragraph of new, or one of old that has no place in new."""

    is_new: bool
    paragraph: int


class RowKeys:
    """The rows of one comparison's pairs, and of the places that moved pairs left."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._dropped = _rows_of_dropped(comparison)
        self._departures = departures(comparison)

    def of_pair(self, pair: int) -> RowKey:
        """Return the row in which a pair begins."""
        return self._dropped.get(pair) or _first_row(self._comparison, self._comparison.pairs[pair])

    def first_departures(self) -> Iterator[tuple[int, RowKey]]:
        """Yield the moved pairs that came before all others, with rows of their own."""
        for departed in self._departures.get(FIRST, ()):
            yield departed, self._own_row(departed)

    def departures_after(self, pair: int, row: RowKey) -> Iterator[tuple[int, RowKey]]:
        """Yield the moved pairs that came after a pair: in `row`, where it ends, if they were in its old paragraph."""
        for departed in self._departures.get(pair, ()):
            own_row = self._own_row(departed)
            last = self._comparison.pairs[pair].old[-1]
            yield departed, row if _old_paragraph(self._comparison, last) == own_row.paragraph else own_row

    def _own_row(self, pair: int) -> RowKey:
        return RowKey(False, _old_paragraph(self._comparison, self._comparison.pairs[pair].old[0]))


def _rows_of_dropped(comparison: Comparison) -> dict[int, RowKey]:
    """Return the row of each dropped pair: the row of a neighbour from its old paragraph, else its own."""
    rows: dict[int, RowKey] = {}
    followers = _next_linked(comparison)
    last_paragraph, last_row = -1, RowKey(False, 0)
    for index, pair in enumerate(comparison.pairs):
        if pair.relation == "dropped":
            paragraph = _old_paragraph(comparison, pair.old[0])
            if paragraph != last_paragraph:
                last_row = _row_with(comparison, paragraph, followers[index])
            rows[index] = last_row
            last_paragraph = paragraph
        elif pair.old and pair.new and not pair.moved:
            last_paragraph = _old_paragraph(comparison, pair.old[-1])
            last_row = RowKey(True, _new_paragraph(comparison, pair.new[-1]))
    return rows


def _row_with(comparison: Comparison, paragraph: int, follower: Pair | None) -> RowKey:
    if follower and _old_paragraph(comparison, follower.old[0]) == paragraph:
        return RowKey(True, _new_paragraph(comparison, follower.new[0]))
    return RowKey(False, paragraph)


def _next_linked(comparison: Comparison) -> list[Pair | None]:
    """Return for each pair the next one in order that has sentences on both sides."""
    following: list[Pair | None] = []
    follower: Pair | None = None
    for pair in reversed(comparison.pairs):
        following.append(follower)
        follower = pair if pair.old and pair.new and not pair.moved else follower
    return following[::-1]


def _first_row(comparison: Comparison, pair: Pair) -> RowKey:
    return RowKey(True, _new_paragraph(comparison, pair.new[0])) if pair.new else RowKey(False, 0)


def _old_paragraph(comparison: Comparison, sentence: int) -> int:
    return paragraph_at(comparison.old.paragraphs, comparison.old.sentences[sentence].start)


def _new_paragraph(comparison: Comparison, sentence: int) -> int:
    return paragraph_at(comparison.new.paragraphs, comparison.new.sentences[sentence].start)
