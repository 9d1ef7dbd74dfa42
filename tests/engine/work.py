"""What a comparison costs, counted and not timed: the same on a busy machine and on an idle one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from webapp.engine import words
from webapp.engine.document import Document
from webapp.engine.model import Span
from webapp.engine.similarity import Similarity

# The longest common subsequence goes through a row by machine words of so many bits.
BITS = 64


@dataclass
class Work:
    """Tokens cut; words read to tell how alike runs of sentences are; cells of tables in which words are aligned."""

    tokens: int = 0
    scored: int = 0
    cells: int = 0

    @property
    def total(self) -> int:
        return self.tokens + self.scored + self.cells


@contextmanager
def counted() -> Iterator[Work]:
    """Count the work of the comparisons made inside; all of it is done as ever."""
    work = Work()

    def cut(document: Document, span: Span, *, _cut: Callable[..., Any] = Document.cut) -> Any:
        units = _cut(document, span)
        work.tokens += len(units)
        return units

    def score(
        similarity: Similarity, old: range, new: range, *, _score: Callable[..., float] = Similarity.score
    ) -> float:
        features = (similarity._features_of(is_new, run) for is_new, run in ((False, old), (True, new)))
        work.scored += sum(len(feature.words) for feature in features)
        return _score(similarity, old, new)

    def grade(
        old: Sequence[Any], new: Sequence[Any], known: Any, *, _graded: Callable[..., Any] = words._graded
    ) -> Any:
        work.cells += len(old) * len(new)
        return _graded(old, new, known)

    def find_common(
        old: Sequence[Any], new: Sequence[Any], *, _common: Callable[..., Any] = words._longest_common
    ) -> Any:
        work.cells += len(old) * len(new) // BITS
        return _common(old, new)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Document, "cut", cut)
        patch.setattr(Similarity, "score", score)
        patch.setattr(words, "_graded", grade)
        patch.setattr(words, "_longest_common", find_common)
        yield work
