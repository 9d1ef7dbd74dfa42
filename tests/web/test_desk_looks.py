"""`/-/looks/<side>`: the desk says what is filled in before it is sent to be compared."""

from io import BytesIO

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage

from tests.importers.word_files import paragraph, word_file
from tests.web import forms
from tests.web.html import elements
from webapp.services import Services

STORY = "The council met on Monday, and nobody from the opposition came to the old town hall. " * 9


def said(client: FlaskClient, side: str = "old", **fields: str | bytes) -> str:
    """Return what is said of a side; bytes are the content of a file named after its field."""
    sent = {
        name: FileStorage(BytesIO(value), f"{name}.docx") if isinstance(value, bytes) else value
        for name, value in fields.items()
    }
    answer = forms.send(client, f"/-/looks/{side}", **sent)
    assert answer.status_code == 200
    (place,) = elements(answer.text, id=f"{side}_look")
    return " ".join(place.text.split())


def test_a_text_is_counted_and_its_language_told(client: FlaskClient) -> None:
    assert said(client, old_text=STORY) == "144 words, English"


def test_a_text_whose_language_cannot_be_told_has_none(client: FlaskClient) -> None:
    assert said(client, old_text="Xyzzy plugh") == "2 words"


@pytest.mark.parametrize("text", ["", "  \r\n "])
def test_nothing_is_said_of_nothing(client: FlaskClient, text: str) -> None:
    assert said(client, old_text=text) == ""


def test_the_host_of_an_address_is_named_and_it_is_not_asked(client: FlaskClient) -> None:
    """The name cannot be resolved: whoever asked would get an error."""
    assert said(client, new_text="https://news.invalid/a?b", side="new") == (
        "Address: it will be fetched from news.invalid."
    )


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ftp://example.org/a", "Only addresses that begin with"),
        ("https://a@example.org/", "a user name or a pass"),
    ],
)
def test_what_no_address_may_be_is_said_at_once(client: FlaskClient, address: str, words: str) -> None:
    assert words in said(client, old_text=address)


def test_a_file_is_told_with_its_warnings(client: FlaskClient) -> None:
    assert said(client, old_file=word_file(paragraph(STORY))) == "Word file, 144 words, English"
    assert said(client, old_file=b"\xff\xfe\x00") != ""


def test_a_file_counts_whatever_text_is_beside_it(client: FlaskClient) -> None:
    assert said(client, old_file=word_file(paragraph(STORY)), old_text="Three words only").startswith("Word file")


def test_a_bad_file_is_told_in_words(client: FlaskClient) -> None:
    assert "old_file.docx" in said(client, old_file=b"%PDF-1.7 cut off")


def test_a_text_over_the_limit_is_told_with_the_limit(client: FlaskClient) -> None:
    assert "the limit is 2,000,000" in said(client, old_text="word " * 400_001)


def test_nothing_is_stored_by_a_look(client: FlaskClient, services: Services, queries: list[str]) -> None:
    said(client, old_text=STORY)
    said(client, old_file=word_file(paragraph(STORY)))
    assert not [query for query in queries if query.startswith("INSERT")]


def test_markup_in_a_warning_or_a_name_is_shown_and_not_obeyed(client: FlaskClient) -> None:
    answer = forms.send(client, "/-/looks/old", old_file=FileStorage(BytesIO(b"PK\x03\x04"), "<b>x</b>.docx"))
    assert not elements(answer.text, "b")
