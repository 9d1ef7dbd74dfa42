"""One side of a pair as units, and what the words of a pair were compared into."""

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from webapp.engine.edits.edit import Edit, Matches
from webapp.engine.edits.trim import NO_TRIM, Trim
from webapp.engine.span import Span
from webapp.engine.text.document import Document
from webapp.engine.text.labels import note_marks
from webapp.engine.text.vocabulary import join_units


class SentenceRun:
    """Neighbouring sentences of one side, seen as one stretch of units.

    Only the core of the block is cut into units: what `trim` leaves out at its ends is equal on both sides.
    """

    def __init__(self, document: Document, sentences: range, trim: Trim = NO_TRIM) -> None:
        self.text = document.text
        self.sentences = tuple(sentences)
        self.block = Span(document.block(sentences[0]).start, document.block(sentences[-1]).end)
        self.core = Span(self.block.start + trim.head, self.block.end - trim.tail)
        self.is_cut_at_ends = (trim.head == 0, trim.tail == 0)
        self._document = document
        self._is_whole = trim == NO_TRIM
        self.forms, self.starts, self.ends = (
            join_units([document.units(sentence) for sentence in sentences])
            if self._is_whole
            else document.cut(self.core)
        )

    @cached_property
    def _words_before(self) -> "array[int]":
        return array("I", accumulate(self._is_word(), initial=0))

    def _is_word(self) -> list[bool]:
        """Return of each unit whether it is a word, a number or a date, and no label of a line."""
        is_word = [form.kind != "punctuation" for form in self.forms]
        for label in self.line_labels:
            for unit in range(bisect_left(self.starts, label.start), bisect_left(self.starts, label.end)):
                is_word[unit] = False
        return is_word

    @cached_property
    def line_labels(self) -> tuple[Span, ...]:
        """The labels of the lines that the sentences begin."""
        spans = ((self._document.sentences[index].start, self._document.body_start(index)) for index in self.sentences)
        return tuple(Span(start, end) for start, end in spans if start < end)

    @cached_property
    def labels(self) -> tuple[Span, ...]:
        """The labels of lines and the marks of notes."""
        return (*self.line_labels, *note_marks(self.text, self.block))

    @property
    def cut_words(self) -> int:
        """Words, numbers and dates of the core."""
        return self._words_before[-1]

    @cached_property
    def trimmed_words(self) -> int:
        """Words, numbers and dates of the block around the core."""
        if self._is_whole:
            return 0
        start = self.line_labels[0].end if self.line_labels else self.block.start
        ends = (Span(min(start, self.core.start), self.core.start), Span(self.core.end, self.block.end))
        return sum(map(self._document.count_words_in, ends))

    def start_of(self, unit: int) -> int:
        """Return where a unit starts; the first also owns the space before it; one past the last is the end."""
        if unit == 0:
            return self.core.start
        return self.starts[unit] if unit < len(self.starts) else self.core.end

    def count_words(self, start: int, end: int) -> int:
        """Return how many words, numbers and dates are among the units from `start` to `end`."""
        return self._words_before[end] - self._words_before[start]


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A pair with the matches of its units and the edits that they leave before tidying."""

    old: SentenceRun
    new: SentenceRun
    matches: Matches
    edits: tuple[Edit, ...]
