"""The options of a comparison and the limits on its work."""

from dataclasses import dataclass
from typing import Literal, get_args

from webapp.engine.span import Span

Granularity = Literal["sentence", "word", "character"]
Ignorable = Literal["case", "punctuation", "typography", "spelling", "spacing"]
IGNORABLE: tuple[Ignorable, ...] = get_args(Ignorable)
DegradedReason = Literal[
    "too_many_short_sentences",
    "too_many_sentences",
    "too_many_headlines",
    "too_many_changes",
    "too_many_words",
    "too_many_words_to_flag",
]
"""Which of the limits was passed."""


@dataclass(frozen=True, slots=True)
class Options:
    """The reader's choices; part of a result's identity.

    ignore       the differences that do not count. By default white space: a re-wrapped paragraph
                 is not an edit
    granularity  how an edited sentence is shown: before and after, by words, or by characters of respelled words
    scope        look for the shared story in both pages; without it both texts are story from end to end
    old_story    the reader's own stretches of story in old, instead of those found; likewise `new_story`
    moves        look for sentences that moved
    apart        places (in old, in new) inside two sentences that the reader parted
    together     places (in old, in new) inside two sentences that the reader paired
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
    """Counted limits, never clocks: the same texts give the same result on a busy machine and on an idle one."""

    # Sentences of a side from which very short ones are read together.
    # Range: 1,000–100,000 sentences
    # Why: a million lines of one sign took 30 seconds and 1.7 GB
    max_sentences: int = 1 << 12

    # Headlines of a side above all links, nearest to them, that are scored with each other.
    # Range: 8–256 headlines
    # Why: 1,500 a side took 45 seconds; the archive page of the samples has fewer
    max_headlines: int = 32

    # Deletions and insertions after which edited sentences are shown whole, before and after, and not flagged.
    # Range: 2^13–2^17 edits
    # Why: 500,000 words with 2 % edited have 20,000; at 2^17 sentences of acronyms took 10 times as long as prose
    max_changes: int = 1 << 15

    # Sentences of old times sentences of new between two anchors up to which all are searched.
    # Range: 2^16–2^30 sentences × sentences
    # Why: two unrelated texts of 200,000 words
    max_gap_product: int = 1 << 25

    # Words and marks of a pair up to which it is flagged; longer ones are texts without full stops.
    # Range: 1,000–20,000 words
    # Why: one line of 2 MB
    max_flagged_words: int = 4_000

    # Words of old times words of new up to which their alignment is graded.
    # Range: 10,000–1,000,000 words × words
    # Why: 141 words against 141: few sentences are longer
    max_graded_product: int = 20_000

    # The same product up to which equal words are found by their longest common subsequence.
    # Range: 2^20–2^28 words × words
    # Why: its bit matrix takes an eighth of this in bytes: 4 MB
    max_exact_product: int = 1 << 25


@dataclass(frozen=True, slots=True)
class Degraded:
    """Why the result is coarser than requested, and the counted limit that was passed."""

    reason: DegradedReason
    limit: int

    @property
    def is_unflagged(self) -> bool:
        """Whether a part of the texts was not searched for flags."""
        return self.reason in {"too_many_words_to_flag", "too_many_changes"}
