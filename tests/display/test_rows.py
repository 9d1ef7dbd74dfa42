"""The text in its views, as rows."""

import pytest

from tests.display.texts import compared, drawn
from webapp.display.rows import clean, inline, side_by_side
from webapp.engine.model import Comparison

STAYS = "The council met on Tuesday in the old town hall."
MOVES = "Engineers found deep cracks in three piers of the bridge."
ENDS = "Traffic will be sent over the motorway until the summer."
LATER = "A ferry may carry cyclists from one bank to the other."


@pytest.fixture(scope="module")
def moved() -> Comparison:
    """The second of four paragraphs became the last, with one word of it changed."""
    return compared([STAYS, MOVES, ENDS, LATER], [STAYS, ENDS, LATER, MOVES.replace("three", "four")])


def test_an_edited_paragraph_holds_what_went_before_what_came() -> None:
    (row,) = inline.rows(compared(["The old cat sat on the mat."], ["The old dog sat on the mat."]))
    assert (row.kind, drawn(row.cell.pieces)) == ("edited", "The old [-cat-] [+dog+] sat on the mat.")


def test_the_pieces_of_one_change_are_one_mark_with_their_gap() -> None:
    (row,) = inline.rows(compared(["The old cat sat on the mat."], ["The old dog sat on the mat."]))
    (passage,) = row.cell.passages
    assert [drawn(mark.pieces) for mark in passage.marks] == ["The old ", "[-cat-] [+dog+]", " sat on the mat."]
    assert [mark.anchor for mark in passage.marks] == [False, True, False]


def test_a_dropped_paragraph_is_shown_at_its_old_place() -> None:
    rows = inline.rows(compared([STAYS, MOVES, ENDS], [STAYS, ENDS]))
    assert [row.kind for row in rows] == ["kept", "dropped", "kept"]
    assert [row.side for row in rows] == ["new", "old", "new"]


def test_a_moved_paragraph_shows_its_edit_and_nothing_else_as_changed(moved: Comparison) -> None:
    row = inline.rows(moved)[-1]
    assert row.is_moved
    assert drawn(row.cell.pieces) == "Engineers found deep cracks in [-three-] [+four+] piers of the bridge."


def test_a_moved_paragraph_says_where_it_came_from_and_leaves_a_mark(moved: Comparison) -> None:
    passages = [passage for row in inline.rows(moved) for passage in row.cell.passages if passage.move]
    left, arrived = passages
    assert (left.departed, arrived.departed) == (True, False)
    assert left.pair == arrived.pair
    assert arrived.move and (arrived.move.old_paragraph, arrived.move.new_paragraph) == (2, 4)
    assert arrived.move.direction == "down"
    assert drawn(left.marks[0].pieces) == MOVES


def test_the_mark_of_a_moved_sentence_is_at_its_old_place(moved: Comparison) -> None:
    rows = inline.rows(moved)
    assert [any(passage.departed for passage in row.cell.passages) for row in rows] == [
        False,
        True,
        False,
        False,
        False,
    ]


def test_the_gap_at_a_place_that_was_left_is_not_marked_as_moved() -> None:
    """A move inside one paragraph: what arrives says so where its words are, and nowhere else."""
    (row,) = inline.rows(
        compared([" ".join([STAYS, MOVES, ENDS, LATER])], [" ".join([STAYS, ENDS, LATER, MOVES])], scope=False)
    )
    (arrived,) = [passage for passage in row.cell.passages if passage.move and not passage.departed]
    assert (drawn(arrived.marks[0].pieces), arrived.anchor) == (MOVES, True)
    assert row.cell.text == " ".join([STAYS, ENDS, LATER, MOVES])


def test_what_moved_away_from_the_very_top_leaves_its_mark_there() -> None:
    rows = inline.rows(compared([MOVES, STAYS, ENDS, LATER], [STAYS, ENDS, LATER, MOVES]))
    assert rows[0].cell.passages[0].departed


@pytest.fixture(scope="module")
def retold() -> Comparison:
    """The age and home of the last paragraph became an apposition in the first."""
    resigned, lives = "The mayor resigned on Monday after a vote.", "Holm is 61 and lives in Vasinhaven with two dogs."
    together = "The mayor, Holm, 61, who lives in Vasinhaven, resigned on Monday after a vote."
    return compared([resigned, MOVES, ENDS, LATER, lives], [together, MOVES, ENDS, LATER])


def test_a_sentence_that_another_one_tells_says_in_which_paragraph(retold: Comparison) -> None:
    for view in (inline.rows(retold), side_by_side.rows(retold)):
        cells = [cell for row in view for cell in ((row.cell,) if hasattr(row, "cell") else (*row.old, *row.new))]
        found = [passage for cell in cells for passage in cell.passages if passage.also]
        assert [(passage.relation, passage.also and passage.also.paragraph) for passage in found] == [("dropped", 1)]
        assert [passage.also and passage.also.pair for passage in found] == [0]


def test_side_by_side_gives_a_pair_a_row_and_shows_a_move_against_its_origin(moved: Comparison) -> None:
    rows = side_by_side.rows(moved)
    assert [(bool(row.old), bool(row.new)) for row in rows] == [
        *((True, True), (True, False), (True, True), (True, True), (True, True))
    ]
    assert rows[1].departed
    assert [drawn(cell.pieces) for cell in (*rows[-1].old, *rows[-1].new)] == [
        "Engineers found deep cracks in [-three-] piers of the bridge.",
        "Engineers found deep cracks in [+four+] piers of the bridge.",
    ]


def test_a_sentence_that_was_split_faces_both_its_halves() -> None:
    old = ["The mayor opened the new bridge on Monday and the first cars crossed it at noon."]
    new = ["The mayor opened the new bridge on Monday. The first cars crossed it at noon."]
    (row,) = side_by_side.rows(compared(old, new))
    assert (len(row.old), len(row.new), len(row.pairs)) == (1, 1, 1)


def test_a_clean_side_reads_as_it_was_published_and_counts_its_changes() -> None:
    comparison = compared([STAYS, MOVES, ENDS], [STAYS, MOVES.replace("three", "four")])
    rows = clean.rows(comparison, "old")
    assert [row.text for row in rows] == [STAYS, MOVES, ENDS]
    assert [row.kind for row in rows] == ["kept", "edited", "dropped"]
    assert [len(row.changes) for row in rows] == [0, 1, 1]
    assert [row.text for row in clean.rows(comparison, "new")] == [STAYS, MOVES.replace("three", "four")]


def test_a_text_against_nothing_has_rows_in_every_view() -> None:
    comparison = compared([STAYS], [])
    assert [row.kind for row in inline.rows(comparison)] == ["dropped"]
    assert [row.kind for row in side_by_side.rows(comparison)][0] == "dropped"
    assert clean.rows(comparison, "new") == ()
