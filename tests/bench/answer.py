"""What an engine answered, in one form for all of them, so that one measure fits all.

Positions count *solid* characters, those that are not white space: engines disagree about who owns the white space
around a change, and no reader minds.
"""

from array import array
from collections.abc import Iterable
from itertools import accumulate
from typing import Literal, NamedTuple

from webapp.engine.model import Op
from webapp.engine.span import Span


class Run(NamedTuple):
    """A stretch that the engine shows as equal, deleted or inserted; the absent side of an edit is empty."""

    op: Op
    old: Span
    new: Span


class Move(NamedTuple):
    """A passage that the engine shows as moved."""

    old: Span
    new: Span


class Answer(NamedTuple):
    """The runs in the order in which the engine shows them; `moves` is None where it knows no moves."""

    runs: list[Run]
    moves: list[Move] | None = None


class Chunk(NamedTuple):
    """How most engines answer: the next piece of text, and what became of it."""

    op: Op
    text: str


class Cursor:
    """A place in both texts that steps over one chunk after another."""

    def __init__(self, old: int = 0, new: int = 0) -> None:
        self.old = old
        self.new = new

    def step(self, op: Op, length: int) -> Run:
        """Return the run of `length` solid characters that begins here, and go to its end."""
        start = (self.old, self.new)
        self.old += length if op != "insert" else 0
        self.new += length if op != "delete" else 0
        return Run(op, Span(start[0], self.old), Span(start[1], self.new))


def answer_of(chunks: Iterable[Chunk]) -> Answer:
    """Return the answer of an engine that knows no moves."""
    cursor = Cursor()
    return Answer([cursor.step(op, solid_length(text)) for op, text in chunks])


def solid_length(text: str) -> int:
    return sum(map(len, text.split()))


def solid_offsets(text: str) -> "array[int]":
    """Return, for each offset into the text and for its end, how many solid characters stand before it."""
    return array("L", accumulate((not character.isspace() for character in text), initial=0))


def is_complete(answer: Answer, old: str, new: str) -> bool:
    """Tell whether the runs cover each text once: an engine that loses text has not answered."""
    return _covers(answer, "old", old) and _covers(answer, "new", new)


def _covers(answer: Answer, side: Literal["old", "new"], text: str) -> bool:
    spans = sorted(span for run in answer.runs for span in [getattr(run, side)] if span.start < span.end)
    ends = [0, *(span.end for span in spans)]
    return [span.start for span in spans] == ends[:-1] and ends[-1] == solid_length(text)
