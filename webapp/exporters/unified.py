"""A unified diff, as `diff -u` writes it, of the texts one sentence a line.

Invisible characters are shown by their names, so that a diff on a terminal gives it no commands. The pairs of lines are
those of the comparison: to search for them again, as difflib does, takes time that grows with the square of their
number.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from webapp.display.excerpt import changed_text
from webapp.display.invisible import visible_text
from webapp.display.shortening import one_line
from webapp.engine.model import Comparison, Side
from webapp.exporters.model import Sheet, SheetSide

CONTEXT = 3
"""Lines before and after a change that are written with it; a patch program finds the place by them."""

KEPT, DELETED, INSERTED = " ", "-", "+"


class DiffLine(NamedTuple):
    """A line of the diff: " " is on both sides, "-" in old, "+" in new."""

    sign: str
    text: str


def write(sheet: Sheet) -> bytes:
    """Return the file. A patch program turns the one list of sentences into the other by it."""
    hunks = "".join(_hunks(list(_lines(sheet.comparison))))
    head = f"--- {_name(sheet.old)}\n+++ {_name(sheet.new)}\n" if hunks else ""
    return (head + hunks).encode()


def sentence_lines(side: Side) -> list[str]:
    """Return the sentences of a side, each a line."""
    return [visible_text(text) + "\n" for text in _sentences(side)]


def _lines(comparison: Comparison) -> Iterator[DiffLine]:
    """Yield the lines of both sides, what was deleted before what was inserted in its place."""
    old, new = sentence_lines(comparison.old), sentence_lines(comparison.new)
    old_at = new_at = 0
    for i, j in (*_kept(comparison), (len(old), len(new))):
        yield from (DiffLine(DELETED, text) for text in old[old_at:i])
        yield from (DiffLine(INSERTED, text) for text in new[new_at:j])
        yield from (DiffLine(KEPT, text) for text in old[i : i + 1])
        old_at, new_at = i + 1, j + 1


def _kept(comparison: Comparison) -> Iterator[tuple[int, int]]:
    """Yield the places of paired sentences that are the same to the letter, in an order that both sides keep."""
    old, new = _sentences(comparison.old), _sentences(comparison.new)
    old_end = new_end = 0
    for pair in comparison.pairs:
        if len(pair.old) == len(pair.new) == 1 and not pair.moved:
            (i,), (j,) = pair.old, pair.new
            if i >= old_end and j >= new_end and old[i] == new[j]:
                yield i, j
                old_end, new_end = i + 1, j + 1


def _sentences(side: Side) -> list[str]:
    return [changed_text(side, sentence) for sentence in side.sentences]


def _hunks(lines: Sequence[DiffLine]) -> Iterator[str]:
    """Yield each stretch of changes with its context, below a line that says where it is in either text."""
    before_old = [0, *accumulate(line.sign != INSERTED for line in lines)]
    before_new = [0, *accumulate(line.sign != DELETED for line in lines)]
    for start, end in _stretches(lines):
        old, new = ((count[start], count[end] - count[start]) for count in (before_old, before_new))
        yield f"@@ -{_range(*old)} +{_range(*new)} @@\n"
        yield from (line.sign + line.text for line in lines[start:end])


def _stretches(lines: Sequence[DiffLine]) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of the changes with their context; those that would touch are one."""
    found: tuple[int, int] | None = None
    for at in (at for at, line in enumerate(lines) if line.sign != KEPT):
        start, end = max(0, at - CONTEXT), min(len(lines), at + CONTEXT + 1)
        if found and start > found[1]:
            yield found
            found = None
        found = (found[0] if found else start, end)
    if found:
        yield found


def _range(before: int, length: int) -> str:
    """Return where a hunk is on one side. A single line is its number; no line is the number of the line before."""
    start = before + 1 if length else before
    return str(start) if length == 1 else f"{start},{length}"


def _name(source: SheetSide) -> str:
    """Return a name for the head of the diff, where a tab would begin a date."""
    return one_line(visible_text(source.title)) or "text"
