"""The inline view for a terminal: one line a paragraph, pieces in order; colours and signs are the command line's."""

from collections.abc import Iterator

from webapp.display import inline
from webapp.display.model import Piece
from webapp.engine.model import Comparison


def lines(comparison: Comparison) -> Iterator[tuple[Piece, ...]]:
    """Yield the pieces of each row of the inline view."""
    for row in inline.rows(comparison):
        yield row.cell.pieces
