"""The old places of moved sentences: after which pair of the reading order each is."""

from collections import defaultdict

from webapp.engine.model import Comparison

FIRST = -1
"""The place before all pairs."""


def departures(comparison: Comparison) -> dict[int, list[int]]:
    """Return for a pair the moved pairs that came right after it in old, in the order of old.

    If the neighbour before a moved pair was moved too, the nearest pair before it that was not moved counts.
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
