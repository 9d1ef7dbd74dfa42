"""The measures of an answer: what they reward, what they charge, and what they leave out."""

import pytest

from tests.bench.answer import Answer, Chunk, Move, Run, answer_of, is_complete, solid_offsets
from tests.bench.generate import REVISED, Known, TextPair, revised
from tests.bench.quality import Found, Quality, quality_of
from webapp.engine.model import Op
from webapp.engine.span import Span

REPLACED = TextPair("The cat sat.", "The dog sat.", (Known("replace", Span(4, 7), Span(4, 7)),))


def perfect_answer(pair: TextPair) -> Answer:
    """Return the known edits as an engine would that finds them all, moves among them."""
    old, new = solid_offsets(pair.old), solid_offsets(pair.new)
    runs: list[Run] = []
    moves: list[Move] = []
    for op, before, after in pair.known or ():
        old_span = Span(old[before.start], old[before.end]) if before else Span(0, 0)
        new_span = Span(new[after.start], new[after.end]) if after else Span(0, 0)
        if op == "move":
            moves.append(Move(old_span, new_span))
        else:
            runs += [Run("delete", old_span, Span(0, 0)), Run("insert", Span(0, 0), new_span)]
    return Answer(runs, moves)


def chunks(*told: tuple[Op, str]) -> Answer:
    return answer_of(Chunk(op, text) for op, text in told)


def quality(pair: TextPair, *told: tuple[Op, str]) -> Quality:
    answer = chunks(*told)
    assert is_complete(answer, pair.old, pair.new)
    return quality_of(answer, pair)


def test_a_perfect_answer_has_a_precision_and_a_recall_of_one_and_every_move() -> None:
    pair = revised(REVISED, 10_000, 1)
    found = quality_of(perfect_answer(pair), pair)
    assert found.words and found.words.true > 300
    assert (found.words.precision, found.words.recall) == (1.0, 1.0)
    assert found.moves == Found(2, 2, 2)


def test_an_answer_that_marks_everything_finds_all_and_is_hardly_ever_right() -> None:
    pair = revised(REVISED, 10_000, 1)
    found = quality(pair, ("delete", pair.old), ("insert", pair.new)).words
    assert found and found.recall == 1.0
    assert found.precision == pytest.approx(found.true / found.shown)
    assert found.precision < 0.1


def test_a_neighbour_that_is_marked_too_costs_precision() -> None:
    told: list[tuple[Op, str]] = [("equal", "The"), ("delete", "cat sat"), ("insert", "dog sat"), ("equal", ".")]
    assert quality(REPLACED, *told).words == Found(right=2, shown=4, true=2)


def test_a_change_that_is_not_shown_costs_recall() -> None:
    pair = TextPair("One. Two.", "One. Two. Six.", (Known("insert", None, Span(10, 14)),))
    assert quality_of(chunks(("equal", "One. Two. ")), pair).words == Found(right=0, shown=0, true=1)


def test_marks_and_white_space_count_for_nothing() -> None:
    pair = TextPair("A b.", "A b. C d.", (Known("insert", None, Span(5, 9)),))
    assert quality(pair, ("equal", "A b"), ("insert", ". C d"), ("equal", ".")).words == Found(2, 2, 2)


MOVED = TextPair(
    "One two three.\nFour five six.\nSeven eight.",
    "Four five six.\nSeven eight.\nOne two three.",
    (Known("move", Span(0, 14), Span(28, 42)),),
)


def test_an_engine_without_moves_may_show_a_moved_paragraph_as_deleted_and_inserted() -> None:
    told: list[tuple[Op, str]] = [
        ("delete", "One two three."),
        ("equal", "Four five six. Seven eight."),
        ("insert", "One two three."),
    ]
    found = quality(MOVED, *told)
    assert (found.words, found.moves) == (Found(0, 0, 0), None)


def test_a_moved_paragraph_is_found_by_its_sentences_when_they_are_half_of_it() -> None:
    sentences = [Move(Span(0, 3), Span(22, 25)), Move(Span(3, 6), Span(25, 28))]
    assert quality_of(Answer([], sentences), MOVED).moves == Found(1, 1, 1)
    assert quality_of(Answer([], sentences[:1]), MOVED).moves == Found(0, 0, 1)


@pytest.mark.parametrize("move", [Move(Span(12, 24), Span(0, 12)), Move(Span(0, 12), Span(0, 12))])
def test_a_move_from_elsewhere_or_to_elsewhere_is_false(move: Move) -> None:
    assert quality_of(Answer([], [move]), MOVED).moves == Found(0, 1, 1)


def test_a_deletion_beside_its_insertion_is_one_hunk_and_white_space_parts_nothing() -> None:
    assert quality(REPLACED, ("equal", "The"), ("delete", "cat"), ("insert", "dog"), ("equal", "sat.")).hunks == 1
    told: list[tuple[Op, str]] = [
        ("equal", "The"),
        ("delete", "cat"),
        ("equal", " "),
        ("insert", "dog"),
        ("equal", "sat."),
    ]
    assert quality(REPLACED, *told).hunks == 1


@pytest.mark.parametrize(("island", "count"), [("the", 1), ("of the", 1), ("of the old", 0)])
def test_fewer_than_three_equal_words_between_two_changes_are_an_island(island: str, count: int) -> None:
    pair = TextPair(f"To a {island} b go", f"To c {island} d go")
    told: list[tuple[Op, str]] = [("equal", "To"), ("delete", "a"), ("insert", "c"), ("equal", island)]
    assert quality(pair, *told, ("delete", "b"), ("insert", "d"), ("equal", "go")).islands == count


def test_what_was_kept_is_measured_against_the_longest_common_order_of_words() -> None:
    found = quality(REPLACED, ("delete", "The cat sat."), ("insert", "The dog sat."))
    assert (found.kept_words, found.optimum) == (0, 2)


@pytest.mark.parametrize(
    "told", [[("equal", "The")], [("equal", "The cat sat. The")], [("equal", "The"), ("insert", "cat sat.")]]
)
def test_an_answer_that_loses_or_doubles_text_is_not_complete(told: list[tuple[Op, str]]) -> None:
    assert not is_complete(chunks(*told), "The cat sat.", "The cat sat.")
