"""The strip: both stories as bars on one scale."""

from tests.display.texts import compared
from webapp.display.strip import MAX_LINES, MAX_MARKS, strip

LINES = [
    f"The {name} of the {place} was opened by the mayor." for name in ("bridge", "road") for place in ("east", "west")
]


def test_each_sentence_has_a_mark_and_each_pair_a_line() -> None:
    drawn = strip(compared(LINES, [LINES[0], LINES[1].replace("mayor", "minister"), LINES[3]]))
    assert [mark.kind for mark in drawn.old] == ["verbatim", "edited", "dropped", "verbatim"]
    assert [mark.kind for mark in drawn.new] == ["verbatim", "edited", "verbatim"]
    assert len(drawn.lines) == 3


def test_the_marks_of_a_side_follow_one_another_and_the_longer_side_fills_the_strip() -> None:
    drawn = strip(compared(LINES, LINES[:2]))
    for one, other in zip(drawn.old, drawn.old[1:], strict=False):
        assert abs(one.start + one.width - other.start) < 0.02
    assert abs(drawn.old[-1].start + drawn.old[-1].width - 100) < 0.1
    assert drawn.new[-1].start + drawn.new[-1].width < 60


def test_a_long_text_is_drawn_in_few_marks_and_keeps_its_length() -> None:
    old = [f"Sentence number {n} says something of its own about place {n * 7}." for n in range(900)]
    new = [line.replace("something", "a thing") if n % 2 else line for n, line in enumerate(old)]
    drawn = strip(compared(old, new))
    assert 100 < len(drawn.old) <= MAX_MARKS
    assert sum(mark.sentences for mark in drawn.old) == 900
    assert len(drawn.lines) <= MAX_LINES


def test_two_empty_texts_have_an_empty_strip() -> None:
    drawn = strip(compared([], []))
    assert (drawn.old, drawn.new, drawn.lines) == ((), (), ())
