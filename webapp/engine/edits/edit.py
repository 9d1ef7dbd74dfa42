"""Matches between the units of a pair, and the edits between the equal ones. Both index the pair's units."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from webapp.engine.model import Op


class Match(NamedTuple):
    """Unit `old` is matched to unit `new`; they are equal for the reader only if `is_equal`."""

    old: int
    new: int
    is_equal: bool


class Matches:
    """Matches in their order, in three columns: as tuples those of a million units would take 80 megabytes, not 9."""

    def __init__(self, matches: Iterable[Match] = ()) -> None:
        self._old, self._new, self._is_equal = array("I"), array("I"), bytearray()
        self.add(matches)

    def add(self, matches: Iterable[Match], old: int = 0, new: int = 0) -> None:
        """Append matches whose units are counted from `old` and from `new`."""
        for i, j, is_equal in matches:
            self._old.append(old + i)
            self._new.append(new + j)
            self._is_equal.append(is_equal)

    def add_equal(self, old: int, new: int, length: int) -> None:
        """Append a run of equal units."""
        self._old.extend(range(old, old + length))
        self._new.extend(range(new, new + length))
        self._is_equal.extend(b"\1" * length)

    @property
    def are_equal(self) -> bool:
        """Whether all matches are between equal units."""
        return 0 not in self._is_equal

    def equal_runs(self) -> Iterator[tuple[int, int, int]]:
        """Yield the start in old, the start in new and the length of each run of equal matches."""
        start_old = start_new = length = 0
        for i, j, is_equal in zip(self._old, self._new, self._is_equal, strict=True):
            if not is_equal:
                continue
            if length and i == start_old + length and j == start_new + length:
                length += 1
                continue
            if length:
                yield start_old, start_new, length
            start_old, start_new, length = i, j, 1
        if length:
            yield start_old, start_new, length

    def __len__(self) -> int:
        return len(self._old)

    def __getitem__(self, at: int) -> Match:
        return Match(self._old[at], self._new[at], bool(self._is_equal[at]))

    def __iter__(self) -> Iterator[Match]:
        return map(Match, self._old, self._new, map(bool, self._is_equal))


class Edit(NamedTuple):
    """One operation on units: half-open indexes into the pair's units, equally many on both sides where equal."""

    op: Op
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def edits_of(matches: Matches, old_count: int, new_count: int) -> list[Edit]:
    """Return the edits that the equal matches leave: they tile both sides, a deletion before its insertion."""
    edits: list[Edit] = []
    old_end = new_end = 0
    for i, j, length in [*matches.equal_runs(), (old_count, new_count, 0)]:
        if old_end < i:
            edits.append(Edit("delete", old_end, i, new_end, new_end))
        if new_end < j:
            edits.append(Edit("insert", i, i, new_end, j))
        old_end, new_end = i + length, j + length
        if length:
            edits.append(Edit("equal", i, old_end, j, new_end))
    return edits


def merge_edits(edits: Sequence[Edit]) -> list[Edit]:
    """Join neighbours of the same operation."""
    merged: list[Edit] = []
    for edit in edits:
        if merged and merged[-1].op == edit.op:
            merged[-1] = merged[-1]._replace(old_end=edit.old_end, new_end=edit.new_end)
        else:
            merged.append(edit)
    return merged
