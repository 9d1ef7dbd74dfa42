"""Footnotes of a PDF are read at the end, without their marks; other raised figures stay."""

import pytest

from tests.importers.pdf_files import Line, column, pdf_file
from webapp.importers.formats import read

BODY = [
    "Some 48,000 people cross the bridge each day, by the count",
    "of a spokesman, who asked not to be named and did not",
    "give the year.",
]


def text_of(*lines: Line) -> str:
    return read(pdf_file([list(lines)]), "story.pdf").text


def with_mark(mark: str, size: float = 7, rise: float = 5) -> list[Line]:
    """Return a story with a mark behind its last word."""
    lines = column(BODY)
    return [*lines, (72 + 70, lines[-1][1] + rise, mark, size)]


@pytest.mark.parametrize("mark", ["1", "12", "*", "†"])
def test_a_mark_and_the_number_of_its_note_are_left_out(mark: str) -> None:
    note: Line = (72, 80, f"{mark} Counted on weekdays.", 9)
    assert text_of(*with_mark(mark), note) == f"{' '.join(BODY)}\n\nCounted on weekdays."


def test_a_note_may_have_its_number_in_a_line_of_its_own_or_the_size_of_the_text() -> None:
    apart: list[Line] = [(72, 80, "1", 9), (84, 80, "Counted on weekdays.", 9)]
    assert text_of(*with_mark("1"), *apart).endswith("year.\n\nCounted on weekdays.")
    assert text_of(*with_mark("1"), (72, 80, "1 Counted on weekdays.")).endswith("year.\n\nCounted on weekdays.")


def test_a_note_does_not_part_a_sentence_that_goes_on_on_the_next_page() -> None:
    first: list[Line] = [*column(["The council decided"]), (180, 705, "1", 7), (72, 80, "1 By 31 votes.", 9)]
    second = column(["to close the bridge."])
    text = read(pdf_file([first, second]), "story.pdf").text
    assert text == "The council decided to close the bridge.\n\nBy 31 votes."


def test_a_raised_figure_without_a_note_stays() -> None:
    assert text_of(*with_mark("2")).endswith("give the year. 2")
    assert text_of(*with_mark("2"), (72, 80, "1 Counted on weekdays.", 9)).count("2") == 1


def test_a_figure_in_the_line_is_no_mark() -> None:
    assert text_of(*with_mark("1", size=12, rise=0), (72, 80, "1 Counted on weekdays.", 9)).count("1") == 2


def test_a_list_with_bullets_is_read_as_paragraphs_without_them() -> None:
    items = column(["The costs are these:", "\u2022 twelve million for the ferries", "\u2022 nothing for the shops"])
    assert text_of(*items) == "The costs are these:\n\ntwelve million for the ferries\n\nnothing for the shops"
