"""Line ends never count as a difference, even for a reader who counts white space."""

from itertools import permutations

import pytest

from webapp.engine import Options, compare

COUNTED = Options(ignore=frozenset())
ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}
PAIRS = list(permutations(ENDS, 2))
TEXTS = {
    "paragraphs": "The mayor said no.\n\nNobody else did.\n",
    "a line broken in a sentence": "The mayor of the\ntown said no. Nobody\nelse did.",
    "a line broken in a date": "He left on Aug.\n31, she said.",
    "white space before the first word": "\n\n  The mayor said no.",
    "nothing but white space": " \n\n \n",
    "a list": "- one\n- two\n\n- three\n",
}


@pytest.mark.parametrize(("old", "new"), PAIRS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_another_kind_of_line_ends_is_no_change(text: str, old: str, new: str) -> None:
    assert compare(*(text.replace("\n", ENDS[end]) for end in (old, new)), COUNTED).changes == ()


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_changes_beside_line_ends_are_those_of_one_kind_of_them(old: str, new: str) -> None:
    before = "The mayor of the\ntown said no.\n\nNobody else did. It\nrained."
    after = "The mayor of the\ntown said  yes.\n\nNobody else did. It\n\nrained."
    found, expected = (
        compare(before.replace("\n", ENDS[one]), after.replace("\n", ENDS[other]), COUNTED)
        for one, other in ((old, new), ("LF", "LF"))
    )
    assert [(change.kind, change.flags) for change in found.changes] == [
        (change.kind, change.flags) for change in expected.changes
    ]
    assert [pair.relation for pair in found.pairs] == [pair.relation for pair in expected.pairs]
    assert len(found.changes) >= 2


def test_white_space_within_a_line_counts() -> None:
    assert compare("He said  no.\n", "He said no.\r\n", COUNTED).changes
    assert compare("He said no.\n\nShe\n", "He said no.\r\nShe\n", COUNTED).changes
