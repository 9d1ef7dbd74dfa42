"""Where moved sentences stood: after which pair of the reading order their old place is."""

from collections import defaultdict

from webapp.engine.model import Comparison

FIRST = -1
"""The place before all pairs."""


def departures(comparison: Comparison) -> dict[int, list[int]]:
    """Return for a pair the moved pairs that stood right after it in old, in old's order.

    Where its neighbour was moved too, a pair stands after the nearest one before that was not.
    """
    pairs = comparison.pairs
    by_sentence = {sentence: index for index, pair in enumerate(pairs) for sentence in pair.old}
    left: dict[int, list[int]] = defaultdict(list)
    before = FIRST
    for sentence in sorted(by_sentence):
        index = by_sentence[sentence]
        if not pairs[index].moved:
            before = index
        elif sentence == pairs[index].old[0]:
            left[before].append(index)
    return left
