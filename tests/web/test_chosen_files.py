"""A chosen file is looked at before it is added: its stories one by one, its encoding changed, and chosen only once."""

from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse

from tests.importers.word_files import paragraph, word_file
from tests.web import forms
from tests.web.html import elements, value_of
from webapp.app import create_app
from webapp.services import Services, open_services
from webapp.settings import Settings

TABLE = b"title,body,outlet\nMayor says no,The mayor said no.,The Daily\nMayor says yes,The mayor said yes.,The Daily\n"
OLD_TEXT = "Starosta Łodzi powiedział: nie."
OLD = OLD_TEXT.encode("cp1250")


def file(data: bytes, name: str = "export.csv") -> FileStorage:
    return FileStorage(BytesIO(data), filename=name)


def look(client: FlaskClient, data: bytes = TABLE, name: str = "export.csv") -> str:
    answer = forms.send(client, "/articles", file=file(data, name), do="look")
    assert answer.status_code == 200
    return answer.text


def again(client: FlaskClient, page: str, **fields: str) -> TestResponse:
    """Send the form of a page that looked at a file, which is not chosen again."""
    return forms.send(client, "/articles", held=value_of(page, "held"), **fields)


def test_a_look_lists_the_stories_of_a_file_and_keeps_none(client: FlaskClient, services: Services) -> None:
    before = services.search_articles(limit=100)
    page = look(client)
    assert "Table of stories, " in page
    titles = [box.attributes["value"] for box in elements(page, "input", name="story")]
    assert titles == ["Mayor says no", "Mayor says yes"]
    assert services.search_articles(limit=100) == before


def test_a_story_of_a_file_is_added_without_choosing_the_file_again(client: FlaskClient, services: Services) -> None:
    assert again(client, look(client), do="stories", story="Mayor says yes").status_code == 303
    added = services.search_articles("mayor says")[0]
    assert (added.title, added.outlet) == ("Mayor says yes", "The Daily")
    version = services.version(added.version_id)
    assert version.text == "Mayor says yes\n\nThe mayor said yes."
    assert (version.capture["file"], version.capture["part"], version.origin) == ("export.csv", 2, "upload")
    assert services.received(added.version_id).data == TABLE


def test_a_file_is_added_whole_with_and_without_a_look(client: FlaskClient, services: Services) -> None:
    document = word_file(paragraph("The council met."))
    assert again(client, look(client, document, "a.docx"), do="add", title="Nine").status_code == 303
    sent = forms.send(client, "/articles", file=file(document, "a.docx"), do="add", title="Noon")
    assert sent.status_code == 303
    assert [services.search_articles(title)[0].title for title in ("Nine", "Noon")] == ["Nine", "Noon"]


def test_a_guessed_encoding_is_said_and_can_be_changed(client: FlaskClient, services: Services) -> None:
    page = look(client, OLD, "old.txt")
    assert "a guess: if letters are wrong" in page
    better = again(client, page, do="look", encoding="windows-1250").text
    assert OLD_TEXT in better
    assert "a guess: if letters are wrong" not in better
    assert value_of(better, "encoding") == "windows-1250"
    assert again(client, better, do="add", encoding="windows-1250").status_code == 303
    capture = services.version(services.search_articles("Starosta")[0].version_id).capture
    assert (capture["encoding"], capture["encoding_by"]) == ("windows-1250", "name")


def test_a_guess_that_nobody_changed_stays_one_in_the_evidence(client: FlaskClient, services: Services) -> None:
    text = "Der Bürgermeister von Köln sagte: „nein“."
    assert again(client, look(client, text.encode("cp1252"), "a.txt"), do="add", encoding="").status_code == 303
    capture = services.version(services.search_articles("Köln")[0].version_id).capture
    assert (capture["encoding"], capture["encoding_by"]) == ("Windows-1252", "guess")


@pytest.mark.parametrize("do", ["look", "add"])
def test_an_unknown_encoding_is_said_beside_its_field_and_the_file_stays(client: FlaskClient, do: str) -> None:
    answer = again(client, look(client, OLD, "old.txt"), do=do, encoding="martian")
    assert answer.status_code == 422
    (problem,) = elements(answer.text, id="encoding_problem")
    assert "Stet knows no encoding named" in problem.text
    assert again(client, answer.text, do="add", encoding="windows-1250").status_code == 303


def test_a_mistake_in_the_form_does_not_lose_the_file(client: FlaskClient) -> None:
    refused = forms.send(client, "/articles", file=file(TABLE), published="tomorrow", do="add")
    assert refused.status_code == 422
    assert "export.csv" in refused.text
    assert again(client, refused.text, do="add").status_code == 303


def test_a_text_and_a_file_at_once_are_refused(client: FlaskClient) -> None:
    answer = forms.send(client, "/articles", file=file(TABLE), text="A text.", do="look")
    assert answer.status_code == 422
    assert "Give a text or a file, not both" in answer.text
    assert value_of(answer.text, "text") == "A text."


def test_a_file_that_cannot_be_read_is_said_and_not_held(client: FlaskClient) -> None:
    """BAD_INPUT 35."""
    answer = forms.send(client, "/articles", file=file(b"\x89PNG\r\n\x1a\n\0\0", "a.png"), do="look")
    assert answer.status_code == 422
    assert elements(answer.text, id="file_problem")
    assert not elements(answer.text, "input", name="held")


def test_a_held_file_is_in_no_list_and_for_its_session_alone(app: Flask, client: FlaskClient) -> None:
    page = look(client)
    assert "export.csv" not in client.get("/articles?q=export").text
    stranger = app.test_client()
    sent, opened = again(stranger, page, do="look"), stranger.get(f"/articles?held={value_of(page, 'held')}")
    assert (sent.status_code, opened.status_code) == (422, 400)
    for answer in (sent, opened):
        assert "The file is not held any more. Choose it again." in answer.text
        assert not elements(answer.text, "input", name="story")


@pytest.mark.parametrize("held", ["1", "999999", "x", "-1", "9" * 30])
def test_what_is_no_held_file_is_refused(client: FlaskClient, held: str) -> None:
    answer = forms.send(client, "/articles", held=held, do="add")
    assert answer.status_code == 422
    assert elements(answer.text, "input", name="file")


def test_the_stories_of_one_of_several_files_can_be_added_apart(client: FlaskClient, services: Services) -> None:
    page = forms.send(client, "/articles/files", files=file(TABLE)).text
    (link,) = [link for link in elements(page, "a") if link.text == "Add its 2 stories apart"]
    opened = client.get(link.attributes["href"])
    assert opened.status_code == 200
    assert len(elements(opened.text, "input", name="story")) == 2
    assert again(client, opened.text, do="stories", story="Mayor says no").status_code == 303
    assert services.search_articles("mayor says")[0].title == "Mayor says no"


def test_a_file_with_one_story_has_no_such_link(client: FlaskClient) -> None:
    assert "apart</a>" not in forms.send(client, "/articles/files", files=file(b"One story.", "a.txt")).text


def test_a_file_whose_stories_are_too_long_for_one_text_can_be_added_apart(tmp_path: Path) -> None:
    app = create_app(Settings(data_dir=tmp_path, max_text_words=8))
    page = forms.send(app.test_client(), "/articles/files", files=file(TABLE)).text
    assert "Add its 2 stories apart" in page
    assert "too long" in page


def test_a_file_is_held_also_where_files_are_not_kept(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, keep_received=False)
    client = create_app(settings).test_client()
    assert again(client, look(client), do="stories", story="Mayor says yes").status_code == 303
    with open_services(settings) as services:
        assert services.search_articles("mayor")[0].title == "Mayor says yes"
