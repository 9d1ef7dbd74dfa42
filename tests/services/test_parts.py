"""The stories of a text that holds several."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.engine.shared import read_sample
from webapp.errors import TooLarge
from webapp.importers.imported import KnownStory
from webapp.importers.several import join_stories
from webapp.services import Guard, Paste, Services, warnings_apart
from webapp.services.parts import parts_of
from webapp.settings import Settings
from webapp.storage.database import Database

NO = KnownStory(
    "The mayor said no.",
    "No",
    "Ann",
    language="en",
    published=date(2026, 5, 3),
    address="https://www.example.org/no",
    captured=datetime(2026, 5, 3, 10, 30, tzinfo=UTC),
    warnings=("Version 2.",),
)
YES = KnownStory("Le maire dit oui.", outlet="Le Soir", language="fr")


class CountingGuard(Guard):
    """Counts the texts that are to be stored."""

    def __init__(self) -> None:
        self.counted: list[int] = []

    def imports(self, texts: int) -> None:
        self.counted.append(texts)


def feed(*stories: KnownStory) -> Paste:
    return Paste.of_file(b"<feed/>", join_stories(stories, "feed/1", "a.xml", ("Damaged.",)), name="a.xml")


def test_a_story_of_an_archive_says_where_it_was_found() -> None:
    archive = Paste(
        read_sample("828cloud-archive"),
        title="Tag Archives: UN",
        outlet="828cloud",
        origin="url",
        byline="Nobody",
        raw_sha256="ab",
        evidence={"address": "https://news.example/tag/un"},
    )
    parts = parts_of(archive)
    assert [part.evidence["part"] for part in parts] == [1, 2, 3, 4]
    assert {(part.title, part.byline, part.outlet, part.origin, part.raw_sha256) for part in parts} == {
        ("", "", "828cloud", "paste", "ab")
    }
    assert parts[3].evidence == {"part": 4, "parts": 4, "whole": archive.evidence}


def test_a_single_story_is_the_text_itself() -> None:
    paste = Paste("The mayor said no.", title="No")
    assert parts_of(paste) == [paste]


def test_stories_that_a_file_tells_apart_keep_what_it_says_of_each() -> None:
    first, second = parts_of(feed(NO, YES))
    assert (first.text, first.title, first.byline, first.outlet) == (NO.text, "No", "Ann", "")
    assert (first.language, first.published, first.warnings) == ("en", date(2026, 5, 3), ("Damaged.", "Version 2."))
    assert first.evidence == {
        "part": 1,
        "parts": 2,
        "link": "https://www.example.org/no",
        "captured": "2026-05-03T10:30:00+00:00",
    }
    assert (second.text, second.title, second.outlet, second.language) == (YES.text, "", "Le Soir", "fr")
    assert (second.published, second.warnings, second.evidence) == (None, ("Damaged.",), {"part": 2, "parts": 2})


def test_a_file_with_one_story_keeps_where_it_says_that_the_story_stands() -> None:
    paste = feed(NO)
    assert parts_of(paste) == [paste]
    assert paste.evidence == {"link": "https://www.example.org/no", "captured": "2026-05-03T10:30:00+00:00"}


def test_warnings_about_all_stories_are_said_once_and_others_by_the_title_of_theirs() -> None:
    assert warnings_apart(feed(NO, YES)) == ("Damaged.", "No: Version 2.")


def test_stories_of_a_file_are_looked_at_and_added_by_their_titles(services: Services) -> None:
    paste = feed(NO, YES)
    assert services.look_at(paste).stories == (
        "No, https://www.example.org/no, captured on 3 May 2026, 10:30 UTC",
        "Le maire dit oui.",
    )
    (article_id,) = services.add_stories(paste, {"Le maire dit oui."})
    article = services.article(article_id).article
    assert (article.title, article.outlet, article.language) == ("Le maire dit oui.", "Le Soir", "fr")


def test_two_captures_of_one_page_are_told_apart_by_their_moments(services: Services) -> None:
    later = replace(NO, text="The mayor said yes.", captured=datetime(2026, 5, 4, 10, 30, tzinfo=UTC))
    paste = feed(NO, later)
    chosen = services.look_at(paste).stories[1]
    (article_id,) = services.add_stories(paste, {chosen})
    assert services.version(services.article(article_id).article.version_id).text == "The mayor said yes."


def test_the_file_of_several_stories_is_kept_once_with_the_first(services: Services) -> None:
    first, second = (services.article(found) for found in services.add_stories(feed(NO, YES)))
    assert [each.versions[0].has_received for each in (first, second)] == [True, False]


def test_stories_that_are_too_long_for_one_text_together_are_added_apart(services: Services) -> None:
    paste = feed(*(KnownStory(f"Story {number}. " + "no " * 2_000, f"Title {number}") for number in range(2)))
    assert services.look_at(paste).words == 4_004
    with pytest.raises(TooLarge, match="limit is 3,000"):
        services.add_article(paste)
    assert len(services.add_stories(paste)) == 2


def test_the_stories_of_a_text_count_as_one_text_against_the_limit(database: Database, tmp_path: Path) -> None:
    guard = CountingGuard()
    services = Services(database, Settings(data_dir=tmp_path), guard=guard)
    assert len(services.add_stories(feed(*(KnownStory(f"Story {number}.") for number in range(40))))) == 40
    assert guard.counted == [1]
