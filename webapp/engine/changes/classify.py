"""Edits into changes: what a reader would point at as one change gets one id, in reading order, and its flags.

The -cat +dog  = sat  -down      c1 replace "cat" by "dog", c2 delete "down"
"""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from webapp.engine.changes.flags import Flagger
from webapp.engine.edits.pairs import PairResult
from webapp.engine.model import HARD_FLAGS, SOFT_FLAGS, Change, ChangeKind, Flag, Segment, Weight
from webapp.engine.span import Span
from webapp.engine.text.document import Document


class Named(NamedTuple):
    """All segments with the ids of their changes, the changes, and of each pair what is left to be counted."""

    segments: tuple[Segment, ...]
    changes: tuple[Change, ...]
    counted: tuple[PairResult, ...]


def name_changes(results: Iterable[PairResult], old: Document, new: Document) -> Named:
    """Name and flag the changes of all pairs.

    Shape: deletions of one pair and the insertions behind them, with nothing equal between, are one change; a moved
    pair has one more, before those of its words.
    Units: a change's spans leave out the white space after its last word, unless it is nothing but white space.
    """
    flagger = Flagger(old, new)
    ids = (f"c{number}" for number in count(1))
    segments: list[Segment] = []
    changes: list[Change] = []
    counted: list[PairResult] = []
    for result in results:
        # The words of a pair are let go with it: a long text would keep them all.
        counted.append(result._replace(segments=(), drawn=None))
        if result.pair.moved:
            changes.append(_move(result, next(ids), old.text, new.text))
        for stretch in _stretches(result.segments):
            if stretch[0].op != "equal":
                change = _change(result, next(ids), stretch, flagger)
                changes.append(change)
                stretch = [_named(segment, change.id) for segment in stretch]
            segments += stretch
    return Named(tuple(segments), tuple(changes), tuple(counted))


def _stretches(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    """Yield what is equal, and what is one change: a deletion behind an insertion begins another."""
    stretch: list[Segment] = []
    for segment in segments:
        is_begun = bool(stretch) and (
            segment.op == stretch[-1].op or (stretch[-1].op == "delete" and segment.op == "insert")
        )
        if stretch and not is_begun:
            yield stretch
            stretch = []
        stretch.append(segment)
    if stretch:
        yield stretch


def _change(result: PairResult, change_id: str, stretch: list[Segment], flagger: Flagger) -> Change:
    old = _cover([segment.old for segment in stretch if segment.old], flagger.old.text)
    new = _cover([segment.new for segment in stretch if segment.new], flagger.new.text)
    kind: ChangeKind = "replace" if old and new else "delete" if old else "insert"
    flags = flagger.flags(result, old, new)
    return Change(change_id, kind, old, new, stretch[0].pair, flags, _weigh(flags), result.pair.scope)


def _move(result: PairResult, change_id: str, old_text: str, new_text: str) -> Change:
    old = _cover([segment.old for segment in result.segments if segment.old], old_text)
    new = _cover([segment.new for segment in result.segments if segment.new], new_text)
    return Change(change_id, "move", old, new, result.segments[0].pair, scope=result.pair.scope)


def _named(segment: Segment, change_id: str) -> Segment:
    return Segment(segment.op, segment.old, segment.new, segment.pair, change_id)


def _weigh(flags: Iterable[Flag]) -> Weight:
    present = set(flags)
    if present.intersection(HARD_FLAGS):
        return "hard"
    if present.intersection(SOFT_FLAGS):
        return "soft"
    return "surface" if present else "plain"


def _cover(spans: list[Span], text: str) -> Span | None:
    if not spans:
        return None
    start, end = spans[0].start, spans[-1].end
    return Span(start, start + len(text[start:end].rstrip()) if text[start:end].strip() else end)
