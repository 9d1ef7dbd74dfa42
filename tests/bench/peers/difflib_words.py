"""difflib of the standard library over words, as it comes: with its heuristic for popular words."""

import platform
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tests.bench.answer import Answer, Run
from tests.bench.peers.words import solid_starts, words_and_marks
from tests.bench.timing import Measured, repeat
from webapp.engine.span import Span

NAME = "difflib"


def version() -> str:
    return f"Python {platform.python_version()}"


def measure(old: str, new: str) -> Measured:
    seconds, opcodes, peak = repeat(_compare, old, new)
    return Measured(seconds, Answer(list(_runs(opcodes, old, new))), peak)


def _compare(old: str, new: str) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, words_and_marks(old), words_and_marks(new)).get_opcodes()


def _runs(opcodes: Sequence[tuple[str, int, int, int, int]], old: str, new: str) -> Iterator[Run]:
    old_starts, new_starts = solid_starts(words_and_marks(old)), solid_starts(words_and_marks(new))
    for tag, i, i_end, j, j_end in opcodes:
        old_span, new_span = Span(old_starts[i], old_starts[i_end]), Span(new_starts[j], new_starts[j_end])
        if tag == "equal":
            yield Run("equal", old_span, new_span)
            continue
        if i < i_end:
            yield Run("delete", old_span, Span(new_span.start, new_span.start))
        if j < j_end:
            yield Run("insert", Span(old_span.end, old_span.end), new_span)
