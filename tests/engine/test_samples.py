"""The five sample articles in all twenty ordered pairs."""

from collections.abc import Iterable, Iterator
from itertools import permutations
from pathlib import Path

import pytest

from webapp.display.model import Cell, Piece
from webapp.display.rows import inline, side_by_side
from webapp.engine import compare, replay

SAMPLES = Path(__file__).parents[2] / "seeds" / "un-xinjiang-report-2022"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))


def read(name: str) -> str:
    return (SAMPLES / f"{name}.txt").read_bytes().decode("utf-8")


def anchors(cells: Iterable[Cell]) -> Iterator[str]:
    """Yield the ids of the changes that are anchored in a view."""
    for passage in (passage for cell in cells for passage in cell.passages):
        yield from (mark.change.id for mark in passage.marks if mark.anchor and mark.change)
        if passage.move and passage.move.anchor:
            yield passage.move.change.id


def assert_marks_are_tight(pieces: tuple[Piece, ...]) -> None:
    assert all(piece.text == piece.text.strip() != "" for piece in pieces if piece.op != "equal")


@pytest.mark.parametrize(("old", "new"), list(permutations(NAMES, 2)))
def test_a_pair_of_samples_is_lossless_and_drawn_with_every_change_anchored_once(old: str, new: str) -> None:
    result = compare(read(old), read(new))
    assert (replay.old_text(result), replay.new_text(result)) == (read(old), read(new))
    assert result.degraded is None
    column = [row.cell for row in inline.rows(result)]
    halves = [cell for row in side_by_side.rows(result) for cell in (*row.old, *row.new)]
    for view in (column, halves):
        assert sorted(anchors(view)) == sorted(change.id for change in result.changes)
        for cell in view:
            assert_marks_are_tight(cell.pieces)


def test_the_back_translation_keeps_the_order_of_every_sentence_of_the_story() -> None:
    result = compare(read("ctv-scrape"), read("back-translation"))
    assert result.summary.sentences["added"] == 0
    assert [j for pair in result.pairs for j in pair.new] == list(range(31))
