"""Words that turn the sense of a sentence are a flag and a group of the ledger of their own."""

import pytest

from webapp.engine import compare

TURNED = [
    ("The senator voted for the bill.", "The senator voted against the bill."),
    ("The bank refused to pay the fine.", "The bank agreed to pay the fine."),
    ("The minister was cleared of fraud on Friday.", "The minister was convicted of fraud on Friday."),
    ("The firm failed to warn its clients.", "The firm warned its clients."),
    ("The mayor resigned after the vote.", "The mayor resigned because of the vote."),
    ("The march drew thousands of people to the square.", "The march drew people to the square."),
    ("Most voters stayed at home that day.", "Many voters stayed at home that day."),
    ("Its debt doubled in a year.", "Its debt tripled in a year."),
    ("Some residents left the town at night.", "All residents left the town at night."),
    ("Few of the ships were seen again.", "Many of the ships were seen again."),
    ("Einige Bewohner haben die Stadt verlassen.", "Alle Bewohner haben die Stadt verlassen."),
    ("Quelques habitants ont quitté la ville mardi.", "Tous les habitants ont quitté la ville mardi."),
    ("Algunos vecinos dejaron la ciudad el martes.", "Todos los vecinos dejaron la ciudad el martes."),
    ("The former governor opened the bridge.", "The governor opened the bridge."),
    ("The acting chief of the bank spoke.", "The chief of the bank spoke."),
    ("The so-called experts left the room.", "The experts left the room."),
    ("Die Bank weigerte sich, die Strafe zu zahlen.", "Die Bank stimmte zu, die Strafe zu zahlen."),
    ("Der frühere Minister wurde am Freitag freigesprochen.", "Der Minister wurde am Freitag freigesprochen."),
    ("La ministre a été acquittée vendredi à Lyon.", "La ministre a été condamnée vendredi à Lyon."),
    ("El banco rechazó pagar la multa del año.", "El banco aceptó pagar la multa del año."),
    ("O banco recusou pagar a multa que não era dele.", "O banco aceitou pagar a multa que não era dele."),
    ("Il ministro è stato assolto venerdì a Roma.", "Il ministro è stato condannato venerdì a Roma."),
    (
        "De burgemeester zei dinsdag dat de bank het plan weigerde.",
        "De burgemeester zei dinsdag dat de bank het plan aanvaardde.",
    ),
]


@pytest.mark.parametrize(("old", "new"), TURNED)
def test_a_word_that_turns_the_sense_is_flagged_both_ways(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        result = compare(before, after)
        assert "sense" in {flag for change in result.changes for flag in change.flags}
        assert result.ledger["sense"].state == "changed"


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("Soldiers shot two farmers near the river.", "Two farmers were shot near the river."),
        ("Police arrested three students on Friday.", "Three students were arrested on Friday."),
        ("Soldaten erschossen zwei Bauern am Fluss.", "Zwei Bauern wurden am Fluss erschossen."),
    ],
)
def test_an_agent_that_was_taken_out_turns_the_sense(active: str, passive: str) -> None:
    for before, after in ((active, passive), (passive, active)):
        assert compare(before, after).ledger["sense"].state == "changed"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The angry mayor left the hall.", "The mayor was angry and left the hall."),
        ("Soldiers shot two farmers near the river.", "Two farmers were shot by soldiers near the river."),
        ("The bank agreed to pay the fine.", "The bank agrees to pay the fine."),
        ("Prices rose in May, and wages fell in June.", "Wages fell in June, and prices rose in May."),
        ("The bank will pay the fine in spring.", "The bank will pay the penalty in spring."),
    ],
)
def test_other_words_turn_nothing(old: str, new: str) -> None:
    assert compare(old, new).ledger["sense"].changes == 0


def test_a_language_without_the_words_says_that_it_cannot_tell() -> None:
    old = "Burmistrz powiedział we wtorek, że most będzie zamknięty do końca roku."
    assert compare(old, old.replace("most", "port")).ledger["sense"].state == "cannot_tell"
