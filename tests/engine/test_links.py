"""Which sentences become partners where the words they share do not decide it alone."""

from webapp.display.phrases.verdict import relations_text
from webapp.engine import Comparison, compare
from webapp.engine.codec import from_json, to_json


def partners(old: list[str], new: list[str]) -> dict[str, tuple[str, bool]]:
    """Compare two texts of a sentence a line: {sentence of old: (its partners in new, whether they moved)}."""
    result = compare("\n".join(old), "\n".join(new))
    return {old[i]: (" ".join(new[j] for j in pair.new), pair.moved) for pair in result.pairs for i in pair.old}


FRAME = [
    "The mayor of Vasinhaven resigned on Monday after the council had voted.",
    "Holm bought the ferry for two million in the spring of last year.",
    "Teachers and nurses have asked for higher wages since the winter.",
    "The bridge over the sound will be closed until the end of August.",
]


def test_a_retold_sentence_is_found_elsewhere_by_two_rare_words_it_keeps() -> None:
    told = "Prosecutor Ek, who is seventy, said that she will not stand for a second term because of her health."
    retold = (
        "In the capital on Friday evening, however, Ek had announced to waiting reporters that for reasons of health "
        "a second term was out of the question."
    )
    result = partners([told, *FRAME], [*FRAME, retold])
    assert result[told] == (retold, True)


def test_words_of_the_topic_alone_make_no_move() -> None:
    topic = [f"The harbour council of Vasinhaven spoke about ferry number {word}." for word in ("one", "two", "three")]
    told = "The harbour council of Vasinhaven was asked who paid for painting the old lighthouse."
    other = "Vasinhaven has a harbour, and its council spends each summer on fireworks and brass bands."
    assert partners([told, *topic, *FRAME], [*topic, *FRAME, other])[told] == ("", False)


def test_a_lone_leftover_between_two_links_faces_the_lone_leftover_there() -> None:
    told = "He declined to say more."
    retold = "Asked for details, he would not add anything."
    old, new = ([*FRAME[:2], middle, *FRAME[2:]] for middle in (told, retold))
    assert partners(old, new)[told] == (retold, False)


def test_leftovers_that_share_nothing_stay_apart() -> None:
    told = "Snow fell overnight."
    other = "Her lawyer, Jonah Pryce, appealed against it."
    old, new = ([*FRAME[:2], middle, *FRAME[2:]] for middle in (told, other))
    assert partners(old, new)[told] == ("", False)


def test_a_weak_link_without_neighbours_needs_content_words_of_its_own() -> None:
    told = "The diplomat who signed the letter said the softer version was the final one."
    other = "The office will reflect the comments in the final version."
    lone = ["Snow fell.", "Jonah sang.", "Wages rose."]
    others = ["Rain is due.", "Ek laughed.", "Prices dropped."]
    old, new = [*FRAME, *lone, told, lone[1]], [*FRAME, *others, other]
    assert partners(old, new)[told] == ("", False)


# Not beside each other, which would be two sentences joined.
APART = ["The mayor resigned on Monday after a vote.", *FRAME[1:], "Holm is 61 and lives in Vasinhaven with two dogs."]
TOGETHER = "The mayor, Holm, 61, who lives in Vasinhaven, resigned on Monday after a vote."


def of_texts(old: list[str], new: list[str]) -> Comparison:
    return compare("\n".join(old), "\n".join(new))


def test_a_fact_put_into_another_sentence_is_also_in_it() -> None:
    result = of_texts(APART, [TOGETHER, *FRAME[1:]])
    assert [(also.old, also.new, result.pairs[also.pair].new) for also in result.also] == [((4,), (0,), (0,))]
    assert result.summary.sentences["dropped"] == 0
    assert result.summary.sentences["also"] == 1
    assert "1 is told in another sentence; none was dropped" in relations_text(result)


def test_a_fact_taken_out_of_another_sentence_is_also_in_it() -> None:
    result = of_texts([TOGETHER, *FRAME[1:]], APART)
    assert [(also.old, also.new, result.pairs[also.pair].old) for also in result.also] == [((0,), (4,), (0,))]
    assert result.summary.sentences["added"] == 0


def test_what_the_pair_itself_already_says_is_not_told_there() -> None:
    dropped = "Holm of Vasinhaven, 61, sang at a fair, and the fair went on for nine days and nights in the old town."
    assert of_texts([TOGETHER, *FRAME[1:], dropped], [TOGETHER, *FRAME[1:]]).also == ()


def test_retold_sentences_come_back_from_the_public_form() -> None:
    result = of_texts(APART, [TOGETHER, *FRAME[1:]])
    assert from_json(to_json(result), result.old.text, result.new.text) == result
