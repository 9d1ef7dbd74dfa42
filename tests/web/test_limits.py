"""What one address may have done in a minute and at once, through page, fragment and interface for programs alike."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse

from tests.databases import count_rows
from tests.importers.word_files import paragraph, word_file
from tests.web.conftest import FRAGMENT
from tests.web.forms import send
from tests.web.html import elements, value_of
from webapp.app import create_app
from webapp.services import Turns
from webapp.settings import load_settings

LIMIT = 30
MINUTE = "60"
numbers = count()

PROXY_HEADERS = {
    "X-Forwarded-For": "192.0.2.9",
    "X-Real-IP": "192.0.2.9",
    "Forwarded": "for=192.0.2.9;host=evil.example;proto=https",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Port": "8443",
    "X-Forwarded-Prefix": "/evil",
    "X-Script-Name": "/evil",
    "Remote-User": "editor",
    "X-Remote-User": "editor",
}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """An application with the limits that a server has, on a clock that stands still."""
    app = create_app(load_settings(data_dir=tmp_path), clock=lambda: 0.0)
    yield app
    app.extensions["stet.database"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def ids(app: Flask) -> tuple[int, int]:
    """Two articles that are there."""
    services = app.extensions["stet.services"]
    return tuple(card.version_id for card in services.search_articles("")) or (  # type: ignore[return-value]
        add(app.test_client()),
        add(app.test_client()),
    )


def add(client: FlaskClient, address: str = "192.0.2.1") -> int:
    answer = import_text(client, address)
    assert answer.json is not None
    return int(answer.json["article"]["version_id"])


def import_text(client: FlaskClient, address: str = "127.0.0.1", **headers: str) -> TestResponse:
    """Add a text that was not there before."""
    text = f"Text number {next(numbers)}."
    return client.post("/api/v1/articles", json={"text": text}, environ_base={"REMOTE_ADDR": address}, headers=headers)


def stored(app: Flask) -> dict[str, int]:
    return count_rows(app.extensions["stet.settings"].resolved_database_url)


def spend(client: FlaskClient, address: str = "127.0.0.1") -> None:
    """Import what an address may import in a minute."""
    assert {import_text(client, address).status_code for _ in range(LIMIT)} == {201}


def assert_too_many(answer: TestResponse) -> None:
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, MINUTE)
    assert "At most 30 new texts a minute" in answer.text
    assert "Try again in 60 seconds" in answer.text


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_the_31st_import_in_a_minute_is_refused_and_the_form_kept(
    app: Flask, client: FlaskClient, headers: dict[str, str]
) -> None:
    """BAD_INPUT 48."""
    spend(client)
    before = stored(app)
    filled = {"text": "The 31st <b>text</b>\nand more", "title": "A title", "outlet": "An outlet"}
    answer = send(client, "/articles", headers, **filled)
    assert_too_many(answer)
    assert {name: value_of(answer.text, name) for name in filled} == filled
    assert elements(answer.text, "form", action="/articles", method="post")
    assert ("<html" in answer.text) == (not headers)
    assert stored(app) == before


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_the_desk_counts_what_is_pasted_and_keeps_both_texts(
    app: Flask, client: FlaskClient, headers: dict[str, str]
) -> None:
    """BAD_INPUT 48: two texts are two imports, and neither is stored where there is room for one."""
    for _ in range(LIMIT - 1):
        import_text(client)
    before = stored(app)
    filled = {"old": "pasted", "old_text": "One.", "new": "pasted", "new_text": "Two.", "do": "compare"}
    answer = send(client, "/", headers, **filled)
    assert_too_many(answer)
    assert {name: value_of(answer.text, name) for name in filled} == filled
    assert stored(app) == before


@pytest.mark.parametrize("path", ["articles", "articles/1/versions", "permalinks"])
def test_a_program_is_told_in_its_own_form(app: Flask, client: FlaskClient, path: str) -> None:
    """BAD_INPUT 48."""
    spend(client)
    before = stored(app)
    bodies = {"permalinks": {"old": 1, "new": {"text": "Another text."}}}
    answer = client.post(f"/api/v1/{path}", json=bodies.get(path, {"text": "Another text."}))
    assert_too_many(answer)
    assert answer.mimetype == "application/problem+json"
    assert answer.json is not None
    assert answer.json["code"] == "too_many"
    assert stored(app) == before


def test_another_address_has_its_own_limit(client: FlaskClient) -> None:
    spend(client)
    assert import_text(client, "127.0.0.2").status_code == 201


def test_to_pick_and_to_read_is_no_import(client: FlaskClient, ids: tuple[int, int]) -> None:
    spend(client)
    old, new = ids
    answer = send(client, "/", old=old, new=new, do="compare")
    assert (answer.status_code, client.get(answer.location).status_code) == (303, 200)
    assert client.get("/articles").status_code == 200


def test_what_a_header_says_of_an_address_is_not_believed(client: FlaskClient) -> None:
    """BAD_INPUT 41: nobody gets another share by a header."""
    spend(client)
    for number in range(3):
        answer = import_text(client, **PROXY_HEADERS | {"X-Forwarded-For": f"192.0.2.{number}"})
        assert answer.status_code == 429


def test_what_a_proxy_would_say_changes_no_page(client: FlaskClient, ids: tuple[int, int]) -> None:
    """BAD_INPUT 41."""
    made = client.post("/api/v1/permalinks", json={"old": ids[0], "new": ids[1]}).json
    assert made is not None
    for address in ("/articles", "/api/v1/articles", f"/c/{made['id']}", f"/c/{made['id']}/embed", "/readyz"):
        assert client.get(address, headers=PROXY_HEADERS).data == client.get(address).data
    moved = client.get("/api/v1", headers=PROXY_HEADERS)
    assert moved.headers["Location"] == "/api/v1/"


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_comparisons_have_a_limit_of_their_own_and_only_what_is_computed_counts(
    tmp_path: Path, headers: dict[str, str]
) -> None:
    app = create_app(load_settings(data_dir=tmp_path, comparisons_per_minute=2), clock=lambda: 0.0)
    client = app.test_client()
    for _ in range(3):
        add(client)
    for _ in range(5):
        assert client.get("/compare?old=1&new=2", headers=headers).status_code == 200
    assert client.get("/compare?old=2&new=1", headers=headers).status_code == 200
    refused = client.get("/compare?old=1&new=3", headers=headers)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, MINUTE)
    assert "At most 2 comparisons a minute" in refused.text
    assert client.get("/compare?old=1&new=2", headers=headers).status_code == 200
    told = client.post("/api/v1/comparisons", json={"old": {"text": "One."}, "new": {"text": "Two."}})
    assert (told.status_code, told.mimetype) == (429, "application/problem+json")
    app.extensions["stet.database"].close()


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Flask]:
    """An application in which nobody may wait for a comparison, with two articles, their comparison and its link."""
    app = create_app(load_settings(data_dir=tmp_path, comparisons_waiting=0))
    for _ in range(3):
        add(app.test_client())
    app.test_client().get("/compare?old=1&new=2")
    yield app
    app.extensions["stet.database"].close()


@contextmanager
def two_who_compare(app: Flask) -> Iterator[None]:
    """Hold every turn to compare that there is."""
    with all_held(app.extensions["stet.guard"].turns):
        yield


@contextmanager
def all_held(turns: Turns) -> Iterator[None]:
    with ExitStack() as stack:
        for client in ("one", "other"):
            stack.enter_context(turns.take(client))
        yield


def assert_busy(answer: TestResponse) -> None:
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "busy" in answer.text
    assert "Try again" in answer.text


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_a_comparison_past_what_is_made_at_once_is_told_to_come_again(full: Flask, headers: dict[str, str]) -> None:
    """BAD_INPUT 49: and the form is kept."""
    client, before = full.test_client(), stored(full)
    filled = {"old": "1", "new": "3", "title": "A title", "note": "Long\nnote", "expires": "week"}
    with two_who_compare(full):
        assert_busy(client.get("/compare?old=1&new=3", headers=headers))
        answer = send(client, "/comparisons", headers, **filled)
    assert_busy(answer)
    assert {name: value_of(answer.text, name) for name in filled} == filled
    assert stored(full) == before
    assert send(client, "/comparisons", headers, **filled).status_code == 303


@pytest.mark.parametrize("path", ["comparisons", "permalinks"])
def test_a_program_is_told_to_come_again_in_its_own_form(full: Flask, path: str) -> None:
    """BAD_INPUT 49."""
    with two_who_compare(full):
        answer = full.test_client().post(f"/api/v1/{path}", json={"old": 1, "new": 3})
    assert_busy(answer)
    assert answer.mimetype == "application/problem+json"


def test_what_is_computed_takes_a_turn_and_what_is_read_does_not(full: Flask) -> None:
    """BAD_INPUT 49: verifying compares again, a file takes as long as a comparison; a link and its JSON are read."""
    client = full.test_client()
    made = client.post("/api/v1/permalinks", json={"old": 1, "new": 2}).json
    assert made is not None
    link = f"/c/{made['id']}"
    with two_who_compare(full):
        for path in ("verify", ".docx", ".html", ".txt", ".csv", ".diff", ".tei.xml"):
            assert_busy(client.get(f"{link}/{path}".replace("/.", ".")))
        assert_busy(client.get(f"/api/v1/permalinks/{made['id']}/verification"))
        for path in ("", "/embed", ".json", "/card.png", "?change=c1", "/delete"):
            assert client.get(f"{link}{path}").status_code == 200
        assert client.get("/compare?old=1&new=2").status_code == 200


def test_files_that_are_read_and_comparisons_take_no_turns_from_one_another(full: Flask) -> None:
    """BAD_INPUT 29-33, 49: a hostile file takes its seconds from other files only."""
    client, word = full.test_client(), word_file(paragraph("The mayor said no."))
    with all_held(full.extensions["stet.guard"].files):
        assert client.get("/compare?old=1&new=3").status_code == 200
    with two_who_compare(full):
        assert "4 words" in send(client, "/articles/files", files=FileStorage(BytesIO(word), "a.docx")).text
