"""One side of a comparison or of a pair, by its name."""

from webapp.display.model import SideName
from webapp.engine.model import Comparison, Pair, Side


def side_of(comparison: Comparison, name: SideName) -> Side:
    """Return the old or the new side."""
    return comparison.old if name == "old" else comparison.new


def sentences_of(pair: Pair, name: SideName) -> tuple[int, ...]:
    """Return the indices of a pair's sentences on the old or the new side."""
    return pair.old if name == "old" else pair.new
