"""Very many very short lines are joined to stretches, which are compared word by word."""

import pytest

from webapp.engine import Comparison, Limits, compare, replay

LIMITS = Limits(max_sentences=20)
LINES = [f"{number} votes" for number in range(200)]


def crowded(old: list[str], new: list[str]) -> Comparison:
    return compare("\n".join(old), "\n".join(new), limits=LIMITS)


def test_a_crowded_text_says_so_and_comes_back_whole() -> None:
    new = [*LINES[:50], "a new line", *LINES[60:]]
    result = crowded(LINES, new)
    assert result.degraded is not None
    assert (result.degraded.reason, result.degraded.limit) == ("too_many_short_sentences", 20)
    assert (replay.old_text(result), replay.new_text(result)) == ("\n".join(LINES), "\n".join(new))


def test_a_text_of_few_or_of_long_sentences_is_not_crowded() -> None:
    few, long = LINES[:20], [f"The committee counted the votes of district {line} again." for line in LINES]
    assert crowded(few, few[1:]).degraded is None
    assert crowded(long, long[1:]).degraded is None


def test_a_line_added_to_a_crowded_text_changes_its_stretch_alone() -> None:
    result = crowded(LINES, [*LINES[:70], "a new line", *LINES[70:]])
    assert [result.new.text[slice(*change.new)] for change in result.changes if change.new] == ["a new line"]
    assert sum(pair.relation != "verbatim" for pair in result.pairs) <= 2


def test_a_changed_word_of_a_crowded_text_is_one_change_with_its_flag() -> None:
    result = crowded(LINES, [*LINES[:75], "71000 votes", *LINES[76:]])
    (change,) = result.changes
    assert change.new is not None and result.new.text[slice(*change.new)] == "71000"
    assert "number" in change.flags


def test_a_long_sentence_of_a_crowded_text_stands_alone() -> None:
    sentence = "The committee of ministers met again on Thursday in Geneva."
    result = crowded([*LINES[:99], sentence, *LINES[99:]], LINES)
    assert sentence in [result.old.text[slice(*span)] for span in result.old.sentences]


def test_lines_that_are_all_alike_are_read_together_too() -> None:
    result = crowded(["."] * 400, ["."] * 300)
    assert len(result.old.sentences) < 20
    assert replay.new_text(result) == "\n".join(["."] * 300)


@pytest.mark.parametrize("end", ["\r\n", "\u2028", ". ", "。"])
def test_a_crowded_text_is_told_however_its_sentences_end(end: str) -> None:
    old, new = end.join(f"A{number}" for number in range(200)), end.join(f"B{number}" for number in range(200))
    result = compare(old, new, limits=LIMITS)
    assert result.degraded is not None and result.degraded.reason == "too_many_short_sentences"
