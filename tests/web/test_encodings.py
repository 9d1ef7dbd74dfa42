"""Forms are read as UTF-8. What is in anything else is refused and given back as far as it could be read."""

from urllib.parse import quote, urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.conftest import FRAGMENT
from tests.web.forms import token
from tests.web.html import elements, value_of
from tests.web.test_security import dump

URLENCODED = "application/x-www-form-urlencoded"
TEXT = "Un café “noir”."


def urlencoded(client: FlaskClient, text: bytes, kind: str = URLENCODED, more: str = "") -> TestResponse:
    body = f"csrf_token={token(client)}&title=Caf%C3%A9&text={quote(text)}{more}"
    return client.post("/articles", data=body.encode(), content_type=kind)


def multipart(
    client: FlaskClient, text: bytes, part: str = "", whole: str = "", headers: dict[str, str] | None = None
) -> TestResponse:
    """Send a form of three parts. `part` is said of the text's part, `whole` of the form."""
    parts = [
        b'Content-Disposition: form-data; name="csrf_token"\r\n\r\n' + token(client).encode(),
        'Content-Disposition: form-data; name="title"\r\n\r\nCafé'.encode(),
        b'Content-Disposition: form-data; name="text"\r\n' + part.encode() + b"\r\n" + text,
    ]
    body = b"".join(b"--x\r\n" + each + b"\r\n" for each in parts) + b"--x--\r\n"
    return client.post("/articles", data=body, headers=headers, content_type=f"multipart/form-data; boundary=x{whole}")


def assert_refused(answer: TestResponse, words: str) -> None:
    assert answer.status_code == 422
    assert words in elements(answer.text, "section", id="error")[0].text
    assert value_of(answer.text, "title") == "Café"


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "iso-8859-15", "Latin1"])
def test_a_form_that_says_it_is_in_another_encoding_is_given_back_as_it_reads(
    app: Flask, client: FlaskClient, charset: str
) -> None:
    """BAD_INPUT 36."""
    before = dump(app)
    body = b"csrf_token=" + token(client).encode() + b"&title=Caf%E9&text=Un+caf%E9+noir."
    for answer in (
        client.post("/articles", data=body, content_type=f"{URLENCODED}; charset={charset}"),
        client.post("/articles", data=body + f"&_charset_={charset}".encode(), content_type=URLENCODED),
        multipart(client, b"Un caf\xe9 noir.", part=f"Content-Type: text/plain; charset={charset}\r\n"),
    ):
        assert_refused(answer, charset)
        assert value_of(answer.text, "text") == "Un café noir."
    assert dump(app) == before


@pytest.mark.parametrize(
    ("charset", "codec"),
    [("utf-16", "utf-16"), ("utf-16le", "utf-16-le"), ("utf-16be", "utf-16-be"), ("windows-1252", "cp1252")],
)
def test_a_text_whose_part_names_its_encoding_is_given_back_without_loss(
    app: Flask, client: FlaskClient, charset: str, codec: str
) -> None:
    """BAD_INPUT 36."""
    before = dump(app)
    answer = multipart(client, TEXT.encode(codec), part=f"Content-Type: text/plain; charset={charset}\r\n")
    assert_refused(answer, charset)
    assert value_of(answer.text, "text") == TEXT
    assert dump(app) == before


@pytest.mark.parametrize(
    "text",
    [TEXT.encode("cp1252"), TEXT.encode("utf-16"), TEXT.encode("utf-16-le"), b"A\xed\xa0\x80B", b"A\xc3", b"\xff"],
    ids=["windows-1252", "utf-16 with a mark", "utf-16 without", "half a character", "cut off", "no letter"],
)
def test_bytes_that_are_not_utf_8_are_refused_and_shown_as_such(app: Flask, client: FlaskClient, text: bytes) -> None:
    """BAD_INPUT 36: neither as replacement characters nor as the letters %E9."""
    before = dump(app)
    for answer in (urlencoded(client, text), multipart(client, text), multipart(client, text, headers=FRAGMENT)):
        assert_refused(answer, "text")
        assert "�" in value_of(answer.text, "text")
        assert "%E9" not in answer.text
    assert dump(app) == before


def test_raw_bytes_of_a_urlencoded_form_are_no_exception(app: Flask, client: FlaskClient) -> None:
    before = dump(app)
    body = b"csrf_token=" + token(client).encode() + b"&title=Caf\xc3\xa9&text=caf\xe9"
    assert_refused(client.post("/articles", data=body, content_type=URLENCODED), "text")
    assert dump(app) == before


@pytest.mark.parametrize("kind", ["text/plain; charset=punycode", "text/plain; charset=zlib"])
def test_an_encoding_that_no_browser_has_is_refused(client: FlaskClient, kind: str) -> None:
    assert_refused(multipart(client, TEXT.encode(), part=f"Content-Type: {kind}\r\n"), "written in")


def test_a_part_that_is_written_for_the_mail_is_refused(app: Flask, client: FlaskClient) -> None:
    before = dump(app)
    answer = multipart(client, b"caf=C3=A9", part="Content-Transfer-Encoding: quoted-printable\r\n")
    assert_refused(answer, "quoted-printable")
    assert dump(app) == before


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", "utf8"])
def test_utf_8_by_any_of_its_names_is_taken(client: FlaskClient, charset: str) -> None:
    text, said = TEXT.encode(), f"; charset={charset}"
    for answer in (
        urlencoded(client, text, URLENCODED + said, more=f"&_charset_={charset}"),
        multipart(client, text, part=f"Content-Type: text/plain{said}\r\n"),
        multipart(client, text, whole=said),
    ):
        assert answer.status_code == 303
        assert text.decode() in client.get(answer.location).text


def test_a_replacement_character_that_was_sent_is_a_character(client: FlaskClient) -> None:
    assert urlencoded(client, "A � of their own.".encode()).status_code == 303
    assert multipart(client, "A � of their own.".encode()).status_code == 303


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "application/octet-stream"])
def test_what_is_no_form_is_not_called_an_expired_one(client: FlaskClient, kind: str) -> None:
    answer = client.post("/articles", data=b"text=A", content_type=kind)
    assert answer.status_code == 422
    assert kind in elements(answer.text, "section", id="error")[0].text


@pytest.mark.parametrize("body", [b"--x\r\nnothing", b"--x\r\nContent-Disposition: \xff\r\n\r\n\r\n--x--"])
def test_a_broken_form_is_a_bad_request(client: FlaskClient, body: bytes) -> None:
    for kind in ("multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary=é"):
        assert client.post("/articles", data=body, content_type=kind).status_code == 400


@pytest.mark.parametrize(
    "address", ["/?old_text=", "/-/articles/old?old_query=", "/articles?q=", "/api/v1/articles?q="]
)
def test_an_address_that_is_not_utf_8_is_a_bad_request(client: FlaskClient, address: str) -> None:
    """BAD_INPUT 36: the letters %E9 would come into a form, and from there into a text."""
    assert client.get(f"{address}caf%C3%A9").status_code == 200
    answer = client.get(f"{address}caf%E9")
    assert answer.status_code == 400
    assert "UTF-8" in answer.text


def test_a_link_answers_whatever_a_stranger_adds_to_it(client: FlaskClient, link: str) -> None:
    assert client.get(f"{link}?from=caf%E9").status_code == 200


def test_a_given_back_form_can_be_sent_again(client: FlaskClient) -> None:
    refused = multipart(client, "café".encode("cp1252"), part="Content-Type: text/plain; charset=windows-1252\r\n")
    fields = {name: value_of(refused.text, name) for name in ("csrf_token", "title", "text")}
    again = client.post("/articles", data=urlencode(fields), content_type=URLENCODED)
    assert again.status_code == 303
    assert "café" in client.get(again.location).text
