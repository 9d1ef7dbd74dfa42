"""Which lines of a text only go on with the line before, as the other text shows: it has their words in one line.

    old   The mayor of Lyon       new   The mayor of Lyon resigned on
          resigned on Monday            Monday after a vote.
          after a vote.

"Lyon resigned" and "Monday after" are in one line of new, "on Monday" is in one of old. So neither text breaks there.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from webapp.engine.span import Span
from webapp.engine.text.paragraphs import lines_of
from webapp.engine.text.token_patterns import DENSE
from webapp.engine.text.tokenise import Tokeniser
from webapp.patterns import lazy_pattern

# If the other text shows this share of the likely breaks to be none, the text is wrapped, and no likely break is one.
# Range: .50–.95 share of line ends
# Why: a word edited beside a line end leaves that one without a witness
# Cases: 0
MIN_SHOWN_SHARE = 0.6

# Fewer likely breaks say nothing about the text.
# Range: 3–20 line ends
# Why: a headline and a byline
# Cases: 0
MIN_LIKELY_BREAKS = 4

# Characters on either side of a line end by which it is found in a script without spaces.
# Range: 2–6 characters
# Why: two are often a word that occurs elsewhere
# Cases: 0
CHARS_BESIDE = 3

# Characters on either side of a line end that tell whether a sentence ends there.
# Range: 20–100 characters
# Why: an abbreviation and the word behind it
# Cases: 0
CHARS_OF_BOUNDARY = 40

_QUOTED = lazy_pattern(r"(?:[>|]\s*+)++")
_STOP = lazy_pattern(r"(?r)[.!?…。！？।؟։።][\"'”’»)\]」』]{0,8}+")
_DENSE = lazy_pattern(DENSE, regex.V1)


NO_LINES: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())


def continued_lines(old: str, new: str, tokeniser: Tokeniser) -> tuple[frozenset[int], frozenset[int]]:
    """Return which lines of each text go on with the line before them, by their places in `lines_of`."""
    texts = (_Lines(old, tokeniser), _Lines(new, tokeniser))
    shared = frozenset(texts[0].lines) & frozenset(texts[1].lines)
    likely = [lines.likely(shared) for lines in texts]
    if not (likely[0] or likely[1]):
        return NO_LINES
    return texts[0].continued(likely[0], texts[1]), texts[1].continued(likely[1], texts[0])


Around = set[tuple[bool, str]]
"""Words beside two others: before them (True) or behind."""


class _Pair(NamedTuple):
    """Two words in a row, and the words around them."""

    pair: tuple[str, str]
    around: Around


class _Lines:
    """The lines of a text without marks of quotation before them."""

    def __init__(self, text: str, tokeniser: Tokeniser) -> None:
        self._spans = list(lines_of(text))
        self._text = text
        self._tokeniser = tokeniser
        self.lines = [_unquoted(text[slice(*span)]) for span in self._spans]

    def likely(self, shared: frozenset[str]) -> list[int]:
        """Return the lines that may go on with the one before: the other text has no such lines, no sentence ends."""
        return [
            index
            for index, (before, line) in enumerate(pairwise(self.lines), 1)
            if not (before in shared and line in shared) and before and line and not self._ends(before, index)
        ]

    def _ends(self, before: str, index: int) -> bool:
        if not _STOP.match(before):
            return False
        tail = before[-CHARS_OF_BOUNDARY:]
        start = self._spans[index].end - len(self.lines[index])
        both = f"{tail} {self._text[start : start + CHARS_OF_BOUNDARY]}"
        return any(span.end == len(tail) for span in self._tokeniser.sentences(both, Span(0, len(both))))

    def continued(self, likely: Sequence[int], other: "_Lines") -> frozenset[int]:
        """Return the likely lines that the other text shows to go on."""
        dense = [index for index in likely if self._is_dense(index)]
        spaced = [index for index in likely if not self._is_dense(index)]
        shown = {*self._shown_by_letters(dense, other), *self._shown_by_words(spaced, other)}
        if len(likely) >= MIN_LIKELY_BREAKS and len(shown) >= MIN_SHOWN_SHARE * len(likely):
            shown.update(filter(self._is_next_line, likely))
        return frozenset(shown)

    def _is_dense(self, index: int) -> bool:
        return _DENSE.match(self.lines[index - 1][-1]) is not None or _DENSE.match(self.lines[index]) is not None

    def _is_next_line(self, index: int) -> bool:
        between = self._text[self._spans[index - 1].end : self._spans[index].start]
        return len(between.splitlines()) == 1

    def _shown_by_letters(self, likely: Sequence[int], other: "_Lines") -> Iterator[int]:
        places = {index: self._beside(index) for index in likely}
        wanted = {letters for letters in places.values() if len(letters) == 2 * CHARS_BESIDE}
        found = wanted.intersection(_stretches(other.lines)) if wanted else wanted
        yield from (index for index, letters in places.items() if letters in found)

    def _beside(self, index: int) -> str:
        before, line = ("".join(line.split()) for line in self.lines[index - 1 : index + 1])
        return before[-CHARS_BESIDE:] + line[:CHARS_BESIDE]

    def _shown_by_words(self, likely: Sequence[int], other: "_Lines") -> Iterator[int]:
        if not likely:
            return
        ends = {index: self._words_around(index) for index in likely}
        pairs, torn = _witnesses(other.lines, {end.pair for end in ends.values()})
        for index, (pair, around) in ends.items():
            is_shown = pair in pairs and (len(around) < 2 or not around.isdisjoint(pairs[pair]))
            if is_shown or not torn.isdisjoint(_put_together(*pair)):
                yield index

    def _words_around(self, index: int) -> _Pair:
        """Return the words on either side of a line end, with the nearest ones in the line before that and behind."""
        before = [word for line in self.lines[max(index - 2, 0) : index] for word in line.split()[-2:]]
        behind = [word for line in self.lines[index : index + 2] for word in line.split()[:2]]
        return _pair([*before[-2:], *behind[:2]], len(before[-2:]))


def _unquoted(line: str) -> str:
    quoted = _QUOTED.match(line)
    return line[quoted.end() :] if quoted else line


def _stretches(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        letters = "".join(line.split())
        yield from (letters[at : at + 2 * CHARS_BESIDE] for at in range(len(letters) - 2 * CHARS_BESIDE + 1))


def _pair(words: Sequence[str], at: int) -> _Pair:
    """Return the words on either side of a place among others, and those around them."""
    before = [(True, word) for word in words[max(at - 2, 0) : at - 1]]
    return _Pair((words[at - 1], words[at]), {*before, *((False, word) for word in words[at + 1 : at + 2])})


def _witnesses(lines: Iterable[str], wanted: set[tuple[str, str]]) -> tuple[dict[tuple[str, str], Around], set[str]]:
    """Return the wanted pairs that stand in one line, with the words around them; and the words torn in the wanted."""
    firsts = {first for first, _ in wanted}
    torn = {word for pair in wanted for word in _put_together(*pair)}
    pairs: dict[tuple[str, str], Around] = {}
    found: set[str] = set()
    for line in lines:
        words = line.split()
        found |= torn.intersection(words)
        if firsts.isdisjoint(words):  # most lines
            continue
        for at, pair in enumerate(pairwise(words), 1):
            if pair in wanted:
                pairs.setdefault(pair, set()).update(_pair(words, at).around)
    return pairs, found


def _put_together(before: str, line: str) -> set[str]:
    """Return the word that a hyphen at a line end divides, without the hyphen and with it; none without a hyphen."""
    return {before[:-1] + line, before + line} if before.endswith(("-", "‐")) and len(before) > 1 else set()
