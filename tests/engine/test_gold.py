"""What the engine must find of what people annotated: sentences again, furniture, the changes that matter.

The folders with the people's answers lie beside the checkout; without them these tests are skipped.
"""

import pytest

from tests.engine.alignments import portuguese_links, simplified_pairs, word_matches
from tests.engine.gold import FLAG_OF_TYPE, Judged, add_up
from tests.engine.shared import needs_shared

pytestmark = needs_shared

PAIRS = ("ctv-scrape--back-translation", "ctv-scrape--828cloud-archive")


@pytest.fixture(scope="module", params=PAIRS)
def judged(request: pytest.FixtureRequest) -> Judged:
    """A pair of samples beside what people say of it."""
    return Judged(request.param)


def test_every_sentence_is_linked_to_its_partner_and_to_no_other(judged: Judged) -> None:
    assert judged.links.f1 == 1


def test_furniture_is_found_and_nothing_else_is_taken_for_it() -> None:
    furniture = add_up(Judged(name).furniture for name in PAIRS)
    assert furniture.precision == 1
    assert furniture.recall >= 0.99


def test_no_sentence_of_the_story_is_collapsed(judged: Judged) -> None:
    assert judged.collapsed_story == []


def test_nineteen_of_twenty_notable_edits_of_the_back_translation_carry_the_right_hard_flag() -> None:
    judged = Judged("ctv-scrape--back-translation")
    notable = [edit for edit in judged.edits if edit.notable and edit.types & FLAG_OF_TYPE.keys()]
    missed = [
        edit.words
        for edit in notable
        if not {FLAG_OF_TYPE[kind] for kind in edit.types & FLAG_OF_TYPE.keys()} <= judged.flags_of(edit)
    ]
    assert len(notable) == 20
    assert len(missed) <= 1, missed


def test_a_spelling_variant_is_spelling_and_nothing_more() -> None:
    judged = Judged("ctv-scrape--828cloud-archive")
    variants = [edit for edit in judged.edits if "spelling_variant" in edit.types]
    assert [judged.flags_of(edit) for edit in variants] == [{"spelling"}] * 4


def test_a_change_of_meaning_asks_to_check_the_wording(judged: Judged) -> None:
    meanings = [edit for edit in judged.edits if "meaning" in edit.types]
    assert [edit.words for edit in meanings if "wording" not in judged.flags_of(edit)] == []


def test_at_most_five_hard_flags_are_raised_that_people_do_not_see() -> None:
    unfounded = [(flag, change) for name in PAIRS for flag, change in Judged(name).unfounded()]
    assert len(unfounded) <= 5, unfounded


def test_sentences_of_simplified_portuguese_news_are_found_again() -> None:
    assert portuguese_links().f1 >= 0.985


def test_sentences_of_simplified_english_news_are_found_again() -> None:
    assert simplified_pairs().recall >= 0.85


def test_words_are_set_against_each_other_as_people_set_them() -> None:
    assert word_matches().f1 >= 0.86
