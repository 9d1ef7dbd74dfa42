"""What is compared without being kept is for its session and its links alone."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.conftest import Pair
from tests.web.forms import send
from tests.web.html import elements, value_of
from webapp.services import Services
from webapp.web.shell.held import MAX_HELD

TEXTS = {"old_text": "A draft that says no.", "new_text": "A draft that says yes."}


@pytest.fixture
def comparison(client: FlaskClient) -> str:
    """The address of a comparison of two texts that were not kept."""
    return send(client, "/", **TEXTS, do="compare").location


def share(client: FlaskClient, comparison: str) -> str:
    old, new = (part.partition("=")[2] for part in comparison.partition("?")[2].split("&"))
    return send(client, "/comparisons", old=old, new=new).location


def test_it_is_in_no_list(client: FlaskClient, comparison: str) -> None:
    api = client.get("/api/v1/articles?q=draft").text
    for page in (client.get("/articles?q=draft").text, client.get("/-/articles/old?old_query=draft").text, api):
        assert "A draft that says" not in page


def test_its_session_reads_it_and_nobody_else(app: Flask, client: FlaskClient, comparison: str) -> None:
    assert client.get(comparison).status_code == 200
    stranger = app.test_client()
    old = comparison.partition("old=")[2].partition("&")[0]
    for address in (comparison, f"/?old={old}&new=1&edit=1", f"/api/v1/versions/{old}", f"/versions/{old}/received"):
        answer = stranger.get(address)
        assert answer.status_code == 404
        assert "draft" not in answer.text
    assert "draft" not in stranger.get(f"/?old={old}").text


def test_what_is_ticked_is_kept(client: FlaskClient, services: Services) -> None:
    texts = {"old_text": "Ticked and kept, old.", "new_text": "Ticked and kept, new."}
    send(client, "/", **texts, keep_texts="on", do="compare")
    assert len(services.search_articles("ticked kept")) == 2


def test_what_was_ticked_is_shown_again(client: FlaskClient) -> None:
    boxes = ("keep_texts", "keep_pages")
    fresh = client.get("/").text
    assert ["checked" in elements(fresh, "input", name=box)[0].attributes for box in boxes] == [False, True]
    refused = send(client, "/", old_text="A text.", keep_texts="on", do="compare").text
    assert ["checked" in elements(refused, "input", name=box)[0].attributes for box in boxes] == [True, False]


def test_the_desk_says_what_happens_to_a_text(client: FlaskClient) -> None:
    (said,) = elements(client.get("/").text, "p", class_="note fate")
    assert "gone after 24 hours" in said.text


def test_whoever_has_its_link_reads_it_and_compares_it_again(app: Flask, client: FlaskClient, comparison: str) -> None:
    link = share(client, comparison)
    other = app.test_client()
    assert other.get(link).status_code == 200
    assert other.get(comparison).status_code == 404
    again = other.get(f"{link}/again?view=side")
    assert again.location == f"{comparison}&view=side"
    assert other.get(again.location).status_code == 200
    assert other.get(other.get(f"{link}/again?share=1").location).status_code == 200


def test_its_texts_can_be_edited_and_those_of_the_library_are_picked(
    client: FlaskClient, comparison: str, pair: Pair
) -> None:
    (edit,) = [link for link in elements(client.get(comparison).text, "a") if link.text == "Edit the texts"]
    page = client.get(edit.attributes["href"]).text
    assert {name: value_of(page, name) for name in TEXTS} == TEXTS
    mixed = client.get(f"/?old={pair.old}&{comparison.partition('&')[2]}&edit=1").text
    assert (value_of(mixed, "old_text"), value_of(mixed, "new_text")) == ("", TEXTS["new_text"])
    assert "Edit the texts" not in client.get(f"/compare?old={pair.old}&new={pair.new}").text


def test_a_session_holds_the_latest_and_its_cookie_stays_small(client: FlaskClient, comparison: str) -> None:
    with client.session_transaction() as session:
        session["held"] = [*range(10**9, 10**9 + MAX_HELD), *session["held"]][-MAX_HELD:]
    old, new = (send(client, "/", old_text="One more.", new_text="And more.", do="compare").location, comparison)
    assert [client.get(address).status_code for address in (old, new)] == [200, 200]
    assert len(client.get_cookie("stet").value) < 3_000
