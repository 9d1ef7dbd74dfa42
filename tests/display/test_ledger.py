"""The ledger: changes that matter, by what they are changes to."""

import pytest

from tests.display.texts import compared, drawn
from webapp.display.ledger import Group, Reason, ledger
from webapp.display.phrases.ledger import rest_line, whole_line
from webapp.engine.changes.judgement import GROUPS
from webapp.engine.codec import from_json, to_json
from webapp.engine.model import Comparison

OLD = ["The mayor said the vote was “a grave mistake” in his view.", "About 300 people stood outside the hall."]
NEW = ["The mayor said the vote was “a serious mistake” in his view.", "About 500 people stood outside the hall."]
NEED_WORDS = {"negations", "attributions", "sense", "wording"}


def group(comparison: Comparison, name: str) -> Group:
    return next(group for group in ledger(comparison).groups if group.name == name)


def test_a_change_is_shown_with_a_few_words_of_its_sentence() -> None:
    (entry,) = group(compared(OLD, NEW), "quotations").entries
    assert drawn(entry.pieces) == "…mayor said the vote was “a [-grave-] [+serious+] mistake” in his view."


def test_each_kind_has_its_group_even_without_changes() -> None:
    comparison = compared(OLD, NEW)
    counts = {group.name: group.changes for group in ledger(comparison).groups}
    none = dict.fromkeys(GROUPS, 0)
    assert counts == none | {"quotations": 1, "numbers": 1}
    assert {group.name: group.unjudged for group in ledger(comparison).groups if group.unjudged} == {
        "sense": "may_be_one"  # "serious" might be the contrary of "grave"
    }


def test_changes_close_together_are_one_entry_and_count_as_many() -> None:
    old = ["The letter said it would “intensify politics and bloc confrontation in the area of rights” soon."]
    new = ["The letter said it would “intensify the politics and confrontation of blocs in the field of rights” soon."]
    found = group(compared(old, new), "quotations")
    assert found.changes > len(found.entries) == 1


def test_a_change_far_off_in_its_sentence_is_an_entry_of_its_own() -> None:
    middle = "people stood in the rain outside the town hall for hours and sang old songs while"
    found = group(compared([f"About 300 {middle} 20 watched."], [f"About 500 {middle} 30 watched."]), "numbers")
    assert [drawn(entry.pieces) for entry in found.entries] == [
        "About [-300-] [+500+] people stood in the rain…",
        "…and sang old songs while [-20-] [+30+] watched.",
    ]


def test_wording_beside_something_weightier_is_listed_there_alone() -> None:
    comparison = compared(OLD, NEW)
    assert not group(comparison, "wording").entries
    assert ledger(comparison).mattering == 2


def test_it_says_how_much_of_the_original_it_could_look_at() -> None:
    found = ledger(compared([*OLD, "A ferry may run in summer, the harbour office hopes."], NEW))
    assert (found.shared, found.unpaired) == (2, 1)


def test_what_was_dropped_or_added_whole_is_listed_with_what_it_holds_and_there_alone() -> None:
    dropped = "According to two officials the harbour was sold on 3 May."
    comparison = compared([*OLD, dropped], NEW)
    (entry,) = group(comparison, "whole").entries
    assert entry.changes[0].flags == ("number", "date", "attribution")
    numbers, sources = group(comparison, "numbers"), group(comparison, "attributions")
    assert [drawn(entry.pieces) for entry in numbers.entries] == ["About [-300-] [+500+] people stood outside the…"]
    assert (whole_line(numbers), whole_line(sources)) == (
        "And in 1 sentence dropped or added whole.",
        "Only in 1 sentence dropped or added whole.",
    )


@pytest.mark.parametrize(
    ("old", "new", "rest"),
    [
        (OLD[0], NEW[0], ""),
        (
            "He sold it to the labour club.",
            "He has sold it to the labor club.",
            "small words and their order, spelling",
        ),
        ("The tenant pays, except in cases of fire.", "The tenant pays.", ""),
    ],
)
def test_the_rest_is_called_small_only_if_it_is(old: str, new: str, rest: str) -> None:
    line = rest_line(ledger(compared([old], [new])))
    assert line == (f"The rest: {rest}." if rest else "")


def test_a_link_from_before_lists_no_whole_sentences_and_says_nothing_of_the_rest() -> None:
    old, new = [*OLD, "A ferry runs in summer."], NEW
    values = to_json(compared(old, new))
    del values["ledger"]["whole"]
    for change in values["changes"]:
        if change["kind"] == "delete":
            change |= {"flags": [], "weight": "plain"}
    found = ledger(from_json(values, "\n\n".join(old), "\n\n".join(new)))
    assert "whole" not in {group.name for group in found.groups}
    assert (found.mattering, found.rest, found.lists_whole) == (2, (), False)


def test_it_follows_the_stored_judgement_whatever_tables_exist_today() -> None:
    values = to_json(compared(OLD, NEW))
    values["ledger"]["negations"] |= {"state": "cannot_tell", "looked_at": 0}
    found = ledger(from_json(values, "\n\n".join(OLD), "\n\n".join(NEW)))
    assert {group.name: group.unjudged for group in found.groups if group.unjudged} == {
        "negations": "no_table",
        "sense": "no_table",
    }


@pytest.mark.parametrize(
    ("old", "new", "reasons"),
    [
        (
            "the mayor of lyon did not go there.",
            "the mayor of nice did not go there.",
            {"names": "no_capitals", "sense": "may_be_one"},
        ),
        ("Olsen left early and slept.", "Hansen left early and slept.", {"names": "may_be_one", "sense": "may_be_one"}),
        ("Onan alahin 3 silta nuro.", "Onan alahin 5 silta nuro.", dict.fromkeys(NEED_WORDS, "no_table")),
        ("ߞߊ 3 ߞߊ.", "ߞߊ 5 ߞߊ.", {"names": "no_capitals"} | dict.fromkeys(NEED_WORDS, "no_table")),
    ],
)
def test_a_group_that_could_not_be_judged_says_why(old: str, new: str, reasons: dict[str, Reason]) -> None:
    groups = ledger(compared([old], [new])).groups
    assert {group.name: group.unjudged for group in groups if group.unjudged} == reasons
