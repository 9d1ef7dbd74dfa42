"""A failure has three faces - page, fragment, JSON - and none shows what is behind it."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.conftest import FRAGMENT
from tests.web.html import elements, roots, value_of
from webapp.app import create_app
from webapp.settings import load_settings

SECRET = "zanzibar"


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[FlaskClient]:
    """A client of an application whose database lost its texts after the start."""
    app = create_app(load_settings(data_dir=tmp_path))
    with closing(sqlite3.connect(tmp_path / "stet.sqlite3")) as database:
        database.execute("DROP TABLE text")
    yield app.test_client()
    app.extensions["stet.database"].close()


def test_a_page_says_what_is_wrong_and_where_to_go(client: FlaskClient) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert elements(answer.text, "h1")[0].text == "Not found"
    assert elements(answer.text, "a", href="/articles")


def test_a_fragment_says_the_same_in_its_own_place(client: FlaskClient) -> None:
    answer = client.get("/nowhere", headers=FRAGMENT | {"HX-Target": "section#result"})
    assert [root.attributes["id"] for root in roots(answer.text)] == ["error"]
    assert answer.headers["HX-Retarget"] == "#error"
    assert answer.headers["HX-Push-Url"] == "false"


def test_every_page_has_a_place_for_a_failure(client: FlaskClient, link: str) -> None:
    for address in ("/", "/articles", "/articles/1", "/compare?old=1&new=2", link, "/nowhere"):
        assert len(elements(client.get(address).text, id="error")) == 1


def test_a_failure_in_json_has_one_shape(client: FlaskClient) -> None:
    """RFC 9457, at a link's own address as in the API."""
    answers = [client.get(address) for address in ("/c/unknown.json", "/api/v1/permalinks/unknown")]
    assert [(answer.status_code, answer.mimetype) for answer in answers] == [(404, "application/problem+json")] * 2
    assert answers[0].data == answers[1].data
    assert answers[0].get_json()["code"] == "not_found"


def test_a_wrong_method_says_which_ones_are_right(client: FlaskClient) -> None:
    answer = client.put("/compare")
    assert answer.status_code == 405
    assert {"GET", "HEAD"} <= set(answer.headers["Allow"].split(", "))


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_a_fault_of_ours_shows_and_logs_no_text_of_an_article(
    broken: FlaskClient, headers: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    form = {"text": f"The {SECRET} papers"}
    form["csrf_token"] = value_of(broken.post("/articles", data=form).text, "csrf_token")
    with caplog.at_level(logging.DEBUG):
        answer = broken.post("/articles", data=form, headers=headers)
    assert "Traceback" in caplog.text
    assert SECRET not in caplog.text
    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert elements(answer.text, "section", id="error")
    assert SECRET not in answer.text


def test_readiness_tells_when_the_database_does_not_answer(broken: FlaskClient) -> None:
    assert broken.get("/readyz").status_code == 503
    assert broken.get("/healthz").status_code == 200


@pytest.mark.parametrize("path", ["/", "/nowhere", "/api/v1/articles"])
def test_a_host_that_is_too_long_to_be_one_is_a_bad_request(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers={"Host": "x" * 5000})
    assert answer.status_code == 400
    assert "xxxxx" not in answer.text


@pytest.mark.parametrize("host", ["a b", "<script>", 'localhost"onload=x', "localhost:port", "é.example", ""])
def test_no_link_is_made_of_a_host_that_cannot_be(client: FlaskClient, app: Flask, link: str, host: str) -> None:
    """A link would be broken, and its code would be copied into other pages."""
    api = f"/api/v1/permalinks/{link.removeprefix('/c/')}"
    for address in (link, f"{link}/embed", api):
        answer = client.get(address, headers={"Host": host})
        assert answer.status_code == 400
        assert "STET_PUBLIC_URL" in answer.text
    assert client.get("/healthz", headers={"Host": host}).status_code == 200
