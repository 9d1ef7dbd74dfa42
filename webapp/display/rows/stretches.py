"""Neighbouring rows that are drawn in the same way: shown, folded to one line, or furniture of the page."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby

from webapp.display.model import Row, Stretch, StretchKind
from webapp.display.shortening import shorten
from webapp.engine.model import Comparison, Relation

MAX_OPENING_CHARS = 60
"""Length of the opening of a folded stretch."""


def stretches(
    rows: Sequence[Row], comparison: Comparison, is_wanted: Callable[[Row], bool] | None = None
) -> tuple[Stretch[Row], ...]:
    """Return the rows in order, cut where the way they are drawn changes. Without `is_wanted` the whole story is shown.

    A row beside a wanted one is its context. Furniture of one page never shares a stretch with that of the other.
    """
    kinds = _kinds(rows, is_wanted)
    sides = [row.side if kind == "furniture" else "" for kind, row in zip(kinds, rows, strict=True)]
    cut: list[Stretch[Row]] = []
    start = 0
    for (kind, _), run in groupby(zip(kinds, sides, strict=True)):
        end = start + len(list(run))
        cut.append(_stretch(kind, tuple(rows[start:end]), start, comparison))
        start = end
    return tuple(cut)


def _stretch(kind: StretchKind, rows: tuple[Row, ...], start: int, comparison: Comparison) -> Stretch[Row]:
    if kind == "shown":
        return Stretch(kind, rows, start)
    return Stretch(kind, rows, start, shorten(rows[0].text, MAX_OPENING_CHARS), _count_sentences(rows, comparison))


def _kinds(rows: Sequence[Row], is_wanted: Callable[[Row], bool] | None) -> list[StretchKind]:
    plain = [_kind(row, is_wanted) for row in rows]
    shown = [kind == "shown" for kind in plain]
    beside = [any(shown[max(0, place - 1) : place + 2]) for place in range(len(rows))]
    return ["context" if kind == "folded" and near else kind for kind, near in zip(plain, beside, strict=True)]


def _kind(row: Row, is_wanted: Callable[[Row], bool] | None) -> StretchKind:
    if row.scope == "furniture":
        return "furniture"
    return "shown" if is_wanted is None or is_wanted(row) else "folded"


def _count_sentences(rows: Sequence[Row], comparison: Comparison) -> Counter[Relation]:
    pairs = {pair for row in rows for pair in row.pairs}
    counts: Counter[Relation] = Counter()
    for pair in (comparison.pairs[index] for index in pairs):
        counts[pair.relation] += len(pair.new) or len(pair.old)
    return counts
