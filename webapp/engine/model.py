"""The engine's glossary, as types. The stages take and return these; templates, JSON and CSS use their names.

text        what was published, exactly; nothing here alters it
paragraph   a line of the text that holds more than white space
sentence    a sentence, headline, list line or credit inside one paragraph
token       a word, a number, a date or a punctuation mark
pair        sentences of old and sentences of new that say the same thing, n:m; either side may be empty
relation    of a pair: verbatim, edited, rewritten, added (no old), dropped (no new)
segment     one edit inside a pair: a stretch that is equal, deleted or inserted
change      what a reader would point at as one change: neighbouring deletions and insertions of one pair, or a move
flag        why a change matters (hard), may matter (soft) or does not (surface)
scope       story: the shared story; furniture: the text of the page around it
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from webapp.engine.options import Degraded, Options
from webapp.engine.span import Span

Op = Literal["equal", "delete", "insert"]
Relation = Literal["verbatim", "edited", "rewritten", "added", "dropped"]
ChangeKind = Literal["replace", "insert", "delete", "move"]
ScopeName = Literal["story", "furniture"]
SentenceCount = Relation | Literal["moved", "also"]

HardFlag = Literal["quote", "number", "date", "name", "negation", "hedge", "attribution", "sense"]
SoftFlag = Literal["wording"]
SurfaceFlag = Literal["spelling", "typography", "case", "punctuation", "spacing"]
Flag = HardFlag | SoftFlag | SurfaceFlag
Weight = Literal["hard", "soft", "surface", "plain"]

GroupName = Literal["quotations", "numbers", "names", "negations", "attributions", "sense", "wording", "whole"]
State = Literal["changed", "stands", "cannot_tell"]

HARD_FLAGS: tuple[HardFlag, ...] = get_args(HardFlag)
SOFT_FLAGS: tuple[SoftFlag, ...] = get_args(SoftFlag)
SURFACE_FLAGS: tuple[SurfaceFlag, ...] = get_args(SurfaceFlag)
FLAGS: tuple[Flag, ...] = (*HARD_FLAGS, *SOFT_FLAGS, *SURFACE_FLAGS)


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

    `moved`: the pair is off the order that most pairs keep.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    relation: Relation
    similarity: float
    moved: bool = False
    scope: ScopeName = "story"


def is_whole(pair: Pair) -> bool:
    """Return whether a sentence was dropped or added whole."""
    return pair.relation in {"dropped", "added"}


@dataclass(frozen=True, slots=True)
class AlsoIn:
    """A sentence without a partner, and that of the other side which tells it too; `pair` is the latter's pair."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    pair: int
    similarity: float


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
    """Words and numbers, without white space and punctuation."""

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

    kept       the share of old's words that new keeps, 0..1; 1 if old has none
    sentences  of old by relation, those added of new, how many were moved; told again in another pair (`also`), which
               counts as neither dropped nor added
    flags      changes by flag
    furniture  words outside the story on either side
    """

    kept: float
    words: WordCounts
    sentences: Mapping[SentenceCount, int]
    flags: Mapping[Flag, int]
    furniture: Furniture


@dataclass(frozen=True, slots=True)
class Languages:
    """The code of the table used for either text, "und" if none fits. One is detected for both together."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What may be said of one kind of change in the story.

    `changes` counts those of this kind; `whole` of them are sentences dropped or added whole that hold such a thing.
    `looked_at` counts the words of old that were searched for them: all but passages too long to be searched. It is no
    count of numbers or names. It is 0 if the group cannot be judged, and in a link made before the ledger was stored.
    """

    state: State
    changes: int
    looked_at: int
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of old in new.

    `segments` are in reading order: new's order, with what was dropped at its old place. In old order the equal and
    delete segments join to the old text; in new order the equal and insert segments join to the new one.
    `shares_story` is False if no shared story was found and both texts are taken whole.
    `languages` is None in a link made before they were stored; its `ledger` then claims for no group that it stands.
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
    also: tuple[AlsoIn, ...] = ()
