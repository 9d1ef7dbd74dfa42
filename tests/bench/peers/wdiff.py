"""GNU wdiff of two files. Its words are what stands between spaces. The time holds its start. Optional."""

import os
import re
import subprocess
from collections.abc import Iterator, Sequence

from tests.bench.answer import Chunk, answer_of
from tests.bench.peers.programs import files_of, output_of
from tests.bench.timing import Measured, repeat
from webapp.engine.model import Op

NAME = "wdiff"

# Characters that no text of the bench has, so that a text with wdiff's own marks is not misread.
_DELETE, _INSERT, _END = "\x01", "\x02", "\x03"
_COMMAND = ("wdiff", "-w", _DELETE, "-x", _END, "-y", _INSERT, "-z", _END)
_MARKED = re.compile(f"([{_DELETE}{_INSERT}])([^{_END}]*){_END}")
_OPS: dict[str, Op] = {_DELETE: "delete", _INSERT: "insert"}


def version() -> str | None:
    told = output_of([NAME, "--version"])
    return told.partition("\n")[0].rpartition(" ")[2] if told else None


def measure(old: str, new: str) -> Measured:
    with files_of(old, new) as paths:
        seconds, output, _ = repeat(lambda *_: _diff(paths), old, new)
    return Measured(seconds, answer_of(_chunks(output)))


def _diff(paths: Sequence[str]) -> str:
    """Return what it prints; it exits with 1 where the files differ."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run([*_COMMAND, *paths], env=environment, stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode > 1:
        raise RuntimeError(f"wdiff ended with {done.returncode}")
    return done.stdout


def _chunks(output: str) -> Iterator[Chunk]:
    end = 0
    for found in _MARKED.finditer(output):
        yield Chunk("equal", output[end : found.start()])
        yield Chunk(_OPS[found[1]], found[2])
        end = found.end()
    yield Chunk("equal", output[end:])
