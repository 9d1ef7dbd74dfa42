"""The texts of a case on disk: a folder for each pair, with what was done to it."""

import json
from collections.abc import Iterable
from pathlib import Path

from tests.bench.generate import Known, TextPair
from webapp.engine.span import Span


def write_pairs(pairs: Iterable[TextPair], folder: Path) -> None:
    for index, pair in enumerate(pairs):
        place = folder / str(index)
        place.mkdir(parents=True, exist_ok=True)
        (place / "old.txt").write_bytes(pair.old.encode())
        (place / "new.txt").write_bytes(pair.new.encode())
        (place / "known.json").write_text(json.dumps(pair.known))


def read_pairs(folder: Path) -> list[TextPair]:
    return [_read_pair(place) for place in sorted(folder.iterdir(), key=lambda place: int(place.name))]


def _read_pair(place: Path) -> TextPair:
    old, new = ((place / name).read_bytes().decode() for name in ("old.txt", "new.txt"))
    known = json.loads((place / "known.json").read_text())
    if known is None:
        return TextPair(old, new)
    return TextPair(old, new, tuple(Known(op, _span(one), _span(other)) for op, one, other in known))


def _span(ends: list[int] | None) -> Span | None:
    return Span(*ends) if ends else None
