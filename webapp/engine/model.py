"""The words of the engine, as types. Every stage takes and returns these; templates, JSON and CSS use their names.

text        what was published, exactly; nothing here ever alters it
paragraph   a line of the text that holds more than white space
sentence    a sentence, headline, list line or credit inside one paragraph
token       a word, a number, a punctuation mark or a run of white space
pair        sentences of old and sentences of new that say the same thing, n:m; either side may be empty
relation    of a pair: verbatim, edited, rewritten, added (no old), dropped (no new)
segment     one edit inside a pair: a stretch that is equal, deleted or inserted
change      what a reader would point at as one change: neighbouring deletions and insertions of one pair, or a move
flag        why a change matters (hard), may matter (soft) or does not (surface)
scope       story: the shared story; furniture: the text of the page around it
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

Op = Literal["equal", "delete", "insert"]
Relation = Literal["verbatim", "edited", "rewritten", "added", "dropped"]
ChangeKind = Literal["replace", "insert", "delete", "move"]
ScopeName = Literal["story", "furniture"]
Granularity = Literal["sentence", "word", "character"]
Ignorable = Literal["case", "punctuation", "typography", "spelling", "spacing"]

HardFlag = Literal["quote", "number", "date", "name", "negation", "hedge", "attribution"]
SoftFlag = Literal["wording"]
SurfaceFlag = Literal["spelling", "typography", "case", "punctuation", "spacing"]
Flag = HardFlag | SoftFlag | SurfaceFlag
Weight = Literal["hard", "soft", "surface", "plain"]

GroupName = Literal["quotations", "numbers", "names", "negations", "attributions", "wording"]
State = Literal["changed", "stands", "cannot_tell"]

IGNORABLE: tuple[Ignorable, ...] = get_args(Ignorable)
HARD_FLAGS: tuple[HardFlag, ...] = get_args(HardFlag)
SOFT_FLAGS: tuple[SoftFlag, ...] = get_args(SoftFlag)
SURFACE_FLAGS: tuple[SurfaceFlag, ...] = get_args(SurfaceFlag)
FLAGS: tuple[Flag, ...] = (*HARD_FLAGS, *SOFT_FLAGS, *SURFACE_FLAGS)


class Span(NamedTuple):
    """A half-open stretch of a text in Unicode code points: `0 <= start <= end <= len(text)`."""

    start: int
    end: int


def join_kept(sentences: Iterable[Span], kept: Iterable[bool]) -> tuple[Span, ...]:
    """Return the stretches of neighbouring sentences that are kept; `kept` has one answer a sentence."""
    spans: list[Span] = []
    follows = False
    for sentence, is_kept in zip(sentences, kept, strict=True):
        if is_kept and follows:
            spans[-1] = Span(spans[-1].start, sentence.end)
        elif is_kept:
            spans.append(sentence)
        follows = is_kept
    return tuple(spans)


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


@dataclass(frozen=True, slots=True)
class Side:
    """One text and its parts. Sentences lie inside paragraphs, in order; neither holds space after it.

    `words` counts the whole text; `story` holds the stretches that belong to the shared story.
    """

    text: str = field(repr=False)
    sha256: str
    words: int
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    story: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences of old and of new that say the same thing, as indexes into `Side.sentences`, each side ascending.

    `moved` where the pair stands off the order that most pairs keep.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    relation: Relation
    similarity: float
    moved: bool = False
    scope: ScopeName = "story"


@dataclass(frozen=True, slots=True)
class Segment:
    """One edit. Equal has both spans, delete only `old`, insert only `new`. `change` is the id of its change."""

    op: Op
    old: Span | None
    new: Span | None
    pair: int
    change: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Neighbouring deletions and insertions of one pair, or the move of a whole pair.

    The spans run from the first to the last of them. `weight` is that of the weightiest flag; plain without any.
    """

    id: str
    kind: ChangeKind
    old: Span | None
    new: Span | None
    pair: int
    flags: tuple[Flag, ...] = ()
    weight: Weight = "plain"
    scope: ScopeName = "story"


@dataclass(frozen=True, slots=True)
class WordCounts:
    """Words and numbers, white space and punctuation not among them."""

    old: int
    new: int
    equal: int
    deleted: int
    inserted: int


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of the pages around the story."""

    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of the verdict; all but `furniture` count the story alone.

    kept       the share of old's words that stand in new, 0..1; 1 where old has none
    sentences  of old by relation, those added of new; and how many of them were moved
    flags      changes by flag
    furniture  words outside the story on either side
    """

    kept: float
    words: WordCounts
    sentences: Mapping[Relation | Literal["moved"], int]
    flags: Mapping[Flag, int]
    furniture: Furniture


@dataclass(frozen=True, slots=True)
class Languages:
    """The code of the table by which either text was read; "und" where none fits. One is found for both together."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What may be said of one kind of change in the story.

    `changes` counts those of this kind. `looked_at` counts the words that were compared and searched for them: those of
    old in sentences with a partner, but for passages too long to be searched. It is no count of numbers or names. It is
    0 where nothing can be told, and where a link from before this was kept does not say.
    """

    state: State
    changes: int
    looked_at: int


@dataclass(frozen=True, slots=True)
class Degraded:
    """Why the result is coarser than asked for, and the counted limit that was passed."""

    reason: str
    limit: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of old in new.

    `segments` stand in reading order: new's order, with what was dropped at its old place. In old order the equal and
    delete segments join to the old text; in new order the equal and insert segments join to the new one.
    `shares_story` is False where no shared story was found and both texts are taken whole.
    `languages` is None in a link from before they were kept; `ledger` says then of nothing that it stands.
    """

    engine: str
    options: Options
    degraded: Degraded | None
    shares_story: bool
    old: Side
    new: Side
    pairs: tuple[Pair, ...]
    segments: tuple[Segment, ...]
    changes: tuple[Change, ...]
    summary: Summary
    languages: Languages | None
    ledger: Mapping[GroupName, Judgement]
