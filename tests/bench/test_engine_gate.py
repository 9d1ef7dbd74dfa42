"""What the engine must find of known edits: counted, never timed. The bench shows the same figures for larger texts."""

import pytest

from tests.bench.generate import REVISED, revised
from tests.bench.measure import Scores, add_up
from tests.bench.peers import stet
from tests.bench.quality import quality_of
from webapp.engine import compare

SEEDS = range(5)


@pytest.fixture(scope="module")
def scores() -> Scores:
    """The figures of five texts of 10,000 words together."""
    pairs = [revised(REVISED, 10_000, seed) for seed in SEEDS]
    return add_up([quality_of(stet.answer_of(compare(pair.old, pair.new)), pair) for pair in pairs])


def test_it_finds_ninety_nine_of_a_hundred_known_edits_and_shows_hardly_another(scores: Scores) -> None:
    assert scores.precision is not None and scores.precision >= 0.99
    assert scores.recall is not None and scores.recall >= 0.99


def test_it_finds_the_moved_paragraphs_and_calls_no_other_moved(scores: Scores) -> None:
    assert scores.moves is not None and scores.moves_found is not None
    assert scores.moves_found >= 0.95 * scores.moves
    assert scores.false_moves == 0
