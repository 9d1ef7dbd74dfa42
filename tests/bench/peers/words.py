"""Words for the engines that compare any sequence: white space is left out, which helps them in time and in quality."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from tests.bench.answer import Run
from webapp.engine.span import Span

WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")
_FIRST_SURROGATE, _SURROGATES = 0xD800, 0x800


class Lines(NamedTuple):
    """Both texts with one character for each word, and the word that each character stands for."""

    old: str
    new: str
    words: dict[str, str]


def words_and_marks(text: str) -> list[str]:
    return WORD_OR_MARK.findall(text)


def as_characters(old: str, new: str) -> Lines:
    characters: dict[str, str] = {}
    old_line, new_line = _line(old, characters), _line(new, characters)
    return Lines(old_line, new_line, {character: word for word, character in characters.items()})


def _line(text: str, characters: dict[str, str]) -> str:
    return "".join(characters.setdefault(word, _character(len(characters))) for word in words_and_marks(text))


def _character(number: int) -> str:
    return chr(number if number < _FIRST_SURROGATE else number + _SURROGATES)


def runs_of(opcodes: Sequence[tuple[str, int, int, int, int]], old: str, new: str) -> Iterator[Run]:
    """Yield the runs of what difflib and its like answer for the words of both texts."""
    old_starts, new_starts = _solid_starts(words_and_marks(old)), _solid_starts(words_and_marks(new))
    for tag, i, i_end, j, j_end in opcodes:
        old_span, new_span = Span(old_starts[i], old_starts[i_end]), Span(new_starts[j], new_starts[j_end])
        if tag == "equal":
            yield Run("equal", old_span, new_span)
            continue
        if i < i_end:
            yield Run("delete", old_span, Span(new_span.start, new_span.start))
        if j < j_end:
            yield Run("insert", Span(old_span.end, old_span.end), new_span)


def _solid_starts(words: Sequence[str]) -> list[int]:
    """Return where each word begins, in solid characters, and where the last one ends."""
    return list(accumulate(map(len, words), initial=0))
