"""Comparisons asked again: the same page without comparing or drawing, but for the token of each session."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.datastructures import Headers

from tests.web.conftest import FRAGMENT, Pair
from tests.web.html import value_of
from webapp.engine.options import Options
from webapp.services import Paste, Services
from webapp.web.permalinks.cache import CachedAnswer
from webapp.web.shell.page_cache import PAGE_BYTES, CachedPage, PageCache

CHOICES = ("", "&view=side", "&lens=facts", "&show=number", "&ignore=case", "&open=3", "&mend=2")


@pytest.fixture
def address(pair: Pair) -> str:
    return f"/compare?old={pair.old}&new={pair.new}"


@pytest.fixture
def empty(app: Flask) -> Iterator[PageCache]:
    """A cache of the application that holds nothing yet."""
    before, app.extensions["stet.pages"] = app.extensions["stet.pages"], PageCache()
    yield app.extensions["stet.pages"]
    app.extensions["stet.pages"] = before


def without_token(page: str) -> str:
    return page.replace(value_of(page, "csrf_token"), "")


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_a_kept_page_is_the_drawn_one_but_for_its_token(
    empty: PageCache, client: FlaskClient, address: str, choice: str, headers: dict[str, str]
) -> None:
    drawn, kept = (client.get(address + choice, headers=headers) for _ in range(2))
    assert without_token(kept.text) == without_token(drawn.text)
    first, again = (dict(answer.headers) for answer in (drawn, kept))
    first.pop("Set-Cookie", None)  # a new session begins with the first answer
    assert again == first


@pytest.mark.parametrize("choice", CHOICES)
def test_a_page_asked_again_reads_no_text_and_asks_one_query(
    client: FlaskClient, address: str, choice: str, queries: list[str]
) -> None:
    client.get(address + choice)
    queries.clear()
    assert client.get(address + choice).status_code == 200
    assert len([query for query in queries if query.startswith("SELECT")]) == 1
    assert not any("body" in query for query in queries)


def test_each_session_gets_its_own_token_and_no_page_shows_the_mark(app: Flask, address: str, pair: Pair) -> None:
    readers = [app.test_client() for _ in range(2)]
    pages = [reader.get(address).text for reader in readers]
    mine, other = (value_of(page, "csrf_token") for page in pages)
    assert mine != other
    assert not any(app.extensions["stet.pages"].mark in page for page in pages)
    form = {"old": pair.old, "new": pair.new}
    assert readers[0].post("/comparisons", data={**form, "csrf_token": other}).status_code == 403
    assert readers[0].post("/comparisons", data={**form, "csrf_token": mine}).status_code == 303


def test_a_title_outlet_or_date_that_has_changed_is_shown_at_once(
    app: Flask, client: FlaskClient, address: str, pair: Pair
) -> None:
    writers = app.extensions["stet.database"]._writers
    where = "WHERE id = (SELECT article_id FROM version WHERE id = :id)"
    for column, value in (("title", "Retitled"), ("outlet", "Resold"), ("published", "1999-12-31")):
        client.get(address)
        with writers.begin() as connection:
            before = connection.scalar(text(f"SELECT {column} FROM article {where}"), {"id": pair.new})
            connection.execute(text(f"UPDATE article SET {column} = :value {where}"), {"id": pair.new, "value": value})
        assert value in client.get(address).text
        with writers.begin() as connection:
            connection.execute(text(f"UPDATE article SET {column} = :value {where}"), {"id": pair.new, "value": before})
        assert value not in client.get(address).text


def test_a_version_that_is_gone_is_not_shown_from_what_was_kept(
    app: Flask, client: FlaskClient, services: Services
) -> None:
    old, new = services.choose([Paste("The mayor said no."), Paste("The mayor said yes.")])
    public_id = services.freeze(old, new, Options())
    assert client.get(f"/compare?old={old}&new={new}").status_code == 404
    client.get(f"/c/{public_id}/again")
    assert client.get(f"/compare?old={old}&new={new}").status_code == 200
    services.withdraw(public_id)
    assert client.get(f"/compare?old={old}&new={new}").status_code == 404


def test_a_parameter_that_means_nothing_makes_no_second_page(
    empty: PageCache, client: FlaskClient, address: str
) -> None:
    client.get(address)
    size = empty._pages._bytes
    client.get(f"{address}&utm_source=newsletter")
    assert empty._pages._bytes == size > PAGE_BYTES


def test_pages_take_no_more_than_their_room(app: Flask, client: FlaskClient, address: str, empty: PageCache) -> None:
    client.get(address)
    one = empty._pages._bytes
    small = app.extensions["stet.pages"] = PageCache(max_bytes=2 * one)
    for choice in CHOICES:
        client.get(address + choice)
        assert small._pages._bytes <= 2 * one


def test_what_is_done_to_one_answer_is_not_done_to_the_next(app: Flask) -> None:
    with app.test_request_context():
        for kept in (CachedAnswer(b"", Headers()), CachedPage(b"", b"", 200, Headers())):
            kept.response().headers["Set-Cookie"] = "stet=mine"
            assert "Set-Cookie" not in kept.response().headers


def test_the_desk_shows_a_new_article_at_once_and_each_session_its_own_token(app: Flask, services: Services) -> None:
    one, other = app.test_client(), app.test_client()
    before = [reader.get("/").text for reader in (one, other)]
    assert without_token(before[0]) == without_token(before[1])
    assert value_of(before[0], "csrf_token") != value_of(before[1], "csrf_token")
    services.add_article(Paste("The mayor said maybe.", title="Just added"))
    assert "Just added" not in before[0]
    assert "Just added" in one.get("/").text


def test_a_text_that_was_sent_is_never_kept(client: FlaskClient, empty: PageCache) -> None:
    token = value_of(client.get("/").text, "csrf_token")
    size = empty._pages._bytes
    sent = client.post("/", data={"csrf_token": token, "old_text": "Not public yet.", "do": "swap"})
    refused = client.post("/", data={"csrf_token": token, "old_text": "Not public yet.", "do": "compare"})
    assert (sent.status_code, refused.status_code) == (200, 422)
    assert "Not public yet." in sent.text
    assert empty._pages._bytes == size
