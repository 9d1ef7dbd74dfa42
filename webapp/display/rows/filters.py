"""Which rows a filter shows: by the relation of their sentences, or by the flags of their changes."""

from collections.abc import Callable, Collection
from typing import Literal, get_args

from webapp.display.model import InlineRow, SideRow
from webapp.display.rows.retellings import retellings
from webapp.engine.model import FLAGS, Comparison, Flag, Relation

Filter = Relation | Literal["moved", "also"] | Flag

# White space is no filter: `show=spacing` is the option that it counts as a change.
FILTERS: tuple[Filter, ...] = (*get_args(Relation), "moved", "also", *(flag for flag in FLAGS if flag != "spacing"))

RowTest = Callable[[InlineRow | SideRow], bool]


def matching(comparison: Comparison, names: Collection[Filter]) -> RowTest:
    """Return a test for rows that have something of these kinds."""
    wanted, retold = set(names), retellings(comparison).keys()
    pairs = {index for index, pair in enumerate(comparison.pairs) if pair.relation in wanted} - retold
    if "also" in wanted:
        pairs |= retold
    if "moved" in wanted:
        pairs |= {index for index, pair in enumerate(comparison.pairs) if pair.moved}
    pairs |= {change.pair for change in comparison.changes if wanted.intersection(change.flags)}
    return lambda row: not pairs.isdisjoint(row.pairs)


def changed(comparison: Comparison) -> RowTest:
    """Return a test for rows that belong in the view of changes only.

    That is every change that matters or may matter, and every sentence that was dropped, added, rewritten or moved.
    """
    pairs = {index for index, pair in enumerate(comparison.pairs) if pair.relation not in {"verbatim", "edited"}}
    pairs |= {index for index, pair in enumerate(comparison.pairs) if pair.moved}
    pairs |= {change.pair for change in comparison.changes if change.weight in {"hard", "soft"}}
    return lambda row: not pairs.isdisjoint(row.pairs)
