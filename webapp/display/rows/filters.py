"""Which rows the reader asked for: by what became of their sentences, or by the flags of their changes."""

from collections.abc import Callable, Collection
from typing import Literal, get_args

from webapp.display.model import InlineRow, SideRow
from webapp.engine.model import FLAGS, Comparison, Flag, Relation

Filter = Relation | Literal["moved"] | Flag

# White space is no filter: `show=spacing` has always meant that it counts.
FILTERS: tuple[Filter, ...] = (*get_args(Relation), "moved", *(flag for flag in FLAGS if flag != "spacing"))

Wish = Callable[[InlineRow | SideRow], bool]


def matching(comparison: Comparison, names: Collection[Filter]) -> Wish:
    """Return what tells whether a row holds something of these kinds."""
    wanted = set(names)
    pairs = {index for index, pair in enumerate(comparison.pairs) if pair.relation in wanted}
    if "moved" in wanted:
        pairs |= {index for index, pair in enumerate(comparison.pairs) if pair.moved}
    pairs |= {change.pair for change in comparison.changes if wanted.intersection(change.flags)}
    return lambda row: not pairs.isdisjoint(row.pairs)


def changed(comparison: Comparison) -> Wish:
    """Return what tells whether a row holds a change that a reader of changes alone must see.

    That is every change that matters or may matter, and every sentence that is gone, new, rewritten or elsewhere.
    """
    pairs = {index for index, pair in enumerate(comparison.pairs) if pair.relation not in {"verbatim", "edited"}}
    pairs |= {index for index, pair in enumerate(comparison.pairs) if pair.moved}
    pairs |= {change.pair for change in comparison.changes if change.weight in {"hard", "soft"}}
    return lambda row: not pairs.isdisjoint(row.pairs)
