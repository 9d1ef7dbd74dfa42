"""The edits of a pair as segments: stretches of both texts that are equal, deleted or inserted."""

from collections.abc import Iterable, Iterator, Sequence

from webapp.engine.edits.edit import Edit
from webapp.engine.edits.runs import SentenceRun
from webapp.engine.model import Segment
from webapp.engine.span import Span
from webapp.engine.text.normalise import as_seen


def segments_of(
    edits: Sequence[Edit], old: SentenceRun, new: SentenceRun, index: int, counts_spacing: bool
) -> tuple[Segment, ...]:
    """Return the segments of pair `index`; they tile its blocks, and no two equal ones are neighbours."""
    return tuple(_joined(_all_segments(edits, old, new, index, counts_spacing)))


def _all_segments(
    edits: Sequence[Edit], old: SentenceRun, new: SentenceRun, index: int, counts_spacing: bool
) -> Iterator[Segment]:
    """Yield the segments of the edits, between what was trimmed."""
    if old.block.start < old.core.start:
        head_old, head_new = Span(old.block.start, old.core.start), Span(new.block.start, new.core.start)
        yield Segment("equal", head_old, head_new, index)
    yield from _segments(edits, old, new, index, counts_spacing)
    if old.core.end < old.block.end:
        tail_old, tail_new = Span(old.core.end, old.block.end), Span(new.core.end, new.block.end)
        yield Segment("equal", tail_old, tail_new, index)


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
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


def _segments(
    edits: Sequence[Edit], old: SentenceRun, new: SentenceRun, index: int, counts_spacing: bool
) -> Iterator[Segment]:
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


def _spaced_segments(edit: Edit, old: SentenceRun, new: SentenceRun, index: int) -> Iterator[Segment]:
    """Cut an equal stretch where its white space differs, for the reader who counts white space."""
    old_start, new_start = old.start_of(edit.old_start), new.start_of(edit.new_start)
    for old_gap, new_gap in _gaps(edit, old, new):
        if as_seen(old.text[slice(*old_gap)]) == as_seen(new.text[slice(*new_gap)]):
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


def _gaps(edit: Edit, old: SentenceRun, new: SentenceRun) -> Iterator[tuple[Span, Span]]:
    """Yield the space before an equal stretch (only a pair's first unit has any) and after each of its units."""
    i, j = edit.old_start, edit.new_start
    yield Span(old.start_of(i), old.starts[i]), Span(new.start_of(j), new.starts[j])
    for k in range(edit.old_end - edit.old_start):
        i, j = edit.old_start + k, edit.new_start + k
        yield Span(old.ends[i], old.start_of(i + 1)), Span(new.ends[j], new.start_of(j + 1))
