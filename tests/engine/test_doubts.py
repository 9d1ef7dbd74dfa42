"""A group does not stand if a change may belong to it, though no table or capital can say so."""

import pytest

from webapp.engine import compare

KEPT = {
    "en": "The hall is grave and cold. The council met on Monday to talk about the plan for the bridge.",
    "de": "Die Halle ist groß und kalt. Der Rat sprach am Montag über den Plan für die neue Brücke der Stadt.",
    "gl": "O concello falou o luns do plan para a ponte. A sala é grande e fría, e ninguén quixo quedar nela.",
    "is": "Borgin lokaði salnum á þriðjudag. Þetta er í fyrsta sinn sem honum er lokað, sagði hún við blaðið.",
}


def state(code: str, old: str, new: str, group: str) -> str:
    ledger = compare(f"{old}\n\n{KEPT[code]}", f"{new}\n\n{KEPT[code]}").ledger
    return {name: judgement.state for name, judgement in ledger.items()}[group]


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("en", "Olsen left early and went home.", "Hansen left early and went home."),
        ("en", "Mayor Backs New Bridge In Leith After Row", "Mayor Backs New Bridge In Perth After Row"),
        ("en", "MAYOR OF LEITH RESIGNS", "MAYOR OF PERTH RESIGNS"),
        ("de", "Der Zug aus Kiel kam erst gegen Abend an.", "Der Zug aus Köln kam erst gegen Abend an."),
        ("gl", "A alcaldesa Uxía Loureiro pechou a ponte.", "A alcaldesa Uxía Louro pechou a ponte."),
        ("is", "Hún lokaði brúnni yfir Svartá.", "Hún lokaði brúnni yfir Svarfaðardalsá."),
        ("de", "In Kiel brannte ein Haus.", ""),
        ("en", "Olsen left early.", ""),
    ],
)
def test_names_do_not_stand_if_a_word_that_may_be_one_is_gone(code: str, old: str, new: str) -> None:
    assert state(code, old, new, "names") in {"cannot_tell", "changed"}
    assert state(code, new, old, "names") in {"cannot_tell", "changed"}


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("en", "Officials left early and went home.", "Experts left early and went home."),
        ("en", "He left the big hall early.", "He left the small hall early."),
        ("en", "The council of Lyon left early.", "The council of Lyon left late."),
        ("de", "Die Halle in Köln ist alt.", "Die Halle in Köln ist neu."),
        ("en", "Council to meet in Lyon.", "The council is to meet in Lyon."),
    ],
)
def test_names_stand_if_no_word_that_may_be_one_is_gone(code: str, old: str, new: str) -> None:
    assert state(code, old, new, "names") == "stands"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“The gauge was broken,” said the captain.", "“The gauge was broken,” said the mate."),
        ("The gauge was broken, the captain said.", "The gauge was broken, the cook said."),
        ("Witnesses described a loud bang before the fire.", "There was a loud bang before the fire."),
        ("Police think the fire started in the kitchen.", "The fire started in the kitchen."),
        ("In her view, the fire started in the kitchen.", "The fire started in the kitchen."),
    ],
)
def test_sources_do_not_stand_if_words_that_may_name_one_are_gone(old: str, new: str) -> None:
    assert state("en", old, new, "attributions") in {"cannot_tell", "changed"}
    assert state("en", new, old, "attributions") in {"cannot_tell", "changed"}


def test_sources_stand_if_another_word_gave_way_far_from_any() -> None:
    assert state("en", "The fire burnt the big hall.", "The fire burnt the small hall.", "attributions") == "stands"
    assert state("en", "The old man saw the fire.", "The man saw the fire.", "attributions") == "stands"


def test_no_contrary_is_said_to_be_missing_if_a_word_of_content_was_replaced() -> None:
    assert state("en", "The court upheld the ban.", "The court mocked the ban.", "sense") == "cannot_tell"
    assert state("en", "The firm refused to pay.", "", "sense") == "cannot_tell"
    for new in ("The court has upheld the 3 bans.", "The court upheld the 5 bans.", "The court upheld the 3 Bans."):
        assert state("en", "The court upheld the 3 bans.", new, "sense") == "stands"
    assert state("en", "The bank agreed to pay.", "The bank agrees to pay.", "sense") == "stands"
    assert state("en", "The court of Lyon sat on Monday.", "The court of Metz sat on Friday.", "sense") == "stands"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The road A66 is shut.", "The road A69 is shut."),
        ("The king, George V, spoke.", "The king, George VI, spoke."),
        ("Dozens of people came.", "Hundreds of people came."),
        ("He left a day later.", "He left a week later."),
        ("He left last week.", "He left last month."),
        ("He left yesterday.", "He left today."),
    ],
)
def test_numbers_do_not_stand_if_figures_in_a_word_or_a_scale_are_gone(old: str, new: str) -> None:
    assert state("en", old, new, "numbers") in {"cannot_tell", "changed"}


def test_quotations_do_not_stand_if_a_line_changed_that_a_dash_opens() -> None:
    old, new = "— I saw him at the mill.\n— And then?", "— I shot him at the mill.\n— And then?"
    assert state("en", old, new, "quotations") == "cannot_tell"
    assert state("en", old, new.replace("shot", "saw"), "quotations") == "stands"
