"""Sentences without a partner that another pair tells: for each that pair, and the paragraph of the other side."""

from collections.abc import Mapping

from webapp.display.model import Retelling
from webapp.display.rows.numbering import Numbering
from webapp.engine.model import Comparison


def retellings(comparison: Comparison) -> Mapping[int, Retelling]:
    """Return where each is told, by the number of the pair that it is alone in."""
    if not comparison.also:  # most comparisons; the numbers below cost a look at every pair
        return {}
    numbers = {(pair.old, pair.new): number for number, pair in enumerate(comparison.pairs)}
    paragraphs = {True: Numbering(comparison.new), False: Numbering(comparison.old)}
    found: dict[int, Retelling] = {}
    for also in comparison.also:
        was_dropped = also.old[0] not in comparison.pairs[also.pair].old
        side, teller = (comparison.new, also.new[0]) if was_dropped else (comparison.old, also.old[0])
        own = numbers[(also.old, ()) if was_dropped else ((), also.new)]
        found[own] = Retelling(also.pair, paragraphs[was_dropped].at(side.sentences[teller].start))
    return found
