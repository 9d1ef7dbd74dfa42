"""The order in which a comparison is read: new's, with what was dropped at its old place."""

from collections.abc import Iterator
from typing import NamedTuple

from webapp.engine.align.choice import Alignment
from webapp.engine.align.links import Link


class Place(NamedTuple):
    """Neighbouring sentences of either side that are read together; one of the sides may be empty."""

    old: range
    new: range
    score: float = 0.0
    moved: bool = False
    at_sight: bool = False


def reading_order(alignment: Alignment, old_count: int, new_count: int) -> Iterator[Place]:
    """Yield all sentences, each once.

    A dropped sentence comes after the partner of the sentence before it in old, and so before what took its place. A
    moved sentence comes at its new place only.
    """
    moved_by_start = {link.new_start: link for link in alignment.moved}
    gone = {i for link in alignment.moved for i in link.old}
    i = j = 0
    for link in [*alignment.in_order, Link(old_count, old_count, new_count, new_count, 0.0)]:
        yield from (Place(range(k, k + 1), range(j, j)) for k in range(i, link.old_start) if k not in gone)
        yield from _only_in_new(j, link.new_start, link.old_start, moved_by_start)
        i, j = link.old_end, link.new_end
        if link.old_start < i:
            yield Place(link.old, link.new, link.score, False, link.at_sight)


def _only_in_new(start: int, end: int, old_start: int, moved_by_start: dict[int, Link]) -> Iterator[Place]:
    while start < end:
        link = moved_by_start.get(start)
        if link:
            yield Place(link.old, link.new, link.score, True)
            start = link.new_end
        else:
            yield Place(range(old_start, old_start), range(start, start + 1))
            start += 1
