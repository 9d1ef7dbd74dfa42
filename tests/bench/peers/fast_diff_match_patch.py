"""diff-match-patch in C++ over words, each word one character, without its time-out and its clean-up. Optional."""

from importlib import import_module

from tests.bench.answer import Answer, Chunk, answer_of
from tests.bench.peers.programs import package_version
from tests.bench.peers.words import Lines, as_characters
from tests.bench.timing import Measured, repeat
from webapp.engine.model import Op

NAME = "fast-diff-match-patch"

_MODULE = "fast_diff_match_patch"
_OPS: dict[str, Op] = {"=": "equal", "-": "delete", "+": "insert"}


def version() -> str | None:
    return package_version(NAME)


def measure(old: str, new: str) -> Measured:
    seconds, (edits, lines), peak = repeat(_compare, old, new)
    return Measured(seconds, _answer(edits, lines), peak)


def _compare(old: str, new: str) -> tuple[list[tuple[str, str]], Lines]:
    lines = as_characters(old, new)
    engine = import_module(_MODULE)
    edits = engine.diff(lines.old, lines.new, timelimit=0, checklines=False, cleanup="No", counts_only=False)
    return edits, lines


def _answer(edits: list[tuple[str, str]], lines: Lines) -> Answer:
    return answer_of(Chunk(_OPS[op], " ".join(lines.words[character] for character in line)) for op, line in edits)
