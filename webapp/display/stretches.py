"""Neighbouring rows of one scope, so that furniture can be folded."""

from collections.abc import Iterable
from itertools import groupby

from webapp.display.model import Row, Stretch


def stretches(rows: Iterable[Row]) -> tuple[Stretch[Row], ...]:
    """Return the rows in their order, cut where the scope changes."""
    return tuple(Stretch(scope, tuple(run)) for scope, run in groupby(rows, key=lambda row: row.scope))
