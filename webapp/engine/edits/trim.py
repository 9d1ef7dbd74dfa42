"""What two sentences begin and end with alike, so that only what lies between is cut into words.

    old   The committee said that | the inflation rate in May was 7.7 | per cent of what it had been
    new   The committee said that | the inflation rate in May was 8.1 | per cent of what it had been

A cut is made only where no word, number or date can run across it: between two plain words and two plain words.
"""

from typing import NamedTuple

from rapidfuzz.distance import Postfix, Prefix

from webapp.patterns import lazy_pattern

# Sentences that share less at their ends are cut whole.
# Range: 0–.90 share of the shorter sentence
# Why: trimming less saves nothing
MIN_TRIMMED = 0.4

_PLAIN_FOUR = r"(?<!\S)\p{Ll}+\s\p{Ll}+\s()\p{Ll}+\s\p{Ll}+(?!\S)"
_LAST_CUT = lazy_pattern(rf"(?r){_PLAIN_FOUR}")
_FIRST_CUT = lazy_pattern(_PLAIN_FOUR)


class Trim(NamedTuple):
    """How many characters at either end are equal and need not be cut."""

    head: int
    tail: int


NO_TRIM = Trim(0, 0)


def find_trim(old: str, new: str) -> Trim:
    """Return what may be left uncut at the ends of two sentences."""
    head = Prefix.similarity(old, new)
    shorter = min(len(old), len(new))
    tail = min(Postfix.similarity(old, new), shorter - head)
    if head + tail < MIN_TRIMMED * shorter:
        return NO_TRIM
    # A lone insertion may slide over as much equal text as it is long: that much stays.
    slide = abs(len(old) - len(new))
    return Trim(_head_cut(old, head - slide), _tail_cut(old, len(old) - tail + slide))


def _head_cut(text: str, end: int) -> int:
    cut = _LAST_CUT.search(text, 0, max(0, end))
    return cut.start(1) if cut else 0


def _tail_cut(text: str, start: int) -> int:
    cut = _FIRST_CUT.search(text, min(start, len(text)))
    return len(text) - cut.start(1) if cut else 0
