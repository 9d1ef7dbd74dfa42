"""`/api/v1/articles/<id>/versions` and `/captures`: versions are given as texts and files, and fetched again."""

from base64 import b64encode
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.api.test_api import API, assert_problem, post
from tests.fetching.sites import Site, answer, site
from webapp.app import create_app
from webapp.settings import load_settings

NINE = "<!doctype html><title>Mayor</title><p>The mayor of Lyon said no on Monday. Nobody else came to the meeting."
MOMENT = "2026-11-02T09:14:00Z"


@pytest.fixture(scope="module")
def pages() -> dict[str, bytes]:
    return {"/nine": answer(NINE)}


@pytest.fixture(scope="module")
def news(pages: dict[str, bytes]) -> Iterator[Site]:
    with site(pages) as served:
        yield served


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, news: Site) -> Iterator[Flask]:
    listed = (f"127.0.0.1:{news.port}",)
    app = create_app(load_settings(data_dir=tmp_path_factory.mktemp("data"), imports_per_minute=0, fetch_hosts=listed))
    yield app
    app.extensions["stet.database"].close()


def article_of(client: FlaskClient, given: dict[str, str]) -> int:
    return int(post(client, "/articles", given).json["article"]["id"])


def test_a_version_stands_by_the_time_of_its_capture(client: FlaskClient) -> None:
    article = article_of(client, {"text": "The mayor said no."})
    made = post(client, f"/articles/{article}/versions", {"text": "The mayor said maybe.", "captured_at": MOMENT})
    assert (made.status_code, made.json["captured_at"], made.json["number"]) == (201, MOMENT, 2)
    known = client.get(f"{API}/articles/{article}").json
    assert [version["number"] for version in known["versions"]] == [1, 2]
    assert known["article"]["version_number"] == 1
    assert known["last_capture"] is None


def test_a_file_is_given_in_base64(client: FlaskClient) -> None:
    article = article_of(client, {"text": "The mayor said nothing."})
    given = {"file": b64encode(NINE.encode()).decode(), "name": "nine.html"}
    made = post(client, f"/articles/{article}/versions", given)
    assert (made.status_code, made.json["origin"], made.json["capture"]["file"]) == (201, "upload", "nine.html")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "A.", "captured_at": "2026-11-02T09:14"}, "captured_at"),
        ({"text": "A.", "captured_at": "9999-11-02T09:14:00Z"}, "captured_at"),
        ({"file": "no base 64!"}, "file"),
        ({"file": b64encode(b"\x89PNG\r\n\x1a\n").decode()}, "file"),
        ({"file": "QQ==", "text": "A."}, "text"),
        ({}, "text"),
    ],
)
def test_a_version_that_cannot_be_kept_is_refused_with_its_field(
    client: FlaskClient, given: dict[str, str], field: str
) -> None:
    article = article_of(client, {"text": "The mayor said no."})
    refused = post(client, f"/articles/{article}/versions", given)
    assert (refused.status_code, refused.json["field"]) == (422, field)
    assert_problem(post(client, "/articles/999999/versions", {"text": "A."}), 404)


def test_an_address_is_captured_again(client: FlaskClient, news: Site, pages: dict[str, bytes]) -> None:
    article = article_of(client, {"address": f"http://127.0.0.1:{news.port}/nine"})
    path = f"/articles/{article}/captures"
    assert post(client, path, {}).json["outcome"] == "unchanged"
    pages["/nine"] = answer(NINE.replace("Monday", "Friday"))
    changed = post(client, path, {}).json
    assert (changed["outcome"], changed["said"]) == ("changed", "1 number changed")
    pages["/nine"] = answer(status="500 x")
    failed = post(client, path, {})
    assert (failed.status_code, failed.json["outcome"]) == (200, "failed")
    assert failed.json["version_id"] == failed.json["before_id"] == changed["version_id"]
    last = client.get(f"{API}/articles/{article}").json["last_capture"]
    assert (last["outcome"], last["failures"], last["said"]) == ("failed", 1, failed.json["said"])


def test_what_was_not_fetched_is_not_captured_again(client: FlaskClient) -> None:
    article = article_of(client, {"text": "The mayor said no."})
    assert_problem(post(client, f"/articles/{article}/captures", {}), 422)
    assert_problem(post(client, "/articles/999999/captures", {}), 404)
