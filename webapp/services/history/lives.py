"""When each sentence of a story came and went, from what is kept of the comparisons of neighbouring versions.

A sentence is told from others by its words, whatever white space is between them. So it stands once, also if it was
gone for a while, and its editions are sentences of their own, linked to what they became.

    9:14    The mayor said no.                since 9:14
    9:14    Four people came.                 9:14 to 11:02, became the next
    11:02   Five people came.                 since 11:02
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from webapp.engine.span import Span
from webapp.services.history.summaries import PairSummary, SentencePair


@dataclass(frozen=True, slots=True)
class SentenceLife:
    """A sentence, and the versions that have it, as their places in time from 0.

    stays   the first version of each stretch, and the first one without it; None if the newest has it
    became  the version that has another sentence in its place, and the place of that sentence in the list
    moved   the versions in which it stands elsewhere than in the one before
    """

    text: str
    stays: tuple[tuple[int, int | None], ...]
    became: tuple[tuple[int, int], ...]
    moved: tuple[int, ...]


def sentence_lives(texts: Sequence[str], summaries: Sequence[PairSummary]) -> list[SentenceLife]:
    """Return each sentence of the story once, in the order of the newest version, those that are gone in between.

    texts      the versions in the order of their capture, each different from the one before
    summaries  of each version with the next
    """
    return _Lives(texts, summaries).all()


class _Link(NamedTuple):
    """A pair of two neighbouring versions, of which the first has this place, with the words and spans of its sides."""

    place: int
    pair: SentencePair
    old: list[str]
    new: list[str]
    old_spans: list[Span]
    new_spans: list[Span]


class _Lives:
    """The sentences of a history by their keys. `_links`: each pair with its place, and the words of either side."""

    def __init__(self, texts: Sequence[str], summaries: Sequence[PairSummary]) -> None:
        self._same: dict[str, str] = {}
        self._links = [link for place, summary in enumerate(summaries) for link in _links(place, summary, texts)]
        for link in self._links:
            if link.pair.relation == "verbatim" and len(link.old) == len(link.new) == 1:
                self._join(*link.old, *link.new)
        self._furniture = self._outvoted()
        self._versions = self._stories(len(texts))

    def all(self) -> list[SentenceLife]:
        became, moved = self._became(), self._moved()
        successors = {key: {successor for _, successor in edits} for key, edits in became.items()}
        order = _merged([list(version) for version in self._versions], successors)
        places = {key: place for place, key in enumerate(order)}
        return [
            SentenceLife(
                self._text(key),
                tuple(self._stays(key)),
                tuple(sorted((place, places[successor]) for place, successor in became[key])),
                tuple(sorted(moved[key])),
            )
            for key in order
        ]

    def _became(self) -> dict[str, set[tuple[int, str]]]:
        """Return what stands in place of each sentence, and from which version on."""
        became = defaultdict[str, set[tuple[int, str]]](set)
        for link in filter(_is_edited, self._links):
            old, new = self._keys(link.old), self._keys(link.new)
            for key in old - new:
                became[key] |= {(link.place + 1, successor) for successor in new - old}
        return became

    def _moved(self) -> dict[str, set[int]]:
        moved = defaultdict[str, set[int]](set)
        for link in self._links:
            if link.pair.moved and link.pair.is_story:
                for key in self._keys(link.new):
                    moved[key].add(link.place + 1)
        return moved

    def _stays(self, key: str) -> Iterator[tuple[int, int | None]]:
        is_there = [False, *(key in version for version in self._versions), False]
        turns = [place for place, (before, now) in enumerate(pairwise(is_there)) if before != now]
        for came, gone in zip(turns[::2], turns[1::2], strict=True):
            yield came, gone if gone < len(self._versions) else None

    def _text(self, key: str) -> str:
        """Return a sentence as the newest version that has it writes it."""
        return next(version[key] for version in reversed(self._versions) if key in version)

    def _stories(self, count: int) -> list[dict[str, str]]:
        """Return the sentences of the story in each version, in their order, by their keys.

        What either comparison of a version takes for story is story, unless most comparisons do not.
        """
        found: list[dict[Span, str]] = [{} for _ in range(count)]
        for link in self._links:
            if link.pair.is_story:
                found[link.place].update(zip(link.old_spans, link.old, strict=True))
                found[link.place + 1].update(zip(link.new_spans, link.new, strict=True))
        stories = ([words for _, words in sorted(version.items())] for version in found)
        return [
            {key: words for words in story if (key := self._key(words)) not in self._furniture} for story in stories
        ]

    def _outvoted(self) -> set[str]:
        """Return the sentences that more comparisons take for the page around the story than for story."""
        votes = Counter[str]()
        for link in self._links:
            for words in (*link.old, *link.new):
                votes[self._key(words)] += 1 if link.pair.is_story else -1
        return {key for key, vote in votes.items() if vote < 0}

    def _keys(self, words: Sequence[str]) -> set[str]:
        """Return the keys of sentences, without those of the page around the story."""
        return {self._key(one) for one in words} - self._furniture

    def _key(self, words: str) -> str:
        while words in self._same:
            words = self._same[words]
        return words

    def _join(self, old: str, new: str) -> None:
        old, new = self._key(old), self._key(new)
        if old != new:
            self._same[old] = new


def _links(place: int, summary: PairSummary, texts: Sequence[str]) -> Iterator[_Link]:
    old = [_words(texts[place], span) for span in summary.old]
    new = [_words(texts[place + 1], span) for span in summary.new]
    for pair in summary.pairs:
        old_spans, new_spans = [summary.old[i] for i in pair.old], [summary.new[j] for j in pair.new]
        yield _Link(place, pair, [old[i] for i in pair.old], [new[j] for j in pair.new], old_spans, new_spans)


def _merged(versions: Sequence[Sequence[str]], successors: Mapping[str, Collection[str]]) -> list[str]:
    """Return the keys of all versions, each once: those of the newest in their order.

    Of the others an edited sentence stands before what it became, any other behind the one that it followed.

    >>> _merged([["a", "b", "c"], ["a", "x", "c"], ["a", "c", "d"]], {"x": ["d"]})
    ['a', 'b', 'c', 'x', 'd']
    """
    order: list[str] = list(dict.fromkeys(versions[-1]))
    known = set(order)
    for version in reversed(versions[:-1]):
        for before, key in pairwise([None, *version]):
            if key and key not in known:
                became = [order.index(successor) for successor in successors.get(key, ()) if successor in known]
                order.insert(min(became) if became else order.index(before) + 1 if before else 0, key)
                known.add(key)
    return order


def _is_edited(link: _Link) -> bool:
    return link.pair.is_story and bool(link.old and link.new) and link.pair.relation != "verbatim"


def _words(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
