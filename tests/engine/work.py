"""The cost of a comparison in counted operations: the same on a busy machine and on an idle one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from webapp.engine.align import anchors
from webapp.engine.align.similarity import MAX_ORDER_PRODUCT, Similarity
from webapp.engine.edits import words
from webapp.engine.span import Span
from webapp.engine.text.document import Document

# The longest common subsequence, and with it the likeness of two sentences, goes through a row by machine words of so
# many bits.
BITS = 64


@dataclass
class Work:
    """Words read to find sentences; tokens cut; words and letters read for likeness; cells of word alignment."""

    words: int = 0
    tokens: int = 0
    scored: int = 0
    cells: int = 0

    @property
    def total(self) -> int:
        return self.words + self.tokens + self.scored + self.cells


@contextmanager
def counted() -> Iterator[Work]:
    """Count the work of the comparisons inside the block; the results are unchanged."""
    work = Work()

    def cut(document: Document, span: Span, *, _cut: Callable[..., Any] = Document.cut) -> Any:
        units = _cut(document, span)
        work.tokens += len(units.forms)
        return units

    def read(document: Document, *given: Any, _read: Callable[..., None] = Document.__init__) -> None:
        _read(document, *given)
        work.words += len(document.text.split())

    def score(
        similarity: Similarity, old: range, new: range, *, _score: Callable[..., float] = Similarity.score
    ) -> float:
        one, other = (len(similarity.features.of(is_new, run).words) for is_new, run in ((False, old), (True, new)))
        work.scored += one * -(-other // BITS) if one * other <= MAX_ORDER_PRODUCT else one + other
        return _score(similarity, old, new)

    def compare_letters(
        one: str, other: str, least: float, *, _alike: Callable[..., float] = anchors._letters_alike
    ) -> float:
        work.scored += len(one) * -(-len(other) // BITS)
        return _alike(one, other, least)

    def grade(old: Sequence[Any], new: Sequence[Any], *, _graded: Callable[..., Any] = words.align_graded) -> Any:
        work.cells += len(old) * len(new)
        return _graded(old, new)

    def find_common(
        old: Sequence[Any], new: Sequence[Any], *, _common: Callable[..., Any] = words._longest_common
    ) -> Any:
        work.cells += len(old) * len(new) // BITS
        return _common(old, new)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Document, "__init__", read)
        patch.setattr(Document, "cut", cut)
        patch.setattr(Similarity, "score", score)
        patch.setattr(anchors, "_letters_alike", compare_letters)
        patch.setattr(words, "align_graded", grade)
        patch.setattr(words, "_longest_common", find_common)
        yield work
