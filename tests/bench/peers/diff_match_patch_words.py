"""diff-match-patch over words, by the way its documentation tells: each word becomes one character.

Time-out 0, for with a clock the same texts give another result on a busy machine. It then searches the whole space.
"""

from importlib.metadata import version as version_of

from diff_match_patch import diff_match_patch

from tests.bench.answer import Answer, Chunk, answer_of
from tests.bench.peers.words import words_and_marks
from tests.bench.timing import Measured, repeat
from webapp.engine.model import Op

NAME = "diff-match-patch"

_OPS: dict[int, Op] = {
    diff_match_patch.DIFF_DELETE: "delete",
    diff_match_patch.DIFF_INSERT: "insert",
    diff_match_patch.DIFF_EQUAL: "equal",
}
_FIRST_SURROGATE, _SURROGATES = 0xD800, 0x800


def version() -> str:
    return version_of("diff-match-patch")


def measure(old: str, new: str) -> Measured:
    seconds, (edits, words), peak = repeat(_compare, old, new)
    return Measured(seconds, _answer(edits, words), peak)


def _compare(old: str, new: str) -> tuple[list[tuple[int, str]], dict[str, str]]:
    """Return the edits in characters, and the word that each character stands for."""
    characters: dict[str, str] = {}
    old_line, new_line = _line(old, characters), _line(new, characters)
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    edits = engine.diff_main(old_line, new_line, False)
    return edits, {character: word for word, character in characters.items()}


def _line(text: str, characters: dict[str, str]) -> str:
    return "".join(characters.setdefault(word, _character(len(characters))) for word in words_and_marks(text))


def _character(number: int) -> str:
    return chr(number if number < _FIRST_SURROGATE else number + _SURROGATES)


def _answer(edits: list[tuple[int, str]], words: dict[str, str]) -> Answer:
    return answer_of(Chunk(_OPS[op], " ".join(words[character] for character in line)) for op, line in edits)
