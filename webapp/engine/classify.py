"""Edits into changes: what a reader would point at as one change gets one id, in reading order.

The -cat +dog  = sat  -down      c1 replace "cat" by "dog", c2 delete "down"
"""

from collections.abc import Iterable
from itertools import groupby

from webapp.engine.model import Change, ChangeKind, Segment, Span


def group_changes(
    segments: Iterable[Segment], old_text: str, new_text: str
) -> tuple[tuple[Segment, ...], tuple[Change, ...]]:
    """Return the segments with the ids of their changes, and the changes.

    Shape: deletions and insertions of one pair with nothing equal between them are one change.
    Units: a change's spans leave out the white space after its last word, unless it is nothing but white space.
    """
    named: list[Segment] = []
    changes: list[Change] = []
    for (is_equal, pair), run in groupby(segments, key=lambda segment: (segment.op == "equal", segment.pair)):
        stretch = list(run)
        if not is_equal:
            change_id = f"c{len(changes) + 1}"
            changes.append(_change(change_id, pair, stretch, old_text, new_text))
            stretch = [Segment(segment.op, segment.old, segment.new, segment.pair, change_id) for segment in stretch]
        named += stretch
    return tuple(named), tuple(changes)


def _change(change_id: str, pair: int, stretch: list[Segment], old_text: str, new_text: str) -> Change:
    old = _cover([segment.old for segment in stretch if segment.old], old_text)
    new = _cover([segment.new for segment in stretch if segment.new], new_text)
    kind: ChangeKind = "replace" if old and new else "delete" if old else "insert"
    return Change(change_id, kind, old, new, pair)


def _cover(spans: list[Span], text: str) -> Span | None:
    if not spans:
        return None
    start, end = spans[0].start, spans[-1].end
    return Span(start, start + len(text[start:end].rstrip()) or end)
