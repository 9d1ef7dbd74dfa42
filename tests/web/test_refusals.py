"""A refused form comes back with the reason and as it was filled in, in the page and in the fragment alike."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.conftest import FRAGMENT, Pair
from tests.web.forms import send
from tests.web.html import elements, roots, value_of
from tests.web.test_security import dump

FACES = [{}, FRAGMENT, FRAGMENT | {"HX-Target": "main#main"}]
LONG = "word " * 420_000
GONE = "999999"

REFUSED = {
    "an empty text": ("/articles", 422, {"text": " \n", "title": "Mine", "outlet": "The Gazette"}),
    "a text over the limit": ("/articles", 413, {"text": LONG, "title": "Mine", "outlet": "The Gazette"}),
    "a title over the limit": ("/articles", 413, {"text": "A text.", "title": "x" * 301, "outlet": "The Gazette"}),
    "a NUL": ("/articles", 422, {"text": "A\0B", "title": "Mine", "outlet": "The Gazette"}),
    "a side over the limit": ("/", 413, {"old_text": LONG, "new_text": "Short.", "new_title": "Mine"}),
    "a side with a NUL": ("/", 422, {"old_text": "Short.", "new_text": "A\0B", "new_title": "Mine"}),
    "a side that is not there": ("/", 404, {"old": GONE, "new_text": "A text.", "new_title": "Mine"}),
    "a title of a link over the limit": ("/comparisons", 413, {"title": "x" * 301, "note": "Look."}),
    "an end that is past": ("/comparisons", 422, {"title": "Wire", "note": "Look.", "expires": "2001-01-01"}),
    "a version that is not there": ("/comparisons", 404, {"new": GONE, "title": "Wire", "note": "Look."}),
    "an option that does not exist": ("/comparisons", 422, {"ignore": "colour", "title": "Wire", "note": "Look."}),
}


def fields_of(address: str, fields: dict[str, str], pair: Pair) -> dict[str, str]:
    sides = {"old": str(pair.old), "new": str(pair.new)} if address == "/comparisons" else {}
    return sides | fields


@pytest.mark.parametrize("headers", FACES, ids=["page", "fragment", "fragment for another place"])
@pytest.mark.parametrize(("address", "status", "fields"), REFUSED.values(), ids=REFUSED)
def test_what_was_filled_in_comes_back_with_the_reason(
    app: Flask,
    client: FlaskClient,
    pair: Pair,
    address: str,
    status: int,
    fields: dict[str, str],
    headers: dict[str, str],
) -> None:
    """BAD_INPUT 26, 35, 36, 44."""
    before = dump(app)
    filled = fields_of(address, fields, pair)
    answer = send(client, address, headers, **filled)
    assert answer.status_code == status
    reasons = [p.text for p in elements(answer.text, role="alert") if p.text.strip()]
    assert len(reasons) == 1
    shown = {name: value for name, value in filled.items() if name not in {"old", "new", "expires"}}
    assert {name: value_of(answer.text, name) for name in shown} == shown
    assert elements(answer.text, "form", method="post")
    assert len(roots(answer.text)) == 1
    assert dump(app) == before


@pytest.mark.parametrize("headers", FACES[:2], ids=["page", "fragment"])
def test_a_form_whose_token_has_expired_keeps_every_field(
    client: FlaskClient, pair: Pair, headers: dict[str, str]
) -> None:
    """BAD_INPUT 38: each form."""
    for address, _, fields in REFUSED.values():
        filled = fields_of(address, fields, pair)
        answer = client.post(address, data={"csrf_token": "old", **filled}, headers=headers)
        assert answer.status_code == 403
        assert {name: value_of(answer.text, name) for name in filled} == filled


@pytest.mark.parametrize(("address", "field"), [("/", "new_title"), ("/articles", "title"), ("/articles", "outlet")])
def test_a_line_that_is_too_long_is_said_beside_its_own_field(client: FlaskClient, address: str, field: str) -> None:
    texts = {"old_text": "Short.", "new_text": "A text.", "text": "A text."}
    answer = send(client, address, **texts, **{field: "x" * 301})
    assert "300" in elements(answer.text, "p", id=f"{field}_problem")[0].text
    assert elements(answer.text, "input", name=field)[0].attributes["aria-invalid"] == "true"


def test_a_side_that_is_not_there_is_said_beside_it(client: FlaskClient) -> None:
    answer = send(client, "/", old_text="A text.", old="pasted", new=GONE)
    assert "not there" in elements(answer.text, "p", id="new_problem")[0].text


def test_what_was_sent_to_another_host_is_not_given_back(client: FlaskClient) -> None:
    for text in ("Planted.", "x" * 9_000_000):
        answer = send(client, "/articles", FRAGMENT | {"Host": "evil.example"}, text=text)
        assert answer.status_code == 400
        assert not elements(answer.text, "form")


def test_a_key_that_is_wrong_comes_back(client: FlaskClient, link: str) -> None:
    for headers in FACES:
        answer = send(client, f"{link}/delete", headers, key="wrong")
        assert answer.status_code == 422
        assert value_of(answer.text, "key") == "wrong"
        assert elements(answer.text, "p", id="key_problem")


def test_what_is_too_large_to_be_read_is_still_in_the_browser_and_that_is_said(client: FlaskClient) -> None:
    """BAD_INPUT 26: the form on the page is not swapped, and a page that was left can be gone back to."""
    for headers in FACES:
        answer = send(client, "/articles", headers, text="x" * 9_000_000)
        assert answer.status_code == 413
        assert "8 MB" in answer.text
        assert "Go back" in answer.text
    assert answer.headers["HX-Retarget"] == "#error"
