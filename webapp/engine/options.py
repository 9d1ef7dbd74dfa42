"""What a comparison is asked for, and how much work it may take."""

from dataclasses import dataclass
from typing import Literal, get_args

from webapp.engine.span import Span

Granularity = Literal["sentence", "word", "character"]
Ignorable = Literal["case", "punctuation", "typography", "spelling", "spacing"]
IGNORABLE: tuple[Ignorable, ...] = get_args(Ignorable)


@dataclass(frozen=True, slots=True)
class Options:
    """What the reader asked for; part of a result's identity.

    ignore       the differences that do not count. White space is among them unless the reader takes it out: a
                 re-wrapped paragraph is not an edit
    granularity  what an edited sentence shows: itself before and after, its words, or the characters of respelled words
    scope        look for the shared story in both pages; without it both texts are story from end to end
    old_story    the reader's own stretches of story in old, in place of those found; likewise `new_story`
    moves        look for sentences that stand elsewhere in new
    apart        places (in old, in new) in two sentences that the reader says are not the same
    together     places (in old, in new) in two sentences that the reader says are
    """

    ignore: frozenset[Ignorable] = frozenset({"spacing"})
    granularity: Granularity = "word"
    scope: bool = True
    old_story: tuple[Span, ...] = ()
    new_story: tuple[Span, ...] = ()
    moves: bool = True
    apart: frozenset[tuple[int, int]] = frozenset()
    together: frozenset[tuple[int, int]] = frozenset()

    def __post_init__(self) -> None:
        unknown = set(self.ignore) - set(IGNORABLE)
        if unknown:
            raise ValueError(f"unknown names to ignore: {', '.join(sorted(unknown))}")
        if self.granularity not in get_args(Granularity):
            raise ValueError(f"unknown granularity: {self.granularity}")


@dataclass(frozen=True, slots=True)
class Limits:
    """Counted limits, never clocks: the same texts give the same result on a busy machine and on an idle one.

    max_sentences        sentences of a side from which very short ones are read together (`crowding.py`)
    max_headlines        headlines of a side above all links, nearest to them, up to which each is scored with each
    max_changes          deletions and insertions after which edited sentences are shown whole, before and after
    max_gap_product      sentences of old times sentences of new between two anchors, up to which all are looked at
    max_graded_product   words of old times words of new up to which their alignment is graded (`words.py`)
    max_flagged_words    words and marks of a pair up to which it is flagged: more are a text without full stops
    max_exact_product    the same product up to which equal words are found by their longest common subsequence;
                         its bit matrix takes an eighth of this in bytes
    """

    max_sentences: int = 1 << 12
    max_headlines: int = 32
    max_changes: int = 1 << 17
    max_gap_product: int = 1 << 25
    max_flagged_words: int = 4_000
    max_graded_product: int = 20_000
    max_exact_product: int = 1 << 25
