"""One pair: its relation, its segments, its counts of words."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from webapp.engine.edits.divide import divide
from webapp.engine.edits.edit import Edit, Match, edits_of
from webapp.engine.edits.tidy import tidy
from webapp.engine.edits.trim import NO_TRIM, Trim, find_trim
from webapp.engine.edits.words import align_words
from webapp.engine.model import Degraded, Pair, Relation, Segment
from webapp.engine.options import Limits
from webapp.engine.span import Span
from webapp.engine.text.document import Document
from webapp.engine.text.vocabulary import Vocabulary, join_units

# A pair whose sentences are less alike than the first and share fewer of their words than the second is rewritten: it
# is shown whole, before and after, since its few equal words are confetti. 0..1 each, default .45.
MIN_EDITED_SCORE = 0.45
MIN_EDITED_COVERAGE = 0.45


class PairWords(NamedTuple):
    """Words of the pair on each side, and how many of them are equal."""

    old: int
    new: int
    equal: int


class PairResult(NamedTuple):
    """One pair, compared. `drawn` is what its flags are decided from; a pair with nothing on one side has none, nor has
    one that is too long to be flagged.

    `degraded` names the limit that was passed inside the pair.
    """

    pair: Pair
    segments: tuple[Segment, ...]
    words: PairWords
    drawn: "Drawn | None" = None
    degraded: Degraded | None = None


class Run:
    """Neighbouring sentences of one side, seen as one stretch of units.

    Only the core of the block is cut: what `trim` leaves out at its ends is equal on both sides.
    """

    def __init__(self, document: Document, sentences: range, trim: Trim = NO_TRIM) -> None:
        self.text = document.text
        self.sentences = tuple(sentences)
        self.block = block_of(document, sentences)
        self.core = Span(self.block.start + trim.head, self.block.end - trim.tail)
        self.is_whole = trim == NO_TRIM
        self.is_cut_at_ends = (trim.head == 0, trim.tail == 0)
        self.forms, self.starts, self.ends = (
            join_units([document.units(sentence) for sentence in sentences])
            if self.is_whole
            else document.cut(self.core)
        )
        self._words_before = array("I", accumulate((form.kind != "punctuation" for form in self.forms), initial=0))

    def start_of(self, unit: int) -> int:
        """Return where a unit starts; the first owns what stands before it, and one past the last is the end."""
        if unit == 0:
            return self.core.start
        return self.starts[unit] if unit < len(self.starts) else self.core.end

    def count_words(self, start: int = 0, end: int | None = None) -> int:
        """Return how many words, numbers and dates stand among the units from `start` to `end`."""
        return self._words_before[len(self.forms) if end is None else end] - self._words_before[start]


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A linked pair with the matches of its units and the edits that they leave before tidying."""

    old: Run
    new: Run
    matches: tuple[Match, ...]
    edits: tuple[Edit, ...]


def block_of(document: Document, sentences: range) -> Span:
    """Return the stretch of text that neighbouring sentences own."""
    return Span(document.block(sentences[0]).start, document.block(sentences[-1]).end)


def dropped_pair(old: Document, sentence: int, index: int) -> PairResult:
    """A sentence of old that has no partner."""
    segment = Segment("delete", old.block(sentence), None, index)
    words = old.count_words(sentence)
    return PairResult(Pair((sentence,), (), "dropped", 0.0), (segment,), PairWords(words, 0, 0))


def added_pair(new: Document, sentence: int, index: int) -> PairResult:
    """A sentence of new that has no partner."""
    segment = Segment("insert", None, new.block(sentence), index)
    words = new.count_words(sentence)
    return PairResult(Pair((), (sentence,), "added", 0.0), (segment,), PairWords(0, words, 0))


def verbatim_pair(old: Document, new: Document, old_sentence: int, new_sentence: int, index: int) -> PairResult:
    """Two sentences known to be the same, characters for characters but for white space; cut for their counts only."""
    segment = Segment("equal", old.block(old_sentence), new.block(new_sentence), index)
    words = old.count_words(old_sentence)
    pair = Pair((old_sentence,), (new_sentence,), "verbatim", 1.0)
    return PairResult(pair, (segment,), PairWords(words, words, words))


def runs_of(
    old: Document, new: Document, old_sentences: range, new_sentences: range, is_whole: bool
) -> tuple[Run, Run]:
    """Return both sides of a pair; of single sentences not shown whole, only what differs is cut into units."""
    trim = NO_TRIM
    if len(old_sentences) == len(new_sentences) == 1 and not (is_whole or old.has_units(old_sentences[0])):
        old_block, new_block = old.block(old_sentences[0]), new.block(new_sentences[0])
        trim = find_trim(old.text[slice(*old_block)], new.text[slice(*new_block)])
    return Run(old, old_sentences, trim), Run(new, new_sentences, trim)


def linked_pair(
    old: Run, new: Run, score: float, index: int, vocabulary: Vocabulary, limits: Limits, is_whole: bool
) -> PairResult:
    """Sentences that say the same thing in words that may differ; `is_whole` shows edited ones before and after."""
    matches, complete = align_words(old.forms, new.forms, limits)
    edits = edits_of(matches, len(old.forms), len(new.forms))
    is_flagged = len(old.forms) + len(new.forms) <= limits.max_flagged_words
    drawn = Drawn(old, new, tuple(matches), tuple(edits)) if is_flagged else None
    around = _words_around(old, vocabulary)
    words = _pair_words(edits, old, new, around)
    relation = _relation(edits, words, score)
    if relation == "rewritten" or (relation == "edited" and is_whole):
        edits = _whole(old, new)
    elif relation == "edited":
        edits = divide(tidy(edits, old.forms, new.forms, old.is_cut_at_ends), matches, old.forms, new.forms)
    words = _pair_words(edits, old, new, around)
    counts_spacing = "spacing" not in vocabulary.options.ignore
    segments = tuple(_joined(_all_segments(edits, old, new, index, counts_spacing)))
    if counts_spacing and relation == "verbatim" and len(segments) > 1:
        relation = "edited"
    similarity = 1.0 if relation == "verbatim" else round(score, 4)
    pair = Pair(old.sentences, new.sentences, relation, similarity)
    if not is_flagged and relation != "verbatim":
        return PairResult(pair, segments, words, None, Degraded("too_many_words_to_flag", limits.max_flagged_words))
    degraded = None if complete else Degraded("too_many_words", limits.max_exact_product)
    return PairResult(pair, segments, words, drawn, degraded)


def _relation(edits: Sequence[Edit], words: PairWords, score: float) -> Relation:
    if all(edit.op == "equal" for edit in edits):
        return "verbatim"
    coverage = 2 * words.equal / (words.old + words.new) if words.old + words.new else 1.0
    return "rewritten" if score < MIN_EDITED_SCORE and coverage < MIN_EDITED_COVERAGE else "edited"


def _pair_words(edits: Sequence[Edit], old: Run, new: Run, around: int) -> PairWords:
    equal = sum(old.count_words(edit.old_start, edit.old_end) for edit in edits if edit.op == "equal")
    return PairWords(old.count_words() + around, new.count_words() + around, equal + around)


def _words_around(run: Run, vocabulary: Vocabulary) -> int:
    """Count the words that are equal on both sides and were never cut into units."""
    if run.is_whole:
        return 0
    head, tail = Span(run.block.start, run.core.start), Span(run.core.end, run.block.end)
    return vocabulary.tokeniser.count_words(run.text, head) + vocabulary.tokeniser.count_words(run.text, tail)


def _whole(old: Run, new: Run) -> list[Edit]:
    old_count, new_count = len(old.forms), len(new.forms)
    return [Edit("delete", 0, old_count, 0, 0), Edit("insert", old_count, old_count, 0, new_count)]


def _all_segments(edits: Sequence[Edit], old: Run, new: Run, index: int, counts_spacing: bool) -> Iterator[Segment]:
    """Yield the segments of the edits, between what was trimmed."""
    if old.block.start < old.core.start:
        head_old, head_new = Span(old.block.start, old.core.start), Span(new.block.start, new.core.start)
        yield Segment("equal", head_old, head_new, index)
    yield from _segments(edits, old, new, index, counts_spacing)
    if old.core.end < old.block.end:
        tail_old, tail_new = Span(old.core.end, old.block.end), Span(new.core.end, new.block.end)
        yield Segment("equal", tail_old, tail_new, index)


def _joined(segments: Iterator[Segment]) -> Iterator[Segment]:
    """Join neighbours that are equal."""
    last: Segment | None = None
    for segment in segments:
        if last and last.old and last.new and segment.old and segment.new:
            old, new = Span(last.old.start, segment.old.end), Span(last.new.start, segment.new.end)
            last = Segment("equal", old, new, segment.pair)
            continue
        if last:
            yield last
        last = segment
    if last:
        yield last


def _segments(edits: Sequence[Edit], old: Run, new: Run, index: int, counts_spacing: bool) -> Iterator[Segment]:
    for edit in edits:
        old_span = Span(old.start_of(edit.old_start), old.start_of(edit.old_end))
        new_span = Span(new.start_of(edit.new_start), new.start_of(edit.new_end))
        if edit.op == "delete":
            yield Segment("delete", old_span, None, index)
        elif edit.op == "insert":
            yield Segment("insert", None, new_span, index)
        elif counts_spacing:
            yield from _spaced_segments(edit, old, new, index)
        else:
            yield Segment("equal", old_span, new_span, index)


def _spaced_segments(edit: Edit, old: Run, new: Run, index: int) -> Iterator[Segment]:
    """Cut an equal stretch where its white space differs, for the reader who counts white space."""
    old_start, new_start = old.start_of(edit.old_start), new.start_of(edit.new_start)
    for old_gap, new_gap in _gaps(edit, old, new):
        if old.text[slice(*old_gap)] == new.text[slice(*new_gap)]:
            continue
        if old_start < old_gap.start:
            yield Segment("equal", Span(old_start, old_gap.start), Span(new_start, new_gap.start), index)
        if old_gap.start < old_gap.end:
            yield Segment("delete", old_gap, None, index)
        if new_gap.start < new_gap.end:
            yield Segment("insert", None, new_gap, index)
        old_start, new_start = old_gap.end, new_gap.end
    old_end, new_end = old.start_of(edit.old_end), new.start_of(edit.new_end)
    if old_start < old_end or new_start < new_end:
        yield Segment("equal", Span(old_start, old_end), Span(new_start, new_end), index)


def _gaps(edit: Edit, old: Run, new: Run) -> Iterator[tuple[Span, Span]]:
    """Yield what stands before the first unit of an equal stretch, which only a pair's first has, and after each."""
    i, j = edit.old_start, edit.new_start
    yield Span(old.start_of(i), old.starts[i]), Span(new.start_of(j), new.starts[j])
    for k in range(edit.old_end - edit.old_start):
        i, j = edit.old_start + k, edit.new_start + k
        yield Span(old.ends[i], old.start_of(i + 1)), Span(new.ends[j], new.start_of(j + 1))
