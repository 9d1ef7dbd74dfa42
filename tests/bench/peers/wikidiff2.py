"""wikidiff2 in PHP, the one of these that knows moves, as it comes: past 100 changed lines it looks for none."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tests.bench.answer import Answer, Cursor, Move, Run, solid_length
from tests.bench.peers.programs import HERE, output_of, timed_by_itself
from tests.bench.timing import Measured
from webapp.engine.model import Op
from webapp.engine.span import Span

NAME = "wikidiff2"

_SCRIPT = str(HERE / "wikidiff2.php")
_EQUAL, _ADDED, _DELETED, _CHANGED, _MOVED_FROM, _MOVED_TO = range(6)
_WHOLE_LINE: dict[int, Op] = {_EQUAL: "equal", _ADDED: "insert", _DELETED: "delete", _MOVED_FROM: "delete"}
_HIGHLIGHTS: dict[int, Op] = {0: "insert", 1: "delete"}


class _Piece(NamedTuple):
    op: Op
    length: int


def version() -> str | None:
    return output_of(["php", "-r", "echo wikidiff2_version(), ', PHP ', PHP_VERSION;"])


def measure(old: str, new: str) -> Measured:
    told = timed_by_itself(["php", "-d", "memory_limit=-1", _SCRIPT], old, new)
    # Of texts that are the same it tells nothing at all.
    return Measured(told["seconds"], answer_of(told["diff"] or [{"type": _EQUAL, "text": old}]))


def answer_of(lines: Sequence[Mapping[str, Any]]) -> Answer:
    """Return the runs of lines as wikidiff2 tells them; a moved line is told twice, whole where it came from."""
    origins = _origins(lines)
    runs: list[Run] = []
    moves: list[Move] = []
    cursor = Cursor()
    for line in lines:
        if line["type"] == _MOVED_FROM:
            cursor.step("delete", solid_length(line["text"]))
        elif line["type"] == _MOVED_TO:
            apart = Cursor(origins[line["moveInfo"]["linkId"]], cursor.new)
            moved = [apart.step(*piece) for piece in _pieces(line)]
            runs += moved
            moves.append(Move(Span(moved[0].old.start, apart.old), Span(cursor.new, apart.new)))
            cursor.new = apart.new
        else:
            runs += [cursor.step(*piece) for piece in _pieces(line)]
    return Answer(runs, moves)


def _origins(lines: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Return where each moved line stood in the old text, by its id."""
    origins: dict[str, int] = {}
    cursor = Cursor()
    for line in lines:
        if line["type"] == _MOVED_FROM:
            origins[line["moveInfo"]["id"]] = cursor.old
        if line["type"] != _MOVED_TO:
            for piece in _pieces(line):
                cursor.step(*piece)
    return origins


def _pieces(line: Mapping[str, Any]) -> Iterator[_Piece]:
    """Yield the pieces of a line, whose highlights count bytes."""
    if line["type"] in _WHOLE_LINE:
        yield _Piece(_WHOLE_LINE[line["type"]], solid_length(line["text"]))
        return
    text = line["text"].encode()
    end = 0
    for highlight in sorted(line["highlightRanges"], key=lambda highlight: highlight["start"]):
        start, length = highlight["start"], highlight["length"]
        yield _Piece("equal", solid_length(text[end:start].decode()))
        end = start + length
        yield _Piece(_HIGHLIGHTS[highlight["type"]], solid_length(text[start:end].decode()))
    yield _Piece("equal", solid_length(text[end:].decode()))
