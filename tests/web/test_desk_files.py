"""`/`: a file on either side, with or without JavaScript. Files are sent as a browser sends them."""

from hashlib import sha256
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse

from tests.web import forms
from tests.web.conftest import FRAGMENT
from tests.web.html import elements
from webapp.services import Services

OLD = "The council met on Monday. Nobody from the opposition came."
NEW = "The council met on Friday. Nobody from the opposition came."


def send(client: FlaskClient, headers: dict[str, str] | None = None, **fields: str | bytes) -> TestResponse:
    """Send the desk's form; bytes are the content of a file named after its field."""
    data = {
        name: FileStorage(BytesIO(value), f"{name}.txt") if isinstance(value, bytes) else value
        for name, value in fields.items()
    }
    return forms.send(client, "/", headers, **data)


def test_two_files_lead_to_their_comparison(client: FlaskClient, services: Services) -> None:
    answer = send(client, old_file=OLD.encode(), new_file=NEW.encode(), do="compare")
    assert answer.status_code == 303
    page = client.get(answer.location).text
    assert "Monday" in page and "Friday" in page
    assert "Of its 2 sentences" in page


def test_a_file_is_chosen_whatever_else_is_picked(client: FlaskClient, services: Services) -> None:
    newest = services.search_articles("")[0].version_id
    answer = send(client, old=str(newest), old_file=OLD.encode(), new="pasted", new_text=NEW, do="compare")
    old = int(answer.location.partition("old=")[2].partition("&")[0])
    assert services.version(old).text == OLD


def test_what_is_known_of_a_file_is_kept_as_evidence(client: FlaskClient, services: Services) -> None:
    written = OLD.replace("council", "parish council")  # a text that no other test has stored
    answer = send(client, old_file=written.encode("utf-8-sig"), new_file=NEW.encode(), do="compare")
    old = services.version(int(answer.location.partition("old=")[2].partition("&")[0]))
    assert old.origin == "upload"
    assert old.capture["importer"] == "plain/1"
    assert old.capture["file"] == "old_file.txt"
    assert old.capture["raw_sha256"] == sha256(written.encode("utf-8-sig")).hexdigest()


@pytest.mark.parametrize("headers", [{}, FRAGMENT])
def test_a_bad_file_is_named_beside_its_field_and_the_other_text_is_kept(
    client: FlaskClient, services: Services, headers: dict[str, str]
) -> None:
    """BAD_INPUT 35 and 36."""
    before = len(services.search_articles("", limit=500))
    answer = send(client, headers, old_file=b"%PDF-1.7 cut off", new_file=NEW.encode(), do="compare")
    assert answer.status_code == 422
    (said,) = elements(answer.text, id="old_file_problem")
    assert "old_file.txt" in said.text
    assert NEW in elements(answer.text, "textarea", id="new_text")[0].text
    assert len(services.search_articles("", limit=500)) == before


def test_a_file_over_the_limit_is_refused_with_the_limit_in_words(client: FlaskClient) -> None:
    """BAD_INPUT 26."""
    answer = send(client, old_file=b"word " * 2_200_000, new_file=NEW.encode(), do="compare")
    assert answer.status_code == 413
    assert "10,000,000 bytes" in elements(answer.text, id="old_file_problem")[0].text


def test_a_form_without_files_is_what_it_was_before(client: FlaskClient, services: Services) -> None:
    """A browser sends a file field that nothing was chosen in without a name."""
    written = OLD.replace("council", "town council")
    fields = {"old": "pasted", "old_text": written, "new": "pasted", "new_text": NEW, "do": "compare"}
    nothing = {f"{side}_file": FileStorage(BytesIO(), "") for side in ("old", "new")}
    answer = forms.send(client, "/", **fields, **nothing)
    assert answer.status_code == 303
    old = services.version(int(answer.location.partition("old=")[2].partition("&")[0]))
    assert (old.text, old.origin) == (written, "paste")


def test_an_empty_file_is_refused(client: FlaskClient) -> None:
    """BAD_INPUT 35."""
    answer = send(client, old_file=b"", new_file=NEW.encode(), do="compare")
    assert answer.status_code == 422
    assert "empty" in elements(answer.text, id="old_file_problem")[0].text
