"""A clause put into a sentence, or cut from it, is one change with its flags, however long it is."""

import pytest

from webapp.engine import compare
from webapp.engine.model import Flag

AROUND = "The council met in May to talk about the port.\n{}\nThe clerk paid for the works and for the party."

LONG = [
    (
        "The bank is guilty.",
        "The bank is, as far as anyone can tell from the papers, not guilty.",
        {"negation"},
    ),
    (
        "The mayor opened the harbour with her staff.",
        "The mayor opened the harbour, which had been shut since the storm of 1998 that killed twelve fishermen and "
        "wrecked the quay, the lighthouse and the old mill of the Dorn family, with her staff.",
        {"number", "name"},
    ),
    (
        "“We will sell the harbour,” Holm said.",
        "“We will sell the harbour, if and only if the council agrees, the price is right, and the workers keep their "
        "jobs for at least ten more years,” Holm said.",
        {"quote"},
    ),
]


@pytest.mark.parametrize(("short", "long", "expected"), LONG)
def test_a_sentence_whose_words_all_stand_is_edited_however_long_the_insertion(
    short: str, long: str, expected: set[Flag]
) -> None:
    for old, new in ((short, long), (long, short)):
        result = compare(AROUND.format(old), AROUND.format(new))
        (change,) = result.changes
        assert {pair.relation for pair in result.pairs} == {"verbatim", "edited"}
        assert expected <= set(change.flags)


def test_words_that_stand_scattered_are_no_insertion() -> None:
    old = "A fire destroyed the mill in Lyon on Friday, and two firemen were hurt when a wall fell."
    new = "The storm in Lyon killed a horse, and on the whole a wall of water fell over the villages at night."
    assert "rewritten" in {pair.relation for pair in compare(AROUND.format(old), AROUND.format(new)).pairs}


def test_a_denial_that_a_rewritten_sentence_lost_is_a_negation() -> None:
    old = "The letter was never circulated among the diplomatic missions in Geneva by Chinese envoys."
    new = "Envoys of Beijing handed round a paper in Geneva; everybody at the missions signed the letter."
    result = compare(old, new)
    assert result.pairs[0].relation == "rewritten"
    assert "negation" in result.changes[0].flags


def test_words_that_a_rewritten_sentence_quotes_as_before_are_no_quotation() -> None:
    old = "The letter was circulated among missions in Geneva from late June by “envoys of peace”."
    new = "A paper that the “envoys of peace” had handed round in spring was signed; nobody at the missions spoke."
    result = compare(old, new)
    assert result.pairs[0].relation == "rewritten"
    assert "quote" not in result.changes[0].flags


def test_words_cut_from_a_sentence_ask_to_check_the_wording() -> None:
    old, new = "The tenant pays for damage, except in cases of gross negligence.", "The tenant pays for damage."
    assert [change.flags for change in compare(old, new).changes] == [("wording",)]


def test_any_word_may_deny_where_no_table_says_which_do() -> None:
    old = "Borgarstjórinn sagði í dag að höfnin hefði ekki verið seld til bankans í bænum og að það væri gott."
    result = compare(old, old.replace("ekki ", ""))
    assert result.ledger["negations"].state == "cannot_tell"
    assert [change.flags for change in result.changes] == [("wording",)]
