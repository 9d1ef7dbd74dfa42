"""Both texts as one line of runs, for the formats that have both.

Without the inserted runs it is old, without the deleted runs it is new, to the letter. A paragraph's end is
a line feed, a line break inside a paragraph is a space; white space around paragraphs is dropped.

old   The mayor said no.¶ She left.     equal "The mayor said ", delete "no", insert "yes", equal ".¶She left."
new   The mayor said yes.¶ She left.

A sentence that was moved is in two places: deleted at the old one, inserted at the new one, both with one `move`.
What is equal under the options but written otherwise (another case, another quotation mark) is a deletion and an
insertion here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from rapidfuzz.distance import LCSseq

from webapp.engine.model import Comparison, Op, Segment, Side

MAX_PARTS_PRODUCT = 1 << 24
"""Parts of old times parts of new, up to which a stretch that is equal under the options is searched for letters that
differ: 2,000 words a side. Past it the stretch is deleted and inserted as a whole. The search takes one bit of memory
and a 64th of a step for each pair of parts."""

_PART = re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]")
_BREAKS = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


@dataclass(frozen=True, slots=True)
class MergedRun:
    """A stretch of text with one mark; `move` is the same number at both places of a moved stretch."""

    op: Op
    text: str
    change: str | None = None
    move: int | None = None


def runs(comparison: Comparison) -> tuple[MergedRun, ...]:
    """Return the runs in reading order, deletions before insertions at the same place."""
    joined = (run for run in _merged(comparison) if run.text)
    grouped = groupby(joined, key=lambda run: (run.op, run.change, run.move))
    return tuple(
        MergedRun(op, "".join(run.text for run in group), change, move) for (op, change, move), group in grouped
    )


def paragraphs(side: Side) -> list[str]:
    """Return the paragraphs of a side, each on one line, without the white space between them."""
    return [side.text[slice(*span)].translate(_BREAKS) for span in side.paragraphs]


class _Line:
    """A side's paragraphs, joined by line feeds, read by spans of the side's text."""

    def __init__(self, side: Side) -> None:
        self.text = "\n".join(paragraphs(side))
        self._starts = [span.start for span in side.paragraphs]
        self._ends = [span.end for span in side.paragraphs]
        lengths = [0, *(end - start + 1 for start, end in side.paragraphs)]
        self._bases = list(accumulate(lengths))

    def slice(self, start: int, end: int) -> str:
        return self.text[self._place(start) : self._place(end)]

    def _place(self, offset: int) -> int:
        """Return the place in the line of an offset. The line feed belongs to what follows its paragraph."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return 0
        inside = min(offset, self._ends[index] + 1) - self._starts[index]
        return min(self._bases[index] + inside, len(self.text))


def _merged(comparison: Comparison) -> Iterator[MergedRun]:
    old_line, new_line = _Line(comparison.old), _Line(comparison.new)
    anchors = _anchors(comparison)
    moves = {index for index, segment in enumerate(comparison.segments) if segment.op == "equal"} - anchors
    old = _in_order(comparison.segments, "old")
    position = 0
    inserted: list[MergedRun] = []
    for index in _in_order(comparison.segments, "new"):
        segment = comparison.segments[index]
        assert segment.new is not None
        move = index if index in moves else None
        if index not in anchors:
            inserted.append(MergedRun("insert", new_line.slice(*segment.new), segment.change, move))
            continue
        while old[position] != index:
            yield _deleted(comparison.segments[old[position]], old[position], moves, old_line)
            position += 1
        yield from inserted
        inserted = []
        assert segment.old is not None
        yield from _equal(old_line.slice(*segment.old), new_line.slice(*segment.new))
        position += 1
    for index in old[position:]:
        yield _deleted(comparison.segments[index], index, moves, old_line)
    yield from inserted


def _in_order(segments: Sequence[Segment], side: str) -> list[int]:
    """Return the indexes of the segments that a side has, in the order of its text."""
    spans = {index: getattr(segment, side) for index, segment in enumerate(segments)}
    return sorted((index for index, span in spans.items() if span), key=lambda index: spans[index])


def _anchors(comparison: Comparison) -> set[int]:
    """Return the equal segments that are in the same order on both sides."""
    found, end = set(), 0
    for index in _in_order(comparison.segments, "new"):
        segment = comparison.segments[index]
        is_moved = comparison.pairs[segment.pair].moved
        if segment.op == "equal" and segment.old and segment.old.start >= end and not is_moved:
            found.add(index)
            end = segment.old.end
    return found


def _deleted(segment: Segment, index: int, moves: set[int], line: _Line) -> MergedRun:
    assert segment.old is not None
    return MergedRun("delete", line.slice(*segment.old), segment.change, index if index in moves else None)


def _equal(old: str, new: str) -> Iterator[MergedRun]:
    """Yield what is equal, to the letter, of two stretches that are equal under the options."""
    if old == new:
        yield MergedRun("equal", new)
        return
    old_parts, new_parts = _PART.findall(old), _PART.findall(new)
    if len(old_parts) * len(new_parts) > MAX_PARTS_PRODUCT:
        yield from (MergedRun("delete", old), MergedRun("insert", new))
        return
    for block in LCSseq.opcodes(old_parts, new_parts):
        if block.tag == "equal":
            yield MergedRun("equal", "".join(new_parts[block.dest_start : block.dest_end]))
        else:
            yield MergedRun("delete", "".join(old_parts[block.src_start : block.src_end]))
            yield MergedRun("insert", "".join(new_parts[block.dest_start : block.dest_end]))
