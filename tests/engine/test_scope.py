"""Whether two texts share a story, and where."""

import pytest

from webapp.engine import compare


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The gate was locked.", "The gate was not locked."),
        ("The train left at noon. It was late.", "The train left at noon. A goods wagon burnt. It was late."),
        ("The fund holds 35 million euros.", "The fund holds 35 billion euros."),
    ],
)
def test_texts_of_a_sentence_or_two_share_a_story_when_their_sentences_are_alike(old: str, new: str) -> None:
    assert compare(old, new).shares_story


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The gate was locked.", "Nobody in the village has ever seen the sea."),
        ("The orchestra cancelled its tour of Japan.", "Beekeepers in the south report a poor harvest of honey."),
    ],
)
def test_sentences_that_are_not_alike_share_no_story(old: str, new: str) -> None:
    assert not compare(old, new).shares_story


def test_one_chance_partner_in_a_page_is_no_shared_story() -> None:
    page = "\n".join(f"The {word} gate of the town was painted by the council." for word in ("red", "green", "blue"))
    assert not compare("The council met on Friday to speak of the town.", page).shares_story
