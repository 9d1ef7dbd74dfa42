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


STORY = """Ferry drops winter service
The ferry company that serves the outer islands will stop sailing in winter, its director said on Tuesday.
The last boat of the season leaves Harle on 28 October with room for forty cars.
The islanders have asked the government in the capital for help with a smaller boat."""


@pytest.mark.parametrize(
    "line", ["More than 200 people live on the islands in winter.", "Sources in the ministry did not want to comment."]
)
def test_a_sentence_that_begins_like_a_label_does_not_end_the_story(line: str) -> None:
    result = compare(STORY, f"{STORY}\n{line}\nNobody knows what will become of the school there.")
    assert result.summary.furniture.new == 0


@pytest.mark.parametrize(
    "line", ["Advertisement", "Image source: Getty", "Read more: Ten years of ferries", "Share", "Updated 3 May"]
)
def test_a_line_of_the_page_inside_the_story_is_furniture(line: str) -> None:
    lines = STORY.splitlines()
    result = compare(STORY, "\n".join([*lines[:2], line, *lines[2:]]))
    assert [pair.relation for pair in result.pairs if pair.scope == "furniture"] == ["added"]
    assert result.summary.kept == 1


def test_a_line_that_only_begins_like_a_label_stays_in_the_story() -> None:
    lines = STORY.splitlines()
    result = compare(STORY, "\n".join([*lines[:2], "Updated forecast for the islands", *lines[2:]]))
    assert result.summary.furniture.new == 0
