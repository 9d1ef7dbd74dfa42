"""Picking articles and pasting texts: each side becomes a version, or nothing is stored at all."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.databases import count_rows
from webapp.errors import InvalidInput, NotFound, TooLarge
from webapp.services import Paste, Services

WRITERS = 6


def test_a_pasted_text_becomes_an_article_with_one_version(services: Services) -> None:
    (version_id,) = services.choose([Paste("The text.", title="A title", outlet="An outlet")])
    version = services.version(version_id)
    assert (version.text, version.number, version.words) == ("The text.", 1, 2)
    assert (version.article.title, version.article.outlet, version.article.origin) == ("A title", "An outlet", "paste")


def test_a_picked_version_stays_what_it_is(services: Services) -> None:
    chosen = services.choose([Paste("One."), Paste("Two.")])
    assert services.choose(chosen[::-1]) == chosen[::-1]
    assert services.choose([chosen[1], Paste("One.")]) == chosen[::-1]


def test_the_same_paste_is_the_same_article_and_the_same_text(services: Services, database_url: str) -> None:
    paste = Paste("The text.", title="A title")
    assert services.choose([paste]) == services.choose([paste])
    assert count_rows(database_url)["text"] == count_rows(database_url)["article"] == 1


def test_the_same_text_under_another_title_is_another_article_with_the_same_text(
    services: Services, database_url: str
) -> None:
    services.choose([Paste("The text.", title="A title"), Paste("The text.", title="Another title")])
    assert count_rows(database_url)["article"] == 2
    assert count_rows(database_url)["text"] == 1


def test_people_who_paste_the_same_thing_at_once_get_one_article(services: Services, database_url: str) -> None:
    """BAD_INPUT 45."""
    sides = [Paste("One text."), Paste("Another text.")]
    with ThreadPoolExecutor(WRITERS) as threads:
        chosen = list(threads.map(services.choose, [sides] * WRITERS))
    assert chosen == [chosen[0]] * WRITERS
    assert count_rows(database_url)["article"] == 2


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n \n  A headline  \nThe story.", "A headline"),
        ("word " * 50, "word " * 23 + "word…"),
        ("x" * 500, "x" * 119 + "…"),
        ("A\theadline\u00a0with   gaps\nThe story.", "A headline with gaps"),
        ("word-" * 50, "word-" * 23 + "word…"),
        ("字" * 130 + "\n。", "字" * 119 + "…"),
    ],
)
def test_a_paste_without_a_title_is_called_by_its_first_line(services: Services, text: str, title: str) -> None:
    (version_id,) = services.choose([Paste(text)])
    assert services.version(version_id).article.title == title
    assert len(title) <= 120


def test_a_form_s_line_ends_become_those_of_a_file(services: Services) -> None:
    (version_id,) = services.choose([Paste("One.\r\nTwo.\r\n\r\nThree.\rFour.\n")])
    assert services.version(version_id).text == "One.\nTwo.\n\nThree.\rFour.\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The text is empty"),
        (" \r\n\t\u3000", "nothing but white space"),
        ("A NUL \0 inside", "NUL"),
        ("Half \ud83d a character", "half of a character"),
        ("\udc80", "half of a character"),
    ],
)
def test_a_text_that_is_none_is_refused_with_its_field(services: Services, text: str, message: str) -> None:
    """BAD_INPUT 36."""
    with pytest.raises(InvalidInput, match=message) as refusal:
        services.choose([Paste(text, field="new_text")])
    assert refusal.value.field == "new_text"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("é" * 10_001, "The text is too long: it has 20,002 bytes, and the limit is 20,000."),
        ("a " * 3_001, "The text is too long: it has 3,001 words, and the limit is 3,000."),
    ],
)
def test_a_text_over_a_limit_is_refused_with_the_limit_in_words(services: Services, text: str, message: str) -> None:
    """BAD_INPUT 26."""
    with pytest.raises(TooLarge) as refusal:
        services.choose([Paste(text, field="old_text")])
    assert (refusal.value.message, refusal.value.field) == (message, "old_text")


def test_a_text_at_the_limit_is_taken(services: Services) -> None:
    (version_id,) = services.choose([Paste("é" * 10_000)])
    assert services.version(version_id).words == 1


@pytest.mark.parametrize("line", ["\0", "\ud800", "x" * 301])
def test_a_title_or_an_outlet_that_cannot_be_one_is_refused(services: Services, line: str) -> None:
    """BAD_INPUT 36."""
    for paste in (Paste("Text.", title=line, field="old"), Paste("Text.", outlet=line, field="old")):
        with pytest.raises(InvalidInput) as refusal:
            services.choose([paste])
        assert refusal.value.field == "old"


@pytest.mark.parametrize("bad", [Paste(""), Paste("x" * 20_001), 7, 2**70, -1], ids=str)
def test_when_one_side_cannot_be_used_the_other_is_not_stored(
    services: Services, database_url: str, bad: Paste | int
) -> None:
    before = count_rows(database_url)
    for sides in ([Paste("A good text."), bad], [bad, Paste("A good text.")]):
        with pytest.raises((InvalidInput, NotFound)):
            services.choose(sides)
    assert count_rows(database_url) == before
