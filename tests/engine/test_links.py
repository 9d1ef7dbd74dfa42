"""Which sentences become partners where the words they share do not decide it alone."""

from webapp.engine import compare


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
