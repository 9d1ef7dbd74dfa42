"""Which word of a pair stands for which, beyond the words that are equal in order.

    old   Reuters reported    strong  growth   on Monday
    new   On Monday Reuters   said    vigorous growth

    reordered   Monday-Monday: lost in one place and found in another is no loss
    replaced    strong-vigorous: they face each other between words that stand

Nothing here changes what is drawn; the flags ask it, and so does whoever wants a word alignment.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from webapp.engine.document import Unit, Word
from webapp.engine.words import Match

# Between two matches so many words may face one another without one being content: "will" for "would", "into" for "in".
MAX_FACING_WORDS = 2


def pair_words(
    old: Sequence[Unit], new: Sequence[Unit], matches: Sequence[Match], words: Sequence[Word]
) -> list[Match]:
    """Return `matches` with the reordered and the replaced words of a pair, ascending in old."""
    pairing = _Pairing(old, new, matches)
    pairing.match_same(lambda unit: unit.word, lambda unit: words[unit.word].is_content)
    pairing.match_same(lambda unit: words[unit.word].stem, lambda unit: words[unit.word].is_content)
    pairing.match_neighbours()
    for old_gap, new_gap in _gaps(matches, len(old), len(new)):
        pairing.match_facing(old_gap, new_gap, words)
    return sorted(pairing.matches)


class _Pairing:
    def __init__(self, old: Sequence[Unit], new: Sequence[Unit], matches: Sequence[Match]) -> None:
        self._old, self._new = old, new
        self.matches = list(matches)
        self._old_taken = {match.old for match in matches}
        self._new_taken = {match.new for match in matches}

    def match_same(self, key: Callable[[Unit], object], is_asked: Callable[[Unit], bool]) -> None:
        """Match free words with the same key, wherever they stand: the first with the first."""
        free: defaultdict[object, list[int]] = defaultdict(list)
        for j in reversed(range(len(self._new))):
            if j not in self._new_taken and is_asked(self._new[j]):
                free[key(self._new[j])].append(j)
        for i, unit in enumerate(self._old):
            if i not in self._old_taken and is_asked(unit) and free[key(unit)]:
                self._take(i, free[key(unit)].pop())

    def match_neighbours(self) -> None:
        """Let a reordered word take its equal neighbours along: "of Xinjiang" with "Xinjiang"."""
        waiting = list(self.matches)
        while waiting:
            match = waiting.pop()
            for step in (-1, 1):
                i, j = match.old + step, match.new + step
                if self._are_free(i, j) and self._old[i].word == self._new[j].word:
                    waiting.append(self._take(i, j))

    def match_facing(self, old_gap: range, new_gap: range, words: Sequence[Word]) -> None:
        """Match the free words between two matches: content words when equally many, or all when there are few."""
        old_words = [i for i in old_gap if i not in self._old_taken and self._old[i].kind != "punctuation"]
        new_words = [j for j in new_gap if j not in self._new_taken and self._new[j].kind != "punctuation"]
        old_content = [i for i in old_words if words[self._old[i].word].is_content]
        new_content = [j for j in new_words if words[self._new[j].word].is_content]
        if min(len(old_words), len(new_words)) == 1 and max(len(old_words), len(new_words)) <= MAX_FACING_WORDS:
            self.matches += [Match(i, j, False) for i in old_words for j in new_words]
        elif len(old_content) == len(new_content):
            self.matches += [Match(i, j, False) for i, j in zip(old_content, new_content, strict=True)]

    def _are_free(self, i: int, j: int) -> bool:
        is_inside = 0 <= i < len(self._old) and 0 <= j < len(self._new)
        return is_inside and i not in self._old_taken and j not in self._new_taken

    def _take(self, i: int, j: int) -> Match:
        self._old_taken.add(i)
        self._new_taken.add(j)
        self.matches.append(Match(i, j, False))
        return self.matches[-1]


def _gaps(matches: Sequence[Match], old_count: int, new_count: int) -> Iterator[tuple[range, range]]:
    i = j = 0
    for match in [*matches, Match(old_count, new_count, False)]:
        if i < match.old and j < match.new:
            yield range(i, match.old), range(j, match.new)
        i, j = match.old + 1, match.new + 1
