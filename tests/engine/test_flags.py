"""Which flags a change raises: what matters, what may, what does not."""

import pytest

from webapp.engine import compare, replay
from webapp.engine.model import HARD_FLAGS, Flag


def flags(old: str, new: str) -> set[Flag]:
    """Return the flags of all changes of a pair of sentences."""
    return {flag for change in compare(old, new).changes for flag in change.flags}


def hard_flags(old: str, new: str) -> set[Flag]:
    return flags(old, new) & set(HARD_FLAGS)


def test_a_sentence_full_of_names_is_no_headline() -> None:
    old = "The Uyghur poet met Ms Zelenskyy in Kyiv on Monday."
    assert hard_flags(old, old.replace("Uyghur", "Uighur")) == {"name"}


def test_a_headline_tells_nothing_of_names() -> None:
    assert hard_flags("Bank Closes Forty Branches After Strike", "Bank Shuts Forty Branches After Strike") == set()


@pytest.mark.parametrize(("old", "new"), [("June", "July"), ("Monday", "Tuesday")])
def test_a_month_or_a_weekday_is_a_date_and_no_name(old: str, new: str) -> None:
    sentence = "The ceasefire began at noon and was kept by both sides until the last {} of the war."
    assert hard_flags(sentence.format(old), sentence.format(new)) == {"date"}


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        ("La loi sera votée par les députés {} à Paris, a dit la ministre.", "mardi", "mercredi"),
        ("La loi a été votée par les députés en {} à Paris, a dit la ministre.", "mars", "avril"),
        ("El Gobierno aprobó el {} una subida del salario, dijo la ministra.", "martes", "miércoles"),
    ],
)
def test_a_weekday_or_a_month_that_its_language_writes_small_is_a_date(sentence: str, old: str, new: str) -> None:
    assert hard_flags(sentence.format(old), sentence.format(new)) == {"date"}


def test_a_number_word_with_a_capital_is_no_name() -> None:
    old = "La loi sera votée avant l’été, a dit le ministre : « Trois députés ont refusé de voter. »"
    assert "name" not in flags(old, old.replace("Trois", "Quatre"))


@pytest.mark.parametrize(
    "sentence",
    [
        '"{} of the village have no doctor," the bishop read from the letter.',
        'The bishop read from the letter: "{} of the village have no doctor."',
        "2. {} of the village have no doctor, the bishop read from the letter.",
    ],
)
def test_the_first_word_of_a_sentence_or_a_quotation_is_no_name(sentence: str) -> None:
    assert "name" not in flags(sentence.format("Children"), sentence.format("Babies"))


def test_a_name_after_a_quotation_is_a_name() -> None:
    old = "“The bridge will stay closed until the end of the year,” Bachelet told the newspaper."
    assert hard_flags(old, old.replace("Bachelet", "Guterres")) == {"name"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Austria", "Australia"), ("Niger", "Nigeria"), ("Slovakia", "Slovenia"), ("Christine", "Christopher"),
        ("Roberts", "Robertson"), ("Petrov", "Petrovic"), ("Montana", "Montenegro"), ("Jean-Pierre", "Jean-Paul"),
    ],
)  # fmt: skip
def test_names_that_only_begin_alike_are_two(old: str, new: str) -> None:
    sentence = "The letter that was sent from {} arrived in the capital on Monday, diplomats said."
    assert hard_flags(sentence.format(old), sentence.format(new)) == {"name"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("China", "Chinese"), ("Britain", "British"), ("Geneva", "Geneva-based"), ("Italy", "Italian"),
        ("America", "Americans"), ("Iraq", "Iraqi"), ("Turkey", "Turkish"), ("Bachelet", "Bachelet's"),
        ("Uyghurs", "Uyghur"), ("United Nations", "UN"),
    ],
)  # fmt: skip
def test_a_name_and_what_is_derived_from_it_are_one(old: str, new: str) -> None:
    sentence = "The letter that was sent by the {} office arrived in the capital on Monday, diplomats said."
    assert "name" not in flags(sentence.format(old), sentence.format(new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("U.N.", "United Nations"),
        ("EU", "European Union"),
        ("World Health Organization", "WHO"),
        ("US", "United States"),
    ],
)
def test_an_acronym_for_its_name_is_no_other_name_and_no_other_wording(old: str, new: str) -> None:
    text = "Prices rose by 5 percent, according to figures that were published on Monday in the {}."
    assert flags(text.format(old), text.format(new)).isdisjoint({"name", "wording"})


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("The NATO summit agreed that Turkey would host the next meeting.", "Turkey", "Norway"),
        ("The report was written for the UN by experts from Norway and sent out.", "Norway", "Uganda"),
        ("The FBI said on Friday that it had arrested Ivan Boyle at the airport.", "Ivan Boyle", "Frank Irwin"),
    ],
)
def test_an_acronym_beside_a_name_does_not_stand_for_it(text: str, old: str, new: str) -> None:
    assert "name" in flags(text, text.replace(old, new))


def test_the_first_word_is_a_name_where_it_has_its_capital_elsewhere_too() -> None:
    old = "Germany will send tanks to the front. The ministers of Poland and Germany met on Sunday."
    assert "name" in flags(old, old.replace("Germany will", "Poland will"))


def test_a_german_noun_is_no_name_for_its_capital() -> None:
    old = "Die Polizei hat die Wohnung ohne einen Auftrag betreten und sich auf politische Gründe berufen."
    assert hard_flags(old, old.replace("Auftrag", "Befehl")) == set()


def test_a_german_name_is_known_by_the_name_beside_it() -> None:
    old = "Die Wohnung wurde gestern von der Polizei betreten, wie der Anwalt Peter Schulze der Zeitung sagte."
    assert hard_flags(old, old.replace("Schulze", "Lehmann")) == {"name"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"The talks have failed," he said.', "“The talks have failed,” he said."),
        ("The 'talks' have failed.", "The ‘talks’ have failed."),
        ("They failed - he said.", "They failed – he said."),
        ("They failed...", "They failed…"),
        ('He called it a "failure."', "He called it a “failure.”"),
        ("The files of Mr Smith and Dr Jones were lost.", "The files of Mr. Smith and Dr. Jones were lost."),
    ],
)
def test_marks_set_in_another_way_are_typography(old: str, new: str) -> None:
    assert flags(old, new) == {"typography"}


def test_marks_that_came_or_went_are_punctuation() -> None:
    assert flags("They called it a scandal... and left.", "They called it a scandal and left.") == {"punctuation"}
    assert flags("The talks failed, he said.", "The talks failed he said.") == {"punctuation"}


def test_marks_inside_armenian_words_are_punctuation() -> None:
    """A question mark behind the stressed vowel is a question mark."""
    assert flags("Նախարարը գալի՞ս է այսօր։", "Նախարարը գալիս է այսօր։") == {"punctuation"}
    assert flags("Նախարարը գալի՞ս է այսօր։", "Նախարարը գալի՜ս է այսօր։") == {"punctuation"}
    assert "punctuation" not in flags("Նախարարը գալի՞ս է այսօր։", "Նախարարը չգալի՞ս է այսօր։")


@pytest.mark.parametrize(
    ("old", "new"),
    [("2,000", "2000"), ("three", "3"), ("35,000,000", "35 000 000"), ("8.1 per cent", "8.1%"), ("8 percent", "8 %")],
)
def test_one_number_in_two_formats_is_typography(old: str, new: str) -> None:
    sentence = "The new reservoir lost {} of its water in the first week of the drought."
    assert flags(sentence.format(old), sentence.format(new)) == {"typography"}


@pytest.mark.parametrize(
    ("old", "new"),
    [("2,000", "2001"), ("three", "4"), ("8.1 per cent", "8.2%"), ("$35", "€35"), ("2.000", "2")],
)
def test_another_number_is_a_number_in_any_format(old: str, new: str) -> None:
    sentence = "The new reservoir lost {} of its water in the first week of the drought."
    assert "number" in flags(sentence.format(old), sentence.format(new))


@pytest.mark.parametrize(
    ("old", "new"), [("will not", "won't"), ("cannot", "can't"), ("could not", "couldn't"), ("did not", "didn't")]
)
def test_a_contraction_is_no_other_hedge_and_no_negation(old: str, new: str) -> None:
    sentence = "The board {} approve the sale of the two ferries to the island."
    assert hard_flags(sentence.format(old), sentence.format(new)) == set()


def test_a_hedge_in_a_contraction_is_a_hedge() -> None:
    assert hard_flags("The board won't approve the sale.", "The board couldn't approve the sale.") == {"hedge"}


@pytest.mark.parametrize(("old", "new"), [("🇨🇭", "🇨🇦"), ("👍", "👎")])
def test_another_symbol_is_no_other_punctuation(old: str, new: str) -> None:
    assert flags(f"Greetings from {old} to all of you.", f"Greetings from {new} to all of you.") == set()


@pytest.mark.parametrize(
    ("old", "new", "flag"),
    [
        ("Twenty people died and 35 were hurt.", "Thirty-five people died and 20 were hurt.", "number"),
        ("They sent 300 men to Lyon and 120 to Nantes.", "They sent 120 men to Lyon and 300 to Nantes.", "number"),
        ("Talks begin on Monday and end on Friday.", "Talks begin on Friday and end on Monday.", "date"),
        ("He said Tehran accused Washington of it.", "He said Washington accused Tehran of it.", "name"),
        ("In May Anna Berg defeated Julia Roth again.", "In May Julia Roth defeated Anna Berg again.", "name"),
        ("The lorry hit the bus on a bend.", "The bus hit the lorry on a bend.", "wording"),
        ("He will stay and she would leave.", "He would stay and she will leave.", "hedge"),
    ],
)
def test_two_that_changed_places_are_told(old: str, new: str, flag: Flag) -> None:
    assert flag in flags(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("There died 3 in Lyon and 5 in Nantes.", "There died 5 in Nantes and 3 in Lyon."),
        ("Then 35 people died and 20 were hurt.", "Then 20 were hurt and 35 people died."),
        ("He said that Tehran accused Washington.", "He said that Washington was accused by Tehran."),
        ("The envoys of Spain and France left.", "The envoys of France and Spain left."),
        ("The men of Spain, Italy and France left.", "The men of France, Italy and Spain left."),
        ("On Monday the talks began, he said.", "The talks began on Monday, he said."),
    ],
)
def test_what_was_only_reordered_is_nothing_hard(old: str, new: str) -> None:
    assert hard_flags(old, new) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("About 2,000", "2,000"), ("At least 14", "14"), ("More than 40", "Less than 40"), ("Nearly half", "Half"),
        ("Up to 300", "Exactly 300"), ("At least 14", "At most 14"), ("No more than 40", "More than 40"),
    ],
)  # fmt: skip
def test_how_exact_a_number_is_counts_as_part_of_it(old: str, new: str) -> None:
    assert "number" in flags(f"{old} of the people stayed at home.", f"{new} of the people stayed at home.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("More than 40", "Over 40"),
        ("About 300", "Some 300"),
        ("Nearly 300", "Roughly 300"),
        ("Up to 9", "At most 9"),
    ],
)
def test_two_ways_to_say_how_exact_a_number_is_are_one(old: str, new: str) -> None:
    assert hard_flags(f"{old} of the people stayed at home.", f"{new} of the people stayed at home.") == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The senator voted for the bill.", "The senator voted against the bill."),
        ("She voted for the bill and against the tax.", "She voted against the bill and for the tax."),
        ("Exports rose to $40 million in June.", "Exports rose by $40 million in June."),
        ("The ship sank after the storm.", "The ship sank before the storm."),
        ("The ban applies to all petrol cars.", "The ban applies to some petrol cars."),
        ("Only the president can declare war.", "The president can declare war."),
        ("The rally drew fewer people than it had.", "The rally drew more people than it had."),
    ],
)
def test_a_small_word_that_turns_the_sense_asks_to_check_the_wording(old: str, new: str) -> None:
    assert "wording" in flags(old, new)


def test_other_small_words_are_no_change_of_wording() -> None:
    assert flags("The ship sank in the gulf, he told us.", "The ship sank at the gulf, he told us.") == set()


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        ("At least 40 people were killed, {} said.", "the ministry", "the rebels"),
        ("The drone was shot down, according to {}.", "the manufacturer", "independent researchers"),
        ("A {} told the paper that the plan had been dropped.", "senior official", "person close to the president"),
        ("{} have said that soldiers had looted the shops.", "Residents", "Aid groups"),
        ("Zwei Menschen wurden verletzt, wie die {} mitteilte.", "Polizei", "Feuerwehr"),
        ("Selon {}, le mouvement doit durer jusqu’à la fin de la semaine.", "la direction", "les syndicats"),
    ],
)
def test_another_source_of_the_same_words_is_an_attribution(sentence: str, old: str, new: str) -> None:
    assert "attribution" in flags(sentence.format(old), sentence.format(new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A ministry spokesman said that it was true.", "A ministry spokeswoman said that it was true."),
        ("The officials then said that it was true.", "The officials later said that it was true."),
        ("The official said that it was true.", "The officials said that it was true."),
        ("He went to the ministry and he said no.", "He went to the army and he said no."),
    ],
)
def test_the_same_source_is_no_attribution(old: str, new: str) -> None:
    assert "attribution" not in flags(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("$1.5bn", "$1.5 billion"), ("$35m", "$35 million"), ("3%", "3.0 percent"), ("7,512.4", "7512.40"),
        ("7.30am", "7:30 a.m."), ("6:30 p.m.", "18:30"), ("5pm", "5 p.m."), ("2024-02-27", "27 February 2024"),
        ("twenty-one", "21"), ("A seventeen-year-old", "A 17-year-old"), ("three million", "3m"),
        ("300", "three hundred"), ("8 per cent", "8 percent"),
    ],
)  # fmt: skip
def test_one_amount_one_time_or_one_date_in_two_formats_is_typography(old: str, new: str) -> None:
    sentence = "The board of the company had set aside {} for the whole of the meeting in the town hall."
    assert flags(sentence.format(old), sentence.format(new)) == {"typography"}


@pytest.mark.parametrize(
    ("old", "new", "flag"),
    [
        ("$1.5bn", "$1.6 billion", "number"), ("$12 million", "$12 billion", "number"), ("5 p.m.", "5 a.m.", "number"),
        ("6:30 p.m.", "17:30", "number"), ("3%", "3.2 percent", "number"), ("3 million", "3", "number"),
        ("2024-02-27", "28 February 2024", "date"), ("5 January 2023", "5/1/2023", "date"),
        ("a 17-year-old", "a sixteen-year-old", "number"), ("3 percentage points", "3 percent", "number"),
    ],
)  # fmt: skip
def test_another_amount_another_time_or_another_date_is_one_in_any_format(old: str, new: str, flag: Flag) -> None:
    sentence = "The board of the company had set aside {} for the whole of the meeting in the town hall."
    assert flag in flags(sentence.format(old), sentence.format(new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("14. März 2024", "14.03.2024"),
        ("1,2 Mrd. Euro", "1,2 Milliarden Euro"),
        ("18.30 Uhr", "18:30 Uhr"),
        ("3,5 Prozent", "3,5 %"),
    ],
)
def test_german_formats_of_one_value_are_typography(old: str, new: str) -> None:
    sentence = "Der Rat der Stadt hat mit {} gerechnet, wie die Sprecherin der Polizei am Abend sagte."
    assert flags(sentence.format(old), sentence.format(new)) == {"typography"}


@pytest.mark.parametrize(
    ("old", "new"), [("organisation's", "organization's"), ("Labour’s", "Labor’s"), ("programmes", "programs")]
)
def test_a_spelling_variant_is_one_with_its_possessive_too(old: str, new: str) -> None:
    sentence = "The {} plans were read by the board of the company before the meeting in the town hall."
    assert flags(sentence.format(old), sentence.format(new)) == {"spelling"}


def test_thought_is_a_word_of_certainty() -> None:
    old = "The man is thought to have left the country before the meeting."
    assert "hedge" in flags(old, old.replace("thought", "known"))


def test_a_word_that_begins_lines_is_no_name_for_what_ends_the_line_before() -> None:
    old = "Published four hours ago\nUpdated today by the desk\nThe bridge will stay closed until the end of the year."
    assert "name" not in flags(old, old.replace("Updated", "Amended"))


def test_the_country_of_a_currency_is_no_other_value() -> None:
    old = "The board set aside $300 million for the bridge."
    assert "number" not in flags(old, old.replace("$", "US$"))


@pytest.mark.parametrize(
    "figure", ["D", "D,D", "D:DD", "DDDD-DD-DD", "$D", "DD.DD.DDDD", "August D", "D million", "1D"]
)
@pytest.mark.parametrize("digit", ["\U00016130", "\U00011de1", "٣"])
def test_a_number_in_digits_of_any_unicode_is_told_from_another(figure: str, digit: str) -> None:
    result = compare(f"It was {figure.replace('D', digit)} on the list.", "It was 517 on the list.")
    assert replay.old_text(result) == result.old.text
    assert result.changes


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A source close to the mayor said the port was sold.", "The mayor said the port was sold."),
        ("A spokesman for the bank said the port was sold.", "The bank said the port was sold."),
        ("The fire was set by thieves, police sources said.", "The fire was set by thieves, police said."),
        ("The army attacked the village, which it blamed on rebels.", "The army attacked the village."),
        ("Le port a été vendu, selon une source proche du maire.", "Le port a été vendu, selon le maire."),
        ("Der Hafen wurde verkauft, sagte ein Sprecher der Bank.", "Der Hafen wurde verkauft, sagte die Bank."),
    ],
)
def test_a_voice_that_gained_or_lost_its_source_is_an_attribution(old: str, new: str) -> None:
    assert "attribution" in flags(old, new)
    assert "attribution" in flags(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The ministry said on Monday that the port was sold.", "The port was sold, the ministry said on Monday."),
        ("According to police, the port was sold.", "The port was sold, according to police."),
        ("The ministry met. The ministry said the port was sold.", "The ministry met. It said the port was sold."),
        ("A spokesman for the bank said it was sold.", "A spokeswoman for the bank said it was sold."),
    ],
)
def test_a_voice_put_elsewhere_or_named_by_a_pronoun_is_no_attribution(old: str, new: str) -> None:
    assert "attribution" not in flags(old, new)
