"""difflib of the standard library over words, as it comes: with its heuristic for popular words."""

import platform
from collections.abc import Sequence
from difflib import SequenceMatcher

from tests.bench.answer import Answer
from tests.bench.peers.words import runs_of, words_and_marks
from tests.bench.timing import Measured, repeat

NAME = "difflib"


def version() -> str:
    return f"Python {platform.python_version()}"


def measure(old: str, new: str) -> Measured:
    seconds, opcodes, peak = repeat(_compare, old, new)
    return Measured(seconds, Answer(list(runs_of(opcodes, old, new))), peak)


def _compare(old: str, new: str) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, words_and_marks(old), words_and_marks(new)).get_opcodes()
