"""The five sample articles in all twenty ordered pairs."""

from itertools import permutations
from pathlib import Path

import pytest

from webapp.display import inline, side_by_side
from webapp.display.model import Piece
from webapp.engine import compare, replay

SAMPLES = Path(__file__).parents[2] / "seeds" / "un-xinjiang-report-2022"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))


def read(name: str) -> str:
    return (SAMPLES / f"{name}.txt").read_bytes().decode("utf-8")


def assert_marks_are_tight(pieces: tuple[Piece, ...]) -> None:
    assert all(piece.text == piece.text.strip() != "" for piece in pieces if piece.op != "equal")


@pytest.mark.parametrize(("old", "new"), list(permutations(NAMES, 2)))
def test_a_pair_of_samples_is_lossless_and_drawn_with_every_change_anchored_once(old: str, new: str) -> None:
    result = compare(read(old), read(new))
    assert (replay.old_text(result), replay.new_text(result)) == (read(old), read(new))
    assert result.degraded is None
    columns = [row.cell.pieces for row in inline.rows(result)]
    halves = [cell.pieces for row in side_by_side.rows(result) for cell in (*row.old, *row.new)]
    for view in (columns, halves):
        anchors = [piece.change for pieces in view for piece in pieces if piece.anchor]
        assert sorted(anchors) == sorted(change.id for change in result.changes)
        for pieces in view:
            assert_marks_are_tight(pieces)


def test_the_back_translation_keeps_the_order_of_every_sentence_of_the_story() -> None:
    result = compare(read("ctv-scrape"), read("back-translation"))
    assert result.summary.sentences["added"] == 0
    assert [j for pair in result.pairs for j in pair.new] == list(range(31))
