"""Groups edits into changes and gives each an id, in reading order, and its flags.

The -cat +dog  = sat  -down      c1 replace "cat" by "dog", c2 delete "down"
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from webapp.engine.changes.flags import Flagger, PairFlagger, WholeFlagger
from webapp.engine.context import Context
from webapp.engine.edits.pairs import PairEdits, PairResult
from webapp.engine.model import (
    HARD_FLAGS,
    SOFT_FLAGS,
    SURFACE_FLAGS,
    Change,
    ChangeKind,
    Flag,
    GroupName,
    Pair,
    Segment,
    Weight,
)
from webapp.engine.span import Span
from webapp.engine.text.document import Document

_WEIGHTS: dict[Flag, Weight] = {
    **dict.fromkeys(HARD_FLAGS, "hard"),
    **dict.fromkeys(SOFT_FLAGS, "soft"),
    **dict.fromkeys(SURFACE_FLAGS, "surface"),
}


class Named(NamedTuple):
    """All segments with the ids of their changes, the changes, the pairs with their counts, the groups in doubt."""

    segments: tuple[Segment, ...]
    changes: tuple[Change, ...]
    results: tuple[PairResult, ...]
    doubted: frozenset[GroupName]


def flag_changes(compared: Iterable[PairEdits], old: Document, new: Document, context: Context) -> Named:
    """Name and flag the changes of all pairs, pair by pair: the words of a compared pair are not kept.

    Shape: deletions of one pair and the insertions behind them, with nothing equal between, are one change; a moved
    pair has one more, before those of its words.
    Units: a change's spans leave out the white space after its last word, unless it is nothing but white space.
    """
    all_flags = Flagger(old, new, context)
    ids = (f"c{number}" for number in count(1))
    segments: list[Segment] = []
    changes: list[Change] = []
    results: list[PairResult] = []
    for edits in compared:
        results.append(edits.result)
        if edits.result.pair.moved:
            changes.append(_move(edits, next(ids), old.text, new.text))
        if len(edits.segments) == 1 and edits.segments[0].op == "equal":  # most pairs
            segments += edits.segments
            continue
        flagger = all_flags.of_pair(edits)
        for stretch in _stretches(edits.segments):
            if stretch[0].op != "equal":
                change = _change(edits.result.pair, next(ids), stretch, old.text, new.text, flagger)
                changes.append(change)
                stretch = [_named(segment, change.id) for segment in stretch]
            segments += stretch
    return Named(tuple(segments), tuple(changes), tuple(results), frozenset(all_flags.doubted))


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


def _change(
    pair: Pair,
    change_id: str,
    stretch: list[Segment],
    old_text: str,
    new_text: str,
    flagger: PairFlagger | WholeFlagger | None,
) -> Change:
    old = _cover([segment.old for segment in stretch if segment.old], old_text)
    new = _cover([segment.new for segment in stretch if segment.new], new_text)
    kind: ChangeKind = "replace" if old and new else "delete" if old else "insert"
    flags = flagger.flags(old, new) if flagger else ()
    return Change(change_id, kind, old, new, stretch[0].pair, flags, _weigh(flags), pair.scope)


def _move(edits: PairEdits, change_id: str, old_text: str, new_text: str) -> Change:
    old = _cover([segment.old for segment in edits.segments if segment.old], old_text)
    new = _cover([segment.new for segment in edits.segments if segment.new], new_text)
    return Change(change_id, "move", old, new, edits.segments[0].pair, scope=edits.result.pair.scope)


def _named(segment: Segment, change_id: str) -> Segment:
    return Segment(segment.op, segment.old, segment.new, segment.pair, change_id)


def _weigh(flags: Sequence[Flag]) -> Weight:
    if not flags:
        return "plain"
    weights = {_WEIGHTS[flag] for flag in flags}
    return "hard" if "hard" in weights else "soft" if "soft" in weights else "surface"


def _cover(spans: list[Span], text: str) -> Span | None:
    if not spans:
        return None
    start, end = spans[0].start, spans[-1].end
    return Span(start, start + len(text[start:end].rstrip()) if text[start:end].strip() else end)
