"""Files that tell their stories apart: each story by itself, and all of them as one text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from webapp.errors import InvalidInput, TooLarge
from webapp.importers.imported import KnownStory
from webapp.importers.several import MAX_STORIES, MAX_WARNINGS, join_stories

NO = KnownStory("The mayor said no.", "No", "Ann", "The Daily", "en", date(2026, 5, 3), warnings=("Version 2.",))
YES = KnownStory("The mayor said yes.", "Yes", outlet="The Daily", language="fr")


def test_one_story_is_the_text_of_the_file_with_all_that_is_said_of_it() -> None:
    found = join_stories([NO, KnownStory(" ")], "feed/1", "a.xml", ("Damaged.",))
    assert (found.text, found.title, found.byline, found.outlet) == (NO.text, "No", "Ann", "The Daily")
    assert (found.language, found.published, found.warnings) == ("en", date(2026, 5, 3), ("Damaged.", "Version 2."))


def test_several_stories_are_one_text_that_says_how_to_add_them_apart() -> None:
    found = join_stories([NO, YES], "feed/1", "a.xml", ("Damaged.",))
    assert found.text == "The mayor said no.\n\nThe mayor said yes."
    assert (found.title, found.byline, found.outlet, found.language) == ("", "", "The Daily", "")
    assert found.warnings[0].startswith("It holds 2 stories")
    assert found.warnings[1:] == ("Damaged.", "No: Version 2.")


def test_each_of_several_stories_has_the_warnings_about_the_file_as_well() -> None:
    first, second = join_stories([NO, YES], "feed/1", "a.xml", ("Damaged.",)).stories
    assert first == replace(NO, warnings=("Damaged.", "Version 2."))
    assert second == replace(YES, warnings=("Damaged.",))


def test_equal_stories_are_one() -> None:
    assert join_stories([NO, NO], "feed/1", "a.xml").stories == (NO,)


def test_what_cannot_be_stored_is_replaced_visibly() -> None:
    assert join_stories([KnownStory("no\0\ud800")], "feed/1", "a.json").text == "no\ufffd\ufffd"


def test_a_file_without_a_text_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"a\.xml holds no story"):
        join_stories([KnownStory("")], "feed/1", "a.xml")


def test_the_number_of_stories_is_limited_and_they_are_not_read_beyond_it() -> None:
    read = []

    def stories() -> Iterator[KnownStory]:
        for number in range(MAX_STORIES * 2):
            read.append(number)
            yield KnownStory(str(number))

    with pytest.raises(TooLarge, match=r"a\.xml holds more than 500 stories"):
        join_stories(stories(), "feed/1", "a.xml")
    assert len(read) == MAX_STORIES + 1


def test_the_characters_of_all_stories_are_limited() -> None:
    with pytest.raises(TooLarge, match=r"20,000,000 characters together"):
        join_stories((KnownStory("a" * 1_000_000 + str(number)) for number in range(20)), "feed/1", "a.xml")


def test_warnings_about_single_stories_are_counted_beyond_a_few() -> None:
    found = join_stories([replace(NO, text=str(number)) for number in range(MAX_WARNINGS + 5)], "feed/1", "a.xml")
    assert len(found.warnings) == 1 + MAX_WARNINGS + 1
    assert found.warnings[-1] == "5 more warnings are about single stories."
