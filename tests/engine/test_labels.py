"""Labels of lines and marks of notes are no numbers of the text; a number that begins a sentence is."""

import pytest

from webapp.engine import Comparison, compare
from webapp.engine.model import HARD_FLAGS, Flag

CLAUSES = ["The tenant pays the rent.", "The owner repairs the roof.", "The court of the town decides."]


def flags(old: str, new: str) -> set[Flag]:
    return {flag for change in compare(old, new).changes for flag in change.flags}


def listed(labels: list[str], lines: list[str]) -> str:
    return "\n".join(f"{label} {line}" for label, line in zip(labels, lines, strict=True))


def relations(result: Comparison) -> list[str]:
    return [pair.relation for pair in result.pairs]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["1.", "2.", "3."], ["1.", "2.", "3.", "4."]),
        (["3.", "4.", "5."], ["4.", "5.", "6.", "7."]),
        (["a)", "b)", "c)"], ["a)", "b)", "c)", "d)"]),
        (["(i)", "(ii)", "(iii)"], ["(i)", "(ii)", "(iii)", "(iv)"]),
        (["2.1.", "2.2.", "2.3."], ["2.1.", "2.2.", "2.3.", "2.4."]),
    ],
)
def test_one_inserted_clause_is_one_insertion_and_the_rest_only_numbered_anew(
    before: list[str], after: list[str]
) -> None:
    lines = [CLAUSES[0], "Dogs are welcome.", *CLAUSES[1:]]
    result = compare(listed(before, CLAUSES), listed(after, lines))
    assert [pair.relation for pair in result.pairs if not pair.old] == ["added"]
    assert "dropped" not in relations(result)
    found = {flag for change in result.changes if change.old for flag in change.flags}
    assert found <= {"punctuation"}
    assert result.summary.kept == 1


@pytest.mark.parametrize(
    ("before", "after"), [(["-", "-", "-"], ["1.", "2.", "3."]), (["1)", "2)", "3)"], ["•", "•", "•"])]
)
def test_another_kind_of_list_is_no_number_and_every_word_is_kept(before: list[str], after: list[str]) -> None:
    result = compare(listed(before, CLAUSES), listed(after, CLAUSES))
    assert {flag for change in result.changes for flag in change.flags} == {"punctuation"}
    assert result.summary.kept == 1


def test_a_word_that_changed_beside_its_label_is_told() -> None:
    old = listed(["3.", "4."], ["The owner pays 5 euros.", CLAUSES[1]])
    new = listed(["4.", "5."], ["The owner pays 6 euros.", CLAUSES[1]])
    assert flags(old, new) == {"punctuation", "number", "wording"}


def test_the_mark_of_a_note_is_no_number() -> None:
    old = "The plant opened in 1998. It employs 300 people."
    new = "The plant opened in 1998.[1] It employs 300 people.[2]"
    assert flags(old, new).isdisjoint(HARD_FLAGS)
    assert flags(new, new.replace("[1]", "[3]")).isdisjoint(HARD_FLAGS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12 people died in the fire.\n300 were hurt.", "21 people died in the fire.\n300 were hurt."),
        ("2. Bundesliga: Der Verein hat gewonnen.\n3. Liga: Es ist vorbei.",
         "1. Bundesliga: Der Verein hat gewonnen.\n3. Liga: Es ist vorbei."),
        ("See page [12] of the report.", "See page [21] of the report."),
    ],
)  # fmt: skip
def test_a_number_that_begins_a_line_or_stands_in_brackets_is_a_number(old: str, new: str) -> None:
    assert "number" in flags(old, new)
