"""Answers about links: kept as they were sent, and never longer than they are true."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.test import TestResponse

from tests.web.conftest import FRAGMENT, Pair
from tests.web.forms import send
from webapp.services import Services

ENDS = ("", "?view=side", ".json", ".html", ".docx", ".csv", "/embed", "/card.png")


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("encoding", ["", "gzip", "br, gzip"])
def test_a_kept_answer_is_the_one_that_was_drawn(client: FlaskClient, link: str, end: str, encoding: str) -> None:
    first, second = (client.get(link + end, headers={"Accept-Encoding": encoding}) for _ in range(2))
    assert first.status_code == 200
    assert second.data == first.data
    assert _without_date(second) == _without_date(first)


def _without_date(response: TestResponse) -> dict[str, str]:
    """Return the headers without the moment of sending, which may be in the next second."""
    return {name: value for name, value in response.headers.items() if name != "Date"}


@pytest.mark.parametrize("end", ENDS)
def test_a_kept_answer_asks_the_database_once_and_draws_nothing(
    client: FlaskClient, link: str, end: str, queries: list[str]
) -> None:
    client.get(link + end)
    queries.clear()
    assert client.get(link + end).status_code == 200
    assert sum("comparison" in query for query in queries) == 1
    assert not any("result," in query or "body" in query for query in queries)


@pytest.mark.parametrize("end", ENDS)
def test_who_has_the_answer_already_is_told_so_without_it(client: FlaskClient, link: str, end: str) -> None:
    tag = client.get(link + end).headers["ETag"]
    again = client.get(link + end, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert client.get(link + end, headers={"If-None-Match": '"another"'}).status_code == 200


def test_each_encoding_kind_and_address_has_an_answer_of_its_own(client: FlaskClient, link: str) -> None:
    plain = client.get(link)
    packed = client.get(link, headers={"Accept-Encoding": "gzip"})
    fragment = client.get(link, headers=FRAGMENT)
    elsewhere = client.get(link, headers={**FRAGMENT, "HX-Target": "div#result"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert len({plain.data, packed.data, fragment.data, client.get(f"{link}?view=side").data}) == 4
    assert fragment.headers["HX-Retarget"] == "#result"
    assert "HX-Retarget" not in elsewhere.headers


def test_a_link_that_was_deleted_is_not_answered_from_what_was_kept(
    client: FlaskClient, link: str, services: Services
) -> None:
    tag = client.get(link).headers["ETag"]
    services.withdraw(link.removeprefix("/c/"))
    assert client.get(link).status_code == 404
    assert client.get(link, headers={"If-None-Match": tag}).status_code == 404


def test_a_title_that_has_changed_since_is_shown_at_once(
    app: Flask, client: FlaskClient, link: str, pair: Pair
) -> None:
    assert "Retitled" not in client.get(link).text
    with app.extensions["stet.database"]._writers.begin() as connection:
        statement = "UPDATE article SET title = {} WHERE id = (SELECT article_id FROM version WHERE id = {})"
        title = connection.scalar(text("SELECT title FROM article WHERE id = 1"))
        connection.execute(text(statement.format("'Retitled'", pair.old)))
    assert "Retitled" in client.get(link).text
    with app.extensions["stet.database"]._writers.begin() as connection:
        connection.execute(text(statement.format(":title", pair.old)), {"title": title})


def test_the_page_that_shows_a_delete_key_is_never_kept(app: Flask, pair: Pair) -> None:
    maker, stranger = app.test_client(), app.test_client()
    made = send(maker, "/comparisons", old=pair.old, new=pair.new)
    link = made.headers["Location"]
    seen = [stranger.get(link), maker.get(link), maker.get(link), stranger.get(link)]
    assert seen[1].text != seen[0].text
    assert seen[1].headers["Cache-Control"] == "no-store"
    assert seen[0].text == seen[2].text == seen[3].text
