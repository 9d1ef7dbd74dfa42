"""`/articles/files`: several files at once."""

import io
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import TestResponse, encode_multipart

from tests.web.conftest import FRAGMENT
from tests.web.forms import send, token
from tests.web.html import elements, roots
from webapp.app import create_app
from webapp.services import Services
from webapp.settings import load_settings


def post(client: FlaskClient, *files: tuple[str, bytes], headers: dict[str, str] | None = None) -> TestResponse:
    parts = [("files", FileStorage(io.BytesIO(data), name)) for name, data in files]
    boundary, body = encode_multipart(MultiDict([("csrf_token", token(client)), *parts]))
    kind = f"multipart/form-data; boundary={boundary}"
    return client.post("/articles/files", data=body, headers=headers, content_type=kind)


def lines(page: str) -> list[str]:
    return [line.text.strip() for line in elements(page, "li") if "section" in line.parents]


def test_the_library_leads_to_the_form(client: FlaskClient) -> None:
    assert elements(client.get("/articles").text, "a", href="/articles/files")
    assert elements(client.get("/articles/files").text, "input", name="files")


@pytest.mark.parametrize("headers", [{}, FRAGMENT | {"HX-Target": "section#files"}], ids=["page", "fragment"])
def test_each_file_becomes_an_article_or_a_line_that_says_why_not(
    client: FlaskClient, services: Services, headers: dict[str, str]
) -> None:
    """BAD_INPUT 35: an empty file, and one of a space, hinder no other."""
    before = len(services.search_articles(limit=500))
    story = f"The mayor said no, {len(headers)}."
    answer = post(client, ("nine.txt", story.encode()), ("empty.txt", b""), ("space.txt", b" "), headers=headers)
    assert answer.status_code == 200
    said = lines(answer.text)
    assert [name in line for name, line in zip(("nine.txt", "empty.txt", "space.txt"), said, strict=True)] == [True] * 3
    assert "5 words" in said[0]
    assert all("empty" in line or "white space" in line for line in said[1:])
    assert len(services.search_articles(limit=500)) == before + 1


@pytest.mark.parametrize(
    ("data", "status", "words"), [(b"", 422, "empty"), (b"x" * 10_000_001, 413, "10,000,000")], ids=["empty", "large"]
)
def test_where_every_file_is_bad_the_status_says_so(client: FlaskClient, data: bytes, status: int, words: str) -> None:
    """BAD_INPUT 26, 35."""
    answer = post(client, ("bad.txt", data))
    assert answer.status_code == status
    assert words in lines(answer.text)[0]


def test_without_a_file_it_says_so_beside_the_field(client: FlaskClient) -> None:
    answer = send(client, "/articles/files")
    assert answer.status_code == 422
    assert elements(answer.text, "p", id="files_problem")


def test_a_file_s_name_is_text(client: FlaskClient) -> None:
    """BAD_INPUT 22."""
    answer = post(client, ("<img src=x onerror=alert(1)>.txt", b""))
    assert "<img" not in answer.text
    assert "onerror=alert(1)" in lines(answer.text)[0]


def test_past_the_texts_of_a_minute_the_rest_is_refused_each_with_its_line(tmp_path: Path) -> None:
    """BAD_INPUT 48."""
    limited = create_app(load_settings(data_dir=tmp_path / "data", imports_per_minute=2))
    client = limited.test_client()
    answer = post(client, *((f"{number}.txt", f"Number {number}.".encode()) for number in range(3)))
    assert answer.status_code == 200
    assert lines(answer.text)[2].startswith("2.txt: ")
    assert "2 new texts" in lines(answer.text)[2]
    assert post(client, ("more.txt", b"More.")).status_code == 429
    assert len(limited.extensions["stet.services"].search_articles()) == 2
    limited.extensions["stet.database"].close()


def test_as_a_fragment_it_has_one_root(client: FlaskClient) -> None:
    assert [root.attributes["id"] for root in roots(client.get("/articles/files", headers=FRAGMENT).text)] == ["files"]
