"""patiencediff, the method of Bazaar, over words. Optional."""

from collections.abc import Sequence
from importlib import import_module

from tests.bench.answer import Answer
from tests.bench.peers.programs import package_version
from tests.bench.peers.words import runs_of, words_and_marks
from tests.bench.timing import Measured, repeat

NAME = "patiencediff"


def version() -> str | None:
    return package_version(NAME)


def measure(old: str, new: str) -> Measured:
    seconds, opcodes, peak = repeat(_compare, old, new)
    return Measured(seconds, Answer(list(runs_of(opcodes, old, new))), peak)


def _compare(old: str, new: str) -> Sequence[tuple[str, int, int, int, int]]:
    matcher = import_module(NAME).PatienceSequenceMatcher(None, words_and_marks(old), words_and_marks(new))
    opcodes: Sequence[tuple[str, int, int, int, int]] = matcher.get_opcodes()
    return opcodes
