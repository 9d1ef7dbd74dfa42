"""What is wrong with a request is said of the field that is wrong, in words for whoever wrote the program."""

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.api.test_api import API, assert_problem, post
from tests.web.conftest import Pair
from tests.web.test_security import dump

GOOD = {"text": "He said yes."}
SIDES = {
    "an empty text": ({"text": ""}, "old.text"),
    "no text": ({"title": "Mine"}, "old.text"),
    "a text that is a number": ({"text": 7}, "old.text"),
    "a title that is a list": ({"text": "A", "title": []}, "old.title"),
    "a field that nobody knows": ({"text": "A", "colour": "red"}, "old.colour"),
    "a title over the limit": ({"text": "A", "title": "x" * 301}, "old.title"),
    "an outlet over the limit": ({"text": "A", "outlet": "x" * 301}, "old.outlet"),
    "an id of nobody": (0, "old"),
    "an id over the limit": (2**70, "old"),
    "true": (True, "old"),
    "a float": (1.5, "old"),
    "a string": ("1", "old"),
    "null": (None, "old"),
    "a list": ([1], "old"),
}
UNWRITABLE = {
    "NUL": "\\u0000",
    "half a character": "\\ud800",
    "the other half": "\\udfff",
    "bytes of no letter": "\xff",
}


def assert_field(answer: TestResponse, field: str | None, words: str = "") -> None:
    assert_problem(answer, 422, words)
    assert answer.json is not None
    assert answer.json["field"] == field
    assert answer.json["detail"].startswith(f"{field}: ")


@pytest.mark.parametrize("path", ["/comparisons", "/permalinks"])
@pytest.mark.parametrize(("old", "field"), SIDES.values(), ids=SIDES)
def test_a_side_that_cannot_be_used_is_named_to_the_last_field(
    client: FlaskClient, app: Flask, path: str, old: object, field: str
) -> None:
    """BAD_INPUT 44."""
    before = dump(app)
    assert_field(post(client, path, {"old": old, "new": GOOD}), field)
    assert dump(app) == before


def test_what_a_side_may_be_is_said(client: FlaskClient) -> None:
    for old in ("1", None, [1], 1.5):
        answer = post(client, "/comparisons", {"old": old, "new": GOOD})
        assert_field(answer, "old", "the id of a version, or an object with a text")


@pytest.mark.parametrize("unwritable", UNWRITABLE.values(), ids=UNWRITABLE)
@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/articles", '{"text": "A?B"}', "text"),
        ("/articles", '{"text": "A", "title": "A?B"}', "title"),
        ("/articles", '{"text": "A", "outlet": "A?B"}', "outlet"),
        ("/articles/1/versions", '{"text": "A?B"}', "text"),
        ("/permalinks", '{"old": {"text": "One."}, "new": {"text": "A?B"}}', "new.text"),
        ("/permalinks", '{"old": {"text": "One.", "title": "A?B"}, "new": {"text": "Two."}}', "old.title"),
        ("/permalinks", '{"old": {"text": "One."}, "new": {"text": "Two."}, "note": "A?B"}', "note"),
        ("/permalinks", '{"old": {"text": "One."}, "new": {"text": "Two."}, "title": "A?B"}', "title"),
        ("/permalinks", '{"old": {"text": "One."}, "new": {"text": "Two."}, "expires": "A?B"}', "expires"),
        ("/comparisons", '{"old": {"text": "A?B"}, "new": {"text": "Two."}}', "old.text"),
        ("/comparisons", '{"old": 1, "new": 2, "options": {"ignore": ["case", "A?B"]}}', "options.ignore.1"),
    ],
)
def test_what_cannot_be_written_down_is_named(
    client: FlaskClient, app: Flask, path: str, body: str, field: str, unwritable: str
) -> None:
    """BAD_INPUT 36."""
    before = dump(app)
    sent = body.replace("?", unwritable).encode("latin-1")
    assert_field(client.post(API + path, data=sent, content_type="application/json"), field)
    assert dump(app) == before


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-16", "windows-1252"])
def test_a_body_that_says_it_is_in_another_encoding_is_refused(client: FlaskClient, app: Flask, charset: str) -> None:
    """BAD_INPUT 36."""
    before = dump(app)
    for codec in (charset, "utf-8"):
        sent = json.dumps({"text": "Un café."}, ensure_ascii=False).encode(codec)
        answer = client.post(f"{API}/articles", data=sent, content_type=f"application/json; charset={charset}")
        assert_problem(answer, 422, "UTF-8")
    assert dump(app) == before


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-32", "utf-8-sig"])
def test_a_body_in_another_encoding_is_refused(client: FlaskClient, codec: str) -> None:
    """BAD_INPUT 36."""
    sent = '{"text": "Un café."}'.encode(codec)
    assert_problem(client.post(f"{API}/articles", data=sent, content_type="application/json"), 422, "JSON in UTF-8")


def test_a_body_in_utf_8_may_say_so(client: FlaskClient) -> None:
    sent = '{"text": "Un café de plus."}'.encode()
    for charset in ("utf-8", "UTF-8"):
        kind = f"application/json; charset={charset}"
        assert client.post(f"{API}/articles", data=sent, content_type=kind).status_code == 201


def test_a_parameter_is_named(client: FlaskClient) -> None:
    for query, field in (
        ("limit=x", "limit"),
        ("other=1", "other"),
        ("cursor=x", "cursor"),
        ("q=" + "+".join(map(str, range(60))), "q"),
    ):
        answer = client.get(f"{API}/articles?{query}")
        assert_problem(answer, 400)
        assert answer.json is not None
        assert answer.json["field"] == field


def test_where_no_field_is_wrong_none_is_named(client: FlaskClient, pair: Pair) -> None:
    assert client.get(f"{API}/articles/0").json["field"] is None
    assert post(client, "/comparisons", []).json["field"] is None
