"""diff-match-patch over words, by the way its documentation tells: each word becomes one character.

Time-out 0, for with a clock the same texts give another result on a busy machine. It then searches the whole space.
"""

from importlib.metadata import version as version_of

from diff_match_patch import diff_match_patch

from tests.bench.answer import Answer, Chunk, answer_of
from tests.bench.peers.words import as_characters
from tests.bench.timing import Measured, repeat
from webapp.engine.model import Op

NAME = "diff-match-patch"

_OPS: dict[int, Op] = {
    diff_match_patch.DIFF_DELETE: "delete",
    diff_match_patch.DIFF_INSERT: "insert",
    diff_match_patch.DIFF_EQUAL: "equal",
}


def version() -> str:
    return version_of("diff-match-patch")


def measure(old: str, new: str) -> Measured:
    seconds, (edits, words), peak = repeat(_compare, old, new)
    return Measured(seconds, _answer(edits, words), peak)


def _compare(old: str, new: str) -> tuple[list[tuple[int, str]], dict[str, str]]:
    """Return the edits in characters, and the word that each character stands for."""
    lines = as_characters(old, new)
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return engine.diff_main(lines.old, lines.new, False), lines.words


def _answer(edits: list[tuple[int, str]], words: dict[str, str]) -> Answer:
    return answer_of(Chunk(_OPS[op], " ".join(words[character] for character in line)) for op, line in edits)
