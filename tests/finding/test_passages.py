"""The sentence that was found."""

import pytest

from webapp.finding.passages import MAX_PASSAGE_CHARS, passage_of
from webapp.finding.queries import read_query

TEXT = """Floods in Lyon

The mayor said no. The river rose, the mayor of Lyon said, by 3.50 metres. He left on Aug. 31.

国土交通省は5月14日に発表した。高瀬氏は記者会見で説明した。
"""


def marked(text: str, query: str) -> str:
    return "".join(
        f"[{part.text}]" if part.is_marked else part.text for part in passage_of(text, read_query(query).wanted)
    )


@pytest.mark.parametrize(
    ("query", "passage"),
    [
        ("lyon ", "Floods in [Lyon]"),
        ("MAYOR lyon ", "The river rose, the [mayor] of [Lyon] said, by 3.50 metres."),
        ('"the mayor of"', "The river rose, [the mayor of] Lyon said, by 3.50 metres."),
        ("3.50", "The river rose, the mayor of Lyon said, by [3.50] metres."),
        ("metr", "The river rose, the mayor of Lyon said, by 3.50 [metres]."),
        ("Aug. 31", "He left on [Aug]."),
        ("記者会見", "高瀬氏は[記者会見]で説明した。"),
        ("elsewhere", ""),
    ],
)
def test_the_first_sentence_with_the_most_words_is_shown(query: str, passage: str) -> None:
    assert marked(TEXT, query) == passage


def test_of_a_long_sentence_what_is_around_the_word_is_shown() -> None:
    text = " ".join(["before"] * 200 + ["needle"] + ["after"] * 200) + "."
    passage = marked(text, "needle")
    assert "before [needle] after" in passage
    assert passage.startswith("…before") and passage.endswith("after…")
    assert len(passage) <= MAX_PASSAGE_CHARS + len("…[]…")


def test_of_a_long_sentence_without_spaces_what_is_around_the_word_is_shown() -> None:
    text = "国土交通省は発表した、" * 50 + "高瀬氏は記者会見で説明した、" + "国土交通省は発表した、" * 50
    passage = marked(text, "記者会見")
    assert "高瀬氏は[記者会見]で" in passage
    assert len(passage) <= MAX_PASSAGE_CHARS + len("…[]…")
