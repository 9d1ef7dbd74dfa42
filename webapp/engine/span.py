"""Stretches of a text."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of a text in Unicode code points: `0 <= start <= end <= len(text)`."""

    start: int
    end: int


def join_kept(sentences: Iterable[Span], kept: Iterable[bool]) -> tuple[Span, ...]:
    """Return the stretches of neighbouring sentences that are kept; `kept` has one answer a sentence."""
    starts: list[int] = []
    ends: list[int] = []
    follows = False
    for sentence, is_kept in zip(sentences, kept, strict=True):
        if is_kept and follows:
            ends[-1] = sentence.end
        elif is_kept:
            starts.append(sentence.start)
            ends.append(sentence.end)
        follows = is_kept
    return tuple(map(Span, starts, ends))
