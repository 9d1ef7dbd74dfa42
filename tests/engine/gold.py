"""People's annotations of a pair of texts beside the engine's result. Sentences are those of the annotation."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from tests.engine.shared import read_gold, read_sample
from webapp.engine import Comparison, compare
from webapp.engine.model import HARD_FLAGS, Change, Flag, Side
from webapp.engine.span import Span

SideName = Literal["old", "new"]
SIDES: tuple[SideName, SideName] = ("old", "new")

# What a change of each type must carry.
FLAG_OF_TYPE: dict[str, Flag] = {
    "quote_altered": "quote",
    "attribution": "attribution",
    "modality": "hedge",
    "gender": "name",
    "pronoun": "name",
    "name_spelling": "name",
}


class Counts(NamedTuple):
    """Right, false and missed answers."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.false + self.missed)


def count(found: set[Any], wanted: set[Any], allowed: Iterable[Any] = ()) -> Counts:
    """Count answers; `allowed` ones count neither way."""
    return Counts(len(found & wanted), len(found - wanted - set(allowed)), len(wanted - found))


def add_up(counts: Iterable[Counts]) -> Counts:
    return Counts(*map(sum, zip(*counts, strict=True)))


@dataclass(frozen=True)
class Edit:
    """An edit that people annotated: its places in the texts, its words, its types."""

    spans: dict[SideName, Span | None]
    words: str
    types: frozenset[str]
    notable: bool

    def is_touched_by(self, change: Change) -> bool:
        return any(_overlap(self.spans[side], getattr(change, side)) for side in SIDES)


class Judged:
    """One pair of samples, compared, beside its annotation."""

    def __init__(self, name: str) -> None:
        self._gold = read_gold(name)
        texts = [read_sample(self._gold[f"{side}_file"].removesuffix(".txt")) for side in SIDES]
        self.result: Comparison = compare(*texts)
        self._starts = {
            side: _offsets(text, self._gold[f"{side}_sentences"]) for side, text in zip(SIDES, texts, strict=True)
        }

    @property
    def links(self) -> Counts:
        wanted = {(i, j) for link in self._gold["links"] for i in link["old"] for j in link["new"]}
        old, new = self._numbers("old"), self._numbers("new")
        found = {(old[i], new[j]) for pair in self.result.pairs for i in pair.old for j in pair.new}
        return count(found, wanted, map(tuple, self._gold["optional"]))

    @property
    def furniture(self) -> Counts:
        return add_up(
            count(self._collapsed(side), set(self._gold[f"{side}_furniture"]), self._credits(side)) for side in SIDES
        )

    @property
    def collapsed_story(self) -> list[str]:
        """The sentences of the story that the engine takes for furniture."""
        return [
            self._gold[f"{side}_sentences"][number]
            for side in SIDES
            for number in self._collapsed(side) - set(self._gold[f"{side}_furniture"]) - self._credits(side)
        ]

    @cached_property
    def edits(self) -> list[Edit]:
        return [self._edit(edit) for edit in self._gold["edits"]]

    def flags_of(self, edit: Edit) -> set[Flag]:
        """Return the flags of all changes of the story that touch an edit."""
        return {flag for change in self._changes() if edit.is_touched_by(change) for flag in change.flags}

    def unfounded(self) -> Iterator[tuple[Flag, Change]]:
        """Yield the hard flags of the story, each with its change, that no notable edit accounts for."""
        for change in self._changes():
            types = {kind for edit in self.edits if edit.notable and edit.is_touched_by(change) for kind in edit.types}
            founded = {FLAG_OF_TYPE[kind] for kind in types if kind in FLAG_OF_TYPE}
            yield from ((flag, change) for flag in change.flags if flag in HARD_FLAGS and flag not in founded)

    def _changes(self) -> list[Change]:
        return [change for change in self.result.changes if change.scope == "story"]

    def _credits(self, side: SideName) -> set[int]:
        return set(self._gold.get(f"{side}_credit", ()))

    def _numbers(self, side: SideName) -> list[int | None]:
        """Return, for each sentence of the engine, the number of the people's sentence that begins with it."""
        by_start = {start: number for number, start in enumerate(self._starts[side])}
        sentences = self._side(side).sentences
        return [by_start.get(sentence.start) for sentence in sentences]

    def _side(self, side: SideName) -> Side:
        return self.result.old if side == "old" else self.result.new

    def _collapsed(self, side: SideName) -> set[int]:
        numbers = self._numbers(side)
        furniture = [pair for pair in self.result.pairs if pair.scope == "furniture"]
        return {n for pair in furniture for i in getattr(pair, side) if (n := numbers[i]) is not None}

    def _edit(self, edit: dict[str, Any]) -> Edit:
        spans = {side: self._span(edit, side) for side in SIDES}
        return Edit(spans, f"{edit['old_text']} -> {edit['new_text']}", frozenset(edit["types"]), edit["notable"])

    def _span(self, edit: dict[str, Any], side: SideName) -> Span | None:
        if not edit[f"{side}_text"]:
            return None
        start, end = edit[f"{side}_span"]
        return Span(self._starts[side][edit[side]] + start, self._starts[side][edit[side]] + end)


def _offsets(text: str, sentences: Sequence[str]) -> list[int]:
    offsets: list[int] = []
    place = 0
    for sentence in sentences:
        offsets.append(text.index(sentence, place))
        place = offsets[-1] + len(sentence)
    return offsets


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.start < other.end and other.start < one.end
