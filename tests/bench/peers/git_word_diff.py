"""git's word diff of two files, with its histogram method. The time holds the start of git: it cannot time itself."""

import os
import subprocess
from collections.abc import Iterable, Iterator

from tests.bench.answer import Chunk, answer_of
from tests.bench.peers.programs import files_of, output_of
from tests.bench.timing import Measured, repeat
from webapp.engine.model import Op

NAME = "git"

_COMMAND = ("git", "diff", "--no-index", "--no-color", "--no-prefix", "--text", "--histogram", "--unified=1000000000")
_BY_WORDS = ("--word-diff=porcelain", "--word-diff-regex=[[:alnum:]_]+|[^[:space:]]")
_OPS: dict[str, Op] = {" ": "equal", "-": "delete", "+": "insert"}


def version() -> str | None:
    version = output_of(["git", "version"])
    return f"{version}, --word-diff" if version else None


def measure(old: str, new: str) -> Measured:
    with files_of(old, new) as paths:
        seconds, output, _ = repeat(lambda *_: _diff(paths), old, new)
    chunks = list(_chunks(output.split("\n"))) or [Chunk("equal", old)]
    return Measured(seconds, answer_of(chunks))


def _diff(paths: Iterable[str]) -> str:
    """Return git's output, whatever the user's own configuration says; it exits with 1 where the files differ."""
    environment = {**os.environ, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C.UTF-8"}
    done = subprocess.run([*_COMMAND, *_BY_WORDS, *paths], env=environment, stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode > 1:
        raise RuntimeError(f"git diff ended with {done.returncode}")
    return done.stdout


def _chunks(lines: Iterable[str]) -> Iterator[Chunk]:
    """Yield the chunks after the head; `~` is the end of a line, and no chunk of text."""
    lines = iter(lines)
    for line in lines:
        if line.startswith("@@"):
            break
    for line in lines:
        if line and line[0] in _OPS:
            yield Chunk(_OPS[line[0]], line[1:])
