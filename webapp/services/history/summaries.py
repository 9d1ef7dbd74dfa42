"""What is kept of the comparison of two neighbouring versions: what changed, and which sentence became which.

It holds places and counts, and no word of the texts.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Self

from webapp.display.phrases.differences import Differences
from webapp.engine import ENGINE_VERSION
from webapp.engine.model import Comparison, Relation
from webapp.engine.options import Options
from webapp.engine.span import Span

FORM = f"1 of engine {ENGINE_VERSION}"
"""Raised whenever something else is kept; comparisons of other forms are made anew."""

OPTIONS = Options()
"""Time lines are compared under the default options."""


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Sentences that say the same thing, as indexes into the sentences of either side; either may be empty."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    relation: Relation
    moved: bool
    is_story: bool


@dataclass(frozen=True, slots=True)
class PairSummary:
    """What changed between two versions, and all sentences of both."""

    differences: Differences
    old: tuple[Span, ...]
    new: tuple[Span, ...]
    pairs: tuple[SentencePair, ...]

    @classmethod
    def of(cls, comparison: Comparison) -> Self:
        pairs = tuple(
            SentencePair(pair.old, pair.new, pair.relation, pair.moved, pair.scope == "story")
            for pair in comparison.pairs
        )
        return cls(Differences.of(comparison), comparison.old.sentences, comparison.new.sentences, pairs)

    def story_of_new(self) -> list[Span]:
        """Return the sentences of the new text that are story."""
        return [self.new[j] for pair in self.pairs if pair.is_story for j in pair.new]

    def packed(self) -> bytes:
        """Return it as JSON, compressed with zlib."""
        values = {
            "differences": asdict(self.differences),
            "old": self.old,
            "new": self.new,
            "pairs": [[pair.old, pair.new, pair.relation, pair.moved, pair.is_story] for pair in self.pairs],
        }
        return zlib.compress(json.dumps(values, separators=(",", ":")).encode())

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        values = json.loads(zlib.decompress(data))
        pairs = tuple(SentencePair(tuple(old), tuple(new), *rest) for old, new, *rest in values["pairs"])
        return cls(Differences(**values["differences"]), _spans(values["old"]), _spans(values["new"]), pairs)


def _spans(places: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*place) for place in places)
