"""`/api/v1`: the address of a page in place of a text. The site is a real server."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.api.test_api import API, assert_problem, post
from tests.fetching.sites import Site, answer, redirect, site
from tests.web.test_security import dump
from webapp.app import create_app
from webapp.settings import load_settings

NINE = "<!doctype html><title>Mayor</title><p>The mayor of Lyon said no on Monday. Nobody else came to the meeting."
TEXT = {"text": "The mayor of Lyon said yes on Monday. Nobody else came to the meeting."}


@pytest.fixture(scope="module")
def news() -> Iterator[Site]:
    pages = {"/nine": answer(NINE), "/moved": redirect("/nine"), "/gone": answer(status="404 x")}
    with site(pages | {"/picture": answer(kind="image/png")}) as served:
        yield served


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, news: Site) -> Iterator[Flask]:
    listed = (f"127.0.0.1:{news.port}",)
    app = create_app(load_settings(data_dir=tmp_path_factory.mktemp("data"), imports_per_minute=0, fetch_hosts=listed))
    yield app
    app.extensions["stet.database"].close()


@pytest.fixture
def base(news: Site) -> str:
    return f"http://127.0.0.1:{news.port}"


def test_an_address_is_compared_and_nothing_is_stored(app: Flask, client: FlaskClient, base: str) -> None:
    before = dump(app)
    compared = post(client, "/comparisons", {"old": {"address": f"{base}/nine"}, "new": TEXT})
    assert compared.status_code == 200
    assert compared.json["summary"]["words"]["deleted"] >= 1
    assert dump(app) == before


def test_an_address_is_kept_as_an_article_with_its_evidence(client: FlaskClient, base: str) -> None:
    made = post(client, "/articles", {"address": f"{base}/moved", "outlet": "The Gazette"})
    assert made.status_code == 201
    assert (made.json["article"]["title"], made.json["article"]["outlet"]) == ("Mayor", "The Gazette")
    assert made.json["article"]["origin"] == "url"
    version = client.get(f"{API}/versions/{made.json['versions'][0]['id']}").json
    assert (version["capture"]["asked"], version["capture"]["address"]) == (f"{base}/moved", f"{base}/nine")
    assert post(client, "/articles", {"address": f"{base}/nine"}).json["article"]["id"] == made.json["article"]["id"]


def test_an_address_is_frozen_with_a_link(client: FlaskClient, base: str) -> None:
    made = post(client, "/permalinks", {"old": {"address": f"{base}/nine"}, "new": TEXT})
    assert made.status_code == 201
    assert made.json["sources"]["old"]["address"] == f"{base}/nine"


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("http://localhost/", 403, "address_not_allowed"),
        ("http://169.254.169.254/", 403, "address_not_allowed"),
        ("file:///etc/passwd", 422, "invalid_input"),
        ("http://news.example/\r\nHost: x", 422, "invalid_input"),
        ("{base}/gone", 422, "invalid_input"),
        ("{base}/picture", 415, "wrong_kind"),
        ("not an address", 422, "invalid_input"),
    ],
)
def test_what_cannot_be_fetched_is_a_problem_of_its_field(
    app: Flask, client: FlaskClient, base: str, address: str, status: int, code: str
) -> None:
    """BAD_INPUT 1, 3, 6, 7, 15 and 16."""
    before, given = dump(app), {"address": address.format(base=base)}
    for path, body, field in (
        ("/articles", given, "address"),
        ("/comparisons", {"old": given, "new": TEXT}, "old.address"),
        ("/permalinks", {"old": TEXT, "new": given}, "new.address"),
    ):
        refused = post(client, path, body)
        assert_problem(refused, status)
        assert (refused.json["code"], refused.json["field"]) == (code, field)
    assert dump(app) == before


def test_a_text_and_an_address_at_once_are_refused(client: FlaskClient, base: str) -> None:
    assert_problem(post(client, "/articles", {"address": f"{base}/nine", "text": "A story."}), 422)
    assert_problem(post(client, "/articles", {"title": "Neither"}), 422)
