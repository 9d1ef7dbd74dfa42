"""Watches: begun, ended, due, postponed; and captures that are done twice, or by a program that is gone."""

from datetime import timedelta

import pytest

from tests.services.watching.newsroom import Newsroom
from tests.services.watching.rounds import Clock
from webapp.errors import HostRests, InvalidInput, NotFound
from webapp.services import Paste, Services
from webapp.services.watching.workers import MISSED
from webapp.storage.database import Database


def test_a_watched_article_is_due_at_once_and_then_after_its_time(
    services: Services, article: int, clock: Clock
) -> None:
    services.watch(article, 30)
    (due,) = services.due(10)
    assert (due.article_id, due.moment, due.host) == (article, clock.now, "one.example")
    services.capture_due(article, due.moment)
    assert services.due(10) == []
    clock.now += timedelta(minutes=30)
    assert [each.article_id for each in services.due(10)] == [article]


def test_a_capture_that_is_done_again_asks_nobody(services: Services, article: int, newsroom: Newsroom) -> None:
    services.watch(article, 15)
    (due,) = services.due(10)
    assert services.capture_due(article, due.moment) is not None
    asked = len(newsroom.asked)
    assert services.capture_due(article, due.moment) is None
    assert len(newsroom.asked) == asked


def test_failures_put_the_next_capture_off_and_three_are_said(
    services: Services, article: int, newsroom: Newsroom, clock: Clock
) -> None:
    services.watch(article, 15)
    newsroom.stories["/story0"].event = "404"
    for minutes in (15, 30, 60):
        (due,) = services.due(10)
        services.capture_due(article, due.moment)
        clock.now += timedelta(minutes=minutes)
    last = services.article(article).last_capture
    assert last is not None
    assert (last.outcome, last.failures) == ("failed", 3)


def test_a_host_that_wants_to_be_left_alone_is_and_so_are_its_other_stories(
    services: Services, article: int, newsroom: Newsroom, clock: Clock
) -> None:
    services.watch(article, 15)
    newsroom.stories["/story0"].event = "429"
    (due,) = services.due(10)
    services.capture_due(article, due.moment)
    with pytest.raises(HostRests) as rests:
        services.capture_politely(article)
    assert rests.value.free_at == clock.now + timedelta(seconds=5_400)
    clock.now = rests.value.free_at
    assert [each.article_id for each in services.due(10)] == [article]
    services.capture_politely(article)


def test_after_a_failure_the_page_is_asked_for_whole(services: Services, article: int, newsroom: Newsroom) -> None:
    """Else "not modified" would be said of the consent page, and be taken for the story."""
    services.watch(article, 15)
    newsroom.stories["/story0"].event = "consent"
    services.capture_politely(article)
    newsroom.stories["/story0"].event = "nothing"
    assert services.capture_politely(article).outcome == "unchanged"
    assert [request.is_conditional for request in newsroom.asked if request.path == "/story0"] == [
        False,
        True,
        False,
    ]


def test_the_turn_of_a_program_of_this_machine_that_is_gone_is_taken_over(
    services: Services, database: Database, article: int, clock: Clock
) -> None:
    gone = services.worker.rpartition("/")[0].rpartition("/")[0] + "/999999999/x"
    with database.write() as store:
        store.hosts.take("one.example", gone, clock.now, clock.now + timedelta(minutes=2))
    assert services.capture_politely(article).outcome == "unchanged"


def test_the_turn_of_a_program_elsewhere_is_waited_for(
    services: Services, database: Database, article: int, clock: Clock
) -> None:
    services.watch(article, 15)
    until = clock.now + timedelta(minutes=2)
    with database.write() as store:
        store.hosts.take("one.example", "elsewhere/1/x", clock.now, until)
    (due,) = services.due(10)
    assert services.capture_due(article, due.moment) is None
    assert services.due(10) == []
    clock.now = until
    assert [each.article_id for each in services.due(10)] == [article]


def test_workers_learn_of_those_that_are_gone(services: Services, clock: Clock) -> None:
    assert services.join_workers("elsewhere/1/x") == []
    assert services.join_workers("there/2/y") == []
    clock.now += MISSED + timedelta(seconds=1)
    assert services.join_workers("there/2/y") == ["elsewhere/1/x"]
    services.forget_worker("elsewhere/1/x")
    assert services.join_workers("there/2/y") == []


@pytest.mark.parametrize("minutes", [0, 14, 1441])
def test_a_time_that_is_no_watching_is_refused(services: Services, article: int, minutes: int) -> None:
    with pytest.raises(InvalidInput, match="every 15 minutes to every 24 hours"):
        services.watch(article, minutes)


def test_what_was_not_fetched_cannot_be_watched(services: Services) -> None:
    with pytest.raises(InvalidInput, match="none can be watched"):
        services.watch(services.add_article(Paste("The mayor said no.")), 15)
    with pytest.raises(NotFound):
        services.watch(999, 15)


def test_a_watch_ends_with_its_article_or_before(services: Services, article: int) -> None:
    services.watch(article, 15)
    services.unwatch(article)
    assert (services.watched(10), services.due(10)) == ([], [])
    services.watch(article, 15)
    assert [each.article.id for each in services.watched(10)] == [article]
    services.delete_article(article)
    assert (services.watched(10), services.due(10)) == ([], [])


def test_the_host_that_a_redirect_leads_to_is_asked_in_turn_too(
    services: Services, database: Database, article: int, newsroom: Newsroom, clock: Clock
) -> None:
    newsroom.stories["/story0"].event = "redirect"
    newsroom.elsewhere = "two.example"
    with database.write() as store:
        store.hosts.take("two.example", "elsewhere/1/x", clock.now, clock.now + timedelta(minutes=2))
    with pytest.raises(HostRests, match="two.example"):
        services.capture_politely(article)
    clock.now += timedelta(minutes=2)
    assert services.capture_politely(article).outcome == "unchanged"
    assert newsroom.asked[-1].host == "two.example"
