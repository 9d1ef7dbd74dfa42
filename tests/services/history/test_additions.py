"""Versions added by hand stand by the time of their capture, and say whose clock it is."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.databases import count_rows
from tests.importers.warc_files import packed, response
from webapp.display.phrases.captures import capture_way
from webapp.errors import InvalidInput, NotFound, TooLarge
from webapp.services import Paste, Services, describe_origin

NINE = "The council met on Monday. Four people came to the meeting. Nobody from the opposition was there."
NOON = NINE.replace("Four", "Five")
ONE = NINE.replace("Four", "Six")
PAGE = "<!doctype html><title>Council</title><main><h1>Council meets</h1><p>{}</p></main>"


@pytest.fixture
def article(services: Services) -> int:
    return services.add_article(Paste(NOON, title="Council"))


def texts(services: Services, article: int) -> list[str]:
    return [services.version(version.id).text for version in services.article(article).versions]


def hours_ago(hours: int) -> datetime:
    return datetime.now(UTC) - timedelta(hours=hours)


def test_versions_stand_in_the_order_of_their_capture_and_not_of_their_adding(services: Services, article: int) -> None:
    services.add_versions(article, Paste(ONE))
    services.add_versions(article, Paste(NINE), hours_ago(3))
    assert texts(services, article) == [ONE, NOON, NINE]
    assert [version.number for version in services.article(article).versions] == [2, 1, 3]
    assert services.article(article).article.words == 17
    assert services.search_articles("council")[0].version_number == 2


def test_a_time_that_was_given_is_said_to_be_given_and_when_it_was_added(services: Services, article: int) -> None:
    moment = hours_ago(3)
    (added,) = services.add_versions(article, Paste(NINE), moment)
    version = services.version(added)
    assert version.captured_at == moment
    assert describe_origin(version).startswith("Pasted by a reader on ")
    assert describe_origin(version).endswith("; the time of capture was given")
    newest = services.article(article).versions[0]
    assert capture_way(newest.origin, newest.capture) == "Pasted by a reader"


def test_a_file_becomes_a_version_and_says_its_name(services: Services, article: int) -> None:
    paste = services.read_upload(PAGE.format(ONE).encode(), "one.html", "file")
    services.add_versions(article, paste)
    newest = services.article(article).versions[0]
    assert (newest.origin, capture_way(newest.origin, newest.capture)) == ("upload", "Taken from the file one.html")
    assert newest.has_received


def test_a_web_archive_with_captures_of_one_page_is_that_many_versions_at_their_times(
    services: Services, article: int
) -> None:
    served = {"2026-11-12T12:00:00Z": NOON, "2026-11-12T09:00:00Z": NINE, "2026-11-12T13:00:00Z": ONE}
    pages = [response(PAGE.format(text).encode(), WARC_Date=date) for date, text in served.items()]
    added = services.add_versions(article, services.read_upload(packed(*pages), "page.warc.gz", "file"))
    versions = [services.version(version_id) for version_id in added]
    assert [version.captured_at.hour for version in versions] == [9, 12, 13]
    assert all("the time of capture is as the file says" in describe_origin(version) for version in versions)


def test_a_file_of_several_pages_is_refused_and_nothing_is_stored(
    services: Services, article: int, database_url: str
) -> None:
    pages = [
        response(PAGE.format(text).encode(), address=f"https://bay.example/{n}") for n, text in enumerate([NINE, ONE])
    ]
    before = count_rows(database_url)
    with pytest.raises(InvalidInput, match="This file holds 2 stories, and a version is one") as refused:
        services.add_versions(article, services.read_upload(packed(*pages), "site.warc.gz", "file"))
    assert refused.value.field == "file"
    assert count_rows(database_url) == before


def test_the_text_of_the_version_before_makes_no_second_one(services: Services, article: int) -> None:
    (first,) = [version.id for version in services.article(article).versions]
    assert services.add_versions(article, Paste(NOON)) == [first]
    services.add_versions(article, Paste(NINE), hours_ago(3))
    assert len(services.add_versions(article, Paste(NINE), hours_ago(2))) == 1
    assert texts(services, article) == [NOON, NINE]


@pytest.mark.parametrize(
    ("moment", "complaint"),
    [
        (datetime(2026, 11, 2, 9, 14), "needs a time zone"),
        (datetime.now(UTC) + timedelta(days=1), "still to come"),
        (datetime(1026, 11, 2, 9, 14, tzinfo=UTC), "before 1990"),
    ],
)
def test_a_time_at_which_nothing_was_captured_is_refused(
    services: Services, article: int, moment: datetime, complaint: str
) -> None:
    with pytest.raises(InvalidInput, match=complaint) as refused:
        services.add_versions(article, Paste(NINE), moment)
    assert refused.value.field == "captured_at"


def test_a_version_that_cannot_be_stored_leaves_nothing_behind(
    services: Services, article: int, database_url: str
) -> None:
    before = count_rows(database_url)
    with pytest.raises(TooLarge):
        services.add_versions(article, Paste("word " * 4_000))
    with pytest.raises(InvalidInput, match="is empty"):
        services.add_versions(article, Paste(""))
    with pytest.raises(NotFound):
        services.add_versions(999_999, Paste(NINE))
    assert count_rows(database_url) == before
