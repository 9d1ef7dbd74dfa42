"""What every address must say and refuse, whoever asks."""

import sqlite3
from contextlib import closing

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.web.conftest import FRAGMENT, Pair
from tests.web.forms import send, token
from tests.web.html import elements, value_of

OTHER_SITES = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.example"},
    {"Origin": "http://localhost:8080"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
]
OUR_SITE = [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "http://localhost"}]


STYLES = {"name": "compare"}


def every_rule(app: Flask) -> list[Rule]:
    return list(app.url_map.iter_rules())


def every_address(app: Flask, link: str, method: str) -> list[str]:
    """Return an address for each rule of the application that takes the method."""
    values = {
        "article_id": 1,
        "version_id": 1,
        "public_id": link.removeprefix("/c/"),
        "side": "old",
        "ending": "txt",
        "kind": "atom",
        "slug": "samples",
        "filename": "css/base.css",
    }
    with app.test_request_context():
        adapter = app.create_url_adapter(None) or app.url_map.bind("localhost")
        return [
            adapter.build(rule.endpoint, {name: (values | STYLES)[name] for name in rule.arguments}, method=method)
            for rule in every_rule(app)
            if method in (rule.methods or ())
        ]


def look(client: FlaskClient, address: str, method: str = "GET", headers: dict[str, str] | None = None) -> TestResponse:
    """Ask, and read the answer to its end: a static file stays open until then."""
    return client.open(address, method=method, headers=headers, buffered=True)


def dump(app: Flask) -> str:
    """Return everything that is stored."""
    with closing(sqlite3.connect(app.extensions["stet.settings"].data_dir / "stet.sqlite3")) as database:
        return "\n".join(database.iterdump())


def directives(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (part.split() for part in policy.split(";"))}


def test_the_walk_meets_every_rule(app: Flask, link: str) -> None:
    assert len(every_address(app, link, "GET") + every_address(app, link, "POST")) == len(every_rule(app))


def test_every_answer_says_what_a_browser_must_refuse(app: Flask, client: FlaskClient, link: str) -> None:
    answers = [look(client, address) for address in (*every_address(app, link, "GET"), "/nowhere", "/articles/0")]
    answers += [client.post(address) for address in every_address(app, link, "POST")]
    for answer in answers:
        policy = directives(answer.headers["Content-Security-Policy"])
        assert policy["default-src"] == policy["base-uri"] == ["'none'"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in answer.headers["Permissions-Policy"]
        assert answer.headers["Referrer-Policy"] in {"same-origin", "no-referrer"}


def test_only_an_embed_may_stand_in_a_frame(app: Flask, client: FlaskClient, link: str) -> None:
    """BAD_INPUT 40, the headers; what a browser does with them is tried in a browser."""
    for address in every_address(app, link, "GET"):
        headers = look(client, address).headers
        ancestors = directives(headers["Content-Security-Policy"])["frame-ancestors"]
        is_embed = address.endswith("/embed")
        assert ancestors == (["'self'"] if is_embed else ["'none'"])
        assert headers.get("X-Frame-Options") == (None if is_embed else "DENY")


def test_a_browser_keeps_only_files_and_links_and_asks_again_each_time(
    app: Flask, client: FlaskClient, link: str
) -> None:
    changing = ("/again", "/delete", "/verify")
    for address in every_address(app, link, "GET"):
        kept = look(client, address).headers["Cache-Control"]
        kinds = {"/static/": "no-cache", "/api/": "private, no-cache", "/c/": "private, no-cache"}
        expected = next((kinds[start] for start in kinds if address.startswith(start)), "no-store")
        if "/changes." in address:
            expected = "private, no-cache"
        assert kept == ("no-store" if address.endswith(changing) else expected), address


def test_a_static_file_is_kept_only_under_the_sum_of_its_content(client: FlaskClient) -> None:
    sheets = [link.attributes["href"] for link in elements(client.get("/").text, "link", rel="stylesheet")]
    assert all("immutable" in look(client, sheet).headers["Cache-Control"] for sheet in sheets)
    assert look(client, "/static/css/base.css?v=old").headers["Cache-Control"] == "no-cache"
    assert client.get("/static/css/none.css").status_code == 404


def test_a_permalink_is_neither_indexed_nor_told_to_others(client: FlaskClient, link: str) -> None:
    for end in ("", ".json", "/embed"):
        headers = client.get(link + end).headers
        assert (headers["X-Robots-Tag"], headers["Referrer-Policy"]) == ("noindex", "no-referrer")


def test_a_cookie_is_for_us_alone_and_only_where_there_is_a_form(client: FlaskClient, link: str) -> None:
    cookie = client.get("/").headers["Set-Cookie"]
    assert cookie.startswith("stet=")
    assert {"HttpOnly", "SameSite=Lax"} <= set(cookie.split("; "))
    fresh = client.application.test_client()
    for address in ("/static/css/base.css", link, f"{link}/embed", f"{link}.json", "/healthz", "/nowhere"):
        assert "Set-Cookie" not in look(fresh, address).headers


def test_looking_changes_nothing(app: Flask, client: FlaskClient, link: str) -> None:
    """BAD_INPUT 39: every address, also with what a form would send and under a method that it does not take."""
    addresses = every_address(app, link, "GET") + every_address(app, link, "POST")
    before = dump(app)
    for address in addresses:
        for method in ("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"):
            for query in ("", "?do=compare&old_text=One&new_text=Two&text=Three&old=1&new=2"):
                assert look(client, address + query, method).status_code < 500
    assert dump(app) == before


@pytest.mark.parametrize("headers", OTHER_SITES, ids=str)
def test_a_form_from_another_site_is_refused_and_not_given_back(
    app: Flask, client: FlaskClient, pair: Pair, link: str, headers: dict[str, str]
) -> None:
    """BAD_INPUT 38: even with a right token, and with nothing of it in the answer."""
    before = dump(app)
    for address in every_address(app, link, "POST"):
        answer = send(client, address, headers, old=pair.old, new=pair.new, text="Planted.", old_text="Planted.")
        assert answer.status_code == 403
        assert "Planted" not in answer.text
        assert not elements(answer.text, "form")
    assert dump(app) == before


@pytest.mark.parametrize("headers", OUR_SITE, ids=str)
def test_a_form_from_our_own_site_is_taken(client: FlaskClient, pair: Pair, headers: dict[str, str]) -> None:
    assert send(client, "/comparisons", headers, old=pair.old, new=pair.new).status_code == 303


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_an_expired_form_keeps_its_text_and_can_be_sent_again(
    app: Flask, client: FlaskClient, headers: dict[str, str]
) -> None:
    """BAD_INPUT 38."""
    before = dump(app)
    filled = {"csrf_token": "old", "old": "pasted", "old_text": "One <b>line\n and more", "new_text": "Two.", "do": "x"}
    expired = client.post("/", data=filled, headers=headers)
    assert expired.status_code == 403
    assert dump(app) == before
    kept = {name: value_of(expired.text, name) for name in filled}
    assert kept.pop("csrf_token") != filled.pop("csrf_token")
    assert kept == filled
    (form,) = elements(expired.text, "form")
    assert (form.attributes["action"], form.attributes["method"]) == ("/", "post")
    again = client.post("/", data={**kept, "csrf_token": value_of(expired.text, "csrf_token")})
    assert again.status_code == 303


@pytest.mark.parametrize("kind", ["multipart/form-data", "application/x-www-form-urlencoded"])
def test_a_thousand_and_one_fields_are_too_many(app: Flask, client: FlaskClient, kind: str) -> None:
    """BAD_INPUT 26."""
    fields = {"csrf_token": token(client), **{f"field{number}": "x" for number in range(1000)}}
    before = dump(app)
    answer = client.post("/", data=fields, content_type=kind)
    assert answer.status_code == 413
    assert "1,000 fields" in elements(answer.text, "section", id="error")[0].text
    assert dump(app) == before


@pytest.mark.parametrize("kind", ["multipart/form-data", "application/x-www-form-urlencoded"])
def test_a_thousand_fields_are_read(client: FlaskClient, pair: Pair, kind: str) -> None:
    fields = {"csrf_token": token(client), "old": pair.old, "new": pair.new}
    fields |= {f"field{number}": "x" for number in range(997)}
    assert client.post("/", data=fields, content_type=kind).status_code == 303


def test_a_form_larger_than_any_that_could_be_given_back_is_refused_with_the_limit(client: FlaskClient) -> None:
    """BAD_INPUT 26."""
    answer = client.post("/", data=b"x" * 9_000_000, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413
    assert "8 MB" in elements(answer.text, "section", id="error")[0].text
