"""The floor: both texts once through one pattern. No engine that looks at each word once can be faster."""

from tests.bench.peers.words import words_and_marks
from tests.bench.timing import Measured, repeat

NAME = "floor"


def version() -> str:
    return "both texts once through one pattern"


def measure(old: str, new: str) -> Measured:
    seconds, _, peak = repeat(lambda old, new: (words_and_marks(old), words_and_marks(new)), old, new)
    return Measured(seconds, None, peak)
