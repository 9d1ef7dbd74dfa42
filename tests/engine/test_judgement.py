"""What the ledger may say is decided when the texts are compared, and stored in the result."""

import pytest

from webapp.engine import Comparison, Limits, compare
from webapp.engine.changes.judgement import FIRST, GROUPS
from webapp.engine.codec import from_json, to_json
from webapp.engine.model import Judgement

OLD = "The mayor said 300 people did not stay. The hall was grave and cold.\n\nA ferry runs in summer."
NEW = "The mayor said 500 people did not stay. The hall was serious and cold."


def states(result: Comparison) -> dict[str, str]:
    return {name: judgement.state for name, judgement in result.ledger.items()}


def test_each_group_says_whether_it_changed_or_stands() -> None:
    result = compare(OLD, NEW)
    stands = dict.fromkeys(GROUPS, "stands")
    changed = dict.fromkeys(("numbers", "wording", "whole"), "changed")
    assert states(result) == stands | changed | {"sense": "cannot_tell"}  # "serious" might be a contrary of "grave"
    assert (result.ledger["numbers"].changes, result.ledger["wording"].changes) == (1, 1)


def test_it_counts_the_words_of_old_that_were_searched() -> None:
    result = compare(OLD, NEW)
    judged = [judgement for judgement in result.ledger.values() if judgement.state != "cannot_tell"]
    assert {judgement.looked_at for judgement in judged} == {result.summary.words.old}


@pytest.mark.parametrize(
    ("sentence", "groups"),
    [
        ("According to two officials the harbour was sold on 3 May.", {"numbers", "attributions"}),
        ("“It is a disgrace”, her staff shouted.", {"quotations"}),
        ("The council of Lyon will not pay.", {"names", "negations", "attributions"}),
        ("A ferry runs in summer.", set[str]()),
    ],
)
def test_what_was_dropped_or_added_whole_does_not_stand_in_the_groups_of_what_it_holds(
    sentence: str, groups: set[str]
) -> None:
    kept = "The bank opened a branch by the quay in spring. The hall was grave and cold."
    for old, new in ((f"{kept} {sentence}", kept), (kept, f"{kept} {sentence}")):
        ledger = compare(old, new).ledger
        changed = {name: judgement for name, judgement in ledger.items() if judgement.state == "changed"}
        assert set(changed) == groups | {"whole"}
        assert {(judgement.changes, judgement.whole) for judgement in changed.values()} == {(1, 1)}


def test_yes_for_no_is_a_negation_however_short_the_answer() -> None:
    old = "Q: Did you sell it?\nA: Yes.\nQ: Did you know the buyer?\nA: No.\nQ: Were you paid?\nA: No."
    new = "Q: Did you sell it?\nA: No.\nQ: Did you know the buyer?\nA: Yes.\nQ: Were you paid?\nA: No."
    assert compare(old, new).ledger["negations"].changes == 2


def test_a_line_of_marks_is_nothing_that_was_dropped() -> None:
    assert compare("The hall is cold.\n\n***\n\nA ferry runs.", "The hall is cold.\n\nA ferry runs.").ledger[
        "whole"
    ] == Judgement("stands", 0, 7)


def test_without_counterparts_nothing_is_said_to_stand() -> None:
    ledger = compare("The council met in spring.", "A ferry ran across the bay.").ledger
    assert {judgement.state for name, judgement in ledger.items() if name != "whole"} == {"cannot_tell"}
    assert ledger["whole"].changes == 2


def test_wording_beside_something_weightier_is_counted_there_alone() -> None:
    ledger = compare("He called it “a grave mistake” then.", "He called it “a serious mistake” then.").ledger
    assert (ledger["quotations"].changes, ledger["wording"].changes) == (1, 0)


@pytest.mark.parametrize(
    ("old", "new", "code", "untold"),
    [
        (OLD, NEW, "en", {"sense"}),
        ("Onan alahin 3 silta nuro.", "Onan alahin 5 silta nuro.", "und", set()),
        ("ߞߊ 3 ߞߊ.", "ߞߊ 5 ߞߊ.", "und", {"names"}),
    ],
)
def test_the_result_names_the_language_and_judges_nothing_that_needs_its_table(
    old: str, new: str, code: str, untold: set[str]
) -> None:
    result = compare(old, new)
    needs_words = {"negations", "attributions", "sense", "wording"} if code == "und" else set()
    assert to_json(result)["languages"] == {"old": code, "new": code}
    cannot = {name: judgement for name, judgement in result.ledger.items() if judgement.state == "cannot_tell"}
    assert set(cannot) == untold | needs_words
    assert set(cannot.values()) <= {Judgement("cannot_tell", 0, 0)}


def test_no_number_is_said_to_stand_in_a_language_whose_months_and_number_words_are_unknown() -> None:
    ledger = compare("Onan alahin 3 silta nuro.", "Onan alahin 3 silta mero.").ledger
    assert ledger["numbers"] == Judgement("cannot_tell", 0, 0)


def test_a_passage_too_long_to_be_searched_counts_for_nothing() -> None:
    result = compare(OLD, NEW, limits=Limits(max_flagged_words=1))
    assert result.degraded
    assert {result.ledger[name] for name in FIRST} == {Judgement("cannot_tell", 0, 0)}


def test_a_result_from_before_claims_no_language_and_of_nothing_that_it_stands() -> None:
    values = to_json(compare(OLD, NEW))
    del values["languages"], values["ledger"]
    result = from_json(values, OLD, NEW)
    assert result.languages is None
    assert states(result) == dict.fromkeys(FIRST, "cannot_tell") | {"numbers": "changed", "wording": "changed"}
    assert {judgement.looked_at for judgement in result.ledger.values()} == {0}
