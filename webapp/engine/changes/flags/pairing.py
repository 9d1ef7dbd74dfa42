"""Which word of a pair became which, beyond the words that are equal in order.

    old   Reuters reported    strong  growth   on Monday
    new   On Monday Reuters   said    vigorous growth

    reordered   Monday-Monday: lost in one place and found in another is no loss
    replaced    strong-vigorous: they face each other between equal words

The flags use this; the edits that are shown do not.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from webapp.engine.edits.edit import Match
from webapp.engine.text.forms import Form

# Between two matches this many words may replace one another though none has content.
# Range: 1–5 words
# Why: word alignment: will and would, into and in
# Cases: none
MAX_FACING_WORDS = 2


def pair_words(old: Sequence[Form], new: Sequence[Form], matches: Sequence[Match]) -> list[Match]:
    """Return `matches` with the reordered and the replaced words of a pair, ascending in old."""
    pairing = _Pairing(old, new, matches)
    pairing.match_same(lambda form: form.word)
    pairing.match_same(lambda form: form.word.stem)
    pairing.match_neighbours()
    for old_gap, new_gap in _gaps(matches, len(old), len(new)):
        pairing.match_facing(old_gap, new_gap)
    return sorted(pairing.matches)


class _Pairing:
    def __init__(self, old: Sequence[Form], new: Sequence[Form], matches: Sequence[Match]) -> None:
        self._old, self._new = old, new
        self.matches = list(matches)
        self._old_free = set(range(len(old))).difference([match.old for match in matches])
        self._new_free = set(range(len(new))).difference([match.new for match in matches])

    def match_same(self, key: Callable[[Form], object]) -> None:
        """Match free content words with the same key, at any place: the first with the first."""
        places: defaultdict[object, list[int]] = defaultdict(list)
        for j in sorted(self._new_free, reverse=True):
            if self._new[j].word.is_content:
                places[key(self._new[j])].append(j)
        for i in sorted(self._old_free):
            if self._old[i].word.is_content and places[key(self._old[i])]:
                self._take(i, places[key(self._old[i])].pop())

    def match_neighbours(self) -> None:
        """Let a reordered word take its equal neighbours along: "of Xinjiang" with "Xinjiang"."""
        beside_free = {i + step for i in self._old_free for step in (-1, 1)}
        waiting = [match for match in self.matches if match.old in beside_free]
        while waiting:
            match = waiting.pop()
            for step in (-1, 1):
                i, j = match.old + step, match.new + step
                if i in self._old_free and j in self._new_free and self._old[i].word is self._new[j].word:
                    waiting.append(self._take(i, j))

    def match_facing(self, old_gap: range, new_gap: range) -> None:
        """Match the free words between two matches: content words when equally many, or all when there are few."""
        old_words = [i for i in old_gap if i in self._old_free and self._old[i].kind != "punctuation"]
        new_words = [j for j in new_gap if j in self._new_free and self._new[j].kind != "punctuation"]
        old_content = [i for i in old_words if self._old[i].word.is_content]
        new_content = [j for j in new_words if self._new[j].word.is_content]
        if min(len(old_words), len(new_words)) == 1 and max(len(old_words), len(new_words)) <= MAX_FACING_WORDS:
            self.matches += [Match(i, j, False) for i in old_words for j in new_words]
        elif len(old_content) == len(new_content):
            self.matches += [Match(i, j, False) for i, j in zip(old_content, new_content, strict=True)]

    def _take(self, i: int, j: int) -> Match:
        self._old_free.remove(i)
        self._new_free.remove(j)
        self.matches.append(Match(i, j, False))
        return self.matches[-1]


def _gaps(matches: Sequence[Match], old_count: int, new_count: int) -> Iterator[tuple[range, range]]:
    i = j = 0
    for match in [*matches, Match(old_count, new_count, False)]:
        if i < match.old and j < match.new:
            yield range(i, match.old), range(j, match.new)
        i, j = match.old + 1, match.new + 1
