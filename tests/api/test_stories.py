"""Programs look at a text or a file, and add its stories as articles of their own."""

from base64 import b64encode

import pytest
from flask.testing import FlaskClient

from tests.api.test_api import API, assert_problem, post
from tests.importers.word_files import paragraph, word_file
from webapp.resources import resource_folder
from webapp.services import Services

ARCHIVE = (resource_folder("seeds") / "un-xinjiang-report-2022" / "828cloud-archive.txt").read_bytes()
FILE = {"file": b64encode(ARCHIVE).decode(), "name": "archive.txt"}
WORD = b64encode(word_file(paragraph("The council met on Monday, and nobody came to the hall."))).decode()


def test_a_look_says_what_a_text_is_and_stores_nothing(client: FlaskClient, services: Services) -> None:
    before = services.search_articles(limit=100)
    seen = post(client, "/looks", {"text": "The council met on Monday, and nobody came to the hall.", "title": "Nine"})
    assert seen.status_code == 200
    assert (seen.json["words"], seen.json["language"], seen.json["stories"]) == (11, "English", [])
    assert seen.json["begins"] == seen.json["ends"] == "The council met on Monday, and nobody came to the hall."
    assert services.search_articles(limit=100) == before


def test_the_stories_of_a_file_are_seen_and_the_chosen_ones_kept(client: FlaskClient) -> None:
    titles = post(client, "/looks", FILE).json["stories"]
    assert len(titles) == 4
    asked = {"whole": {**FILE, "collection": "Archive"}, "titles": titles[:2]}
    kept = post(client, "/stories", asked)
    assert kept.status_code == 201
    assert [article["title"] for article in kept.json["items"]] == titles[:2]
    assert {article["collection_title"] for article in kept.json["items"]} == {"Archive"}
    assert len(post(client, "/stories", {"whole": FILE}).json["items"]) == 4


def test_a_text_with_one_story_becomes_one_article(client: FlaskClient) -> None:
    assert len(post(client, "/stories", {"whole": {"text": "One story alone."}}).json["items"]) == 1


def test_a_file_is_kept_as_an_article(client: FlaskClient) -> None:
    article = post(client, "/articles", {"file": WORD, "name": "story.docx", "title": "Nine"}).json["article"]
    assert (article["title"], article["origin"]) == ("Nine", "upload")
    version = client.get(f"{API}/versions/{article['version_id']}").json
    assert version["capture"]["importer"].startswith("docx/")
    assert version["text"] == "The council met on Monday, and nobody came to the hall."


@pytest.mark.parametrize(
    ("operation", "asked", "field"),
    [
        ("/articles", {"file": "no base64", "name": "a.docx"}, "file"),
        ("/looks", {"file": b64encode(b"%PDF-1.7 cut off").decode(), "name": "a.pdf"}, "file"),
        ("/looks", {"file": WORD}, "name"),
        ("/stories", {"whole": {"file": b64encode(b"%PDF-1.7 cut off").decode(), "name": "a.pdf"}}, "whole.file"),
        ("/stories", {"whole": FILE, "titles": ["Another"]}, "whole.file"),
        ("/stories", {"whole": {"text": "One.", "collection": "…"}}, "whole.collection"),
        ("/comparisons", {"old": FILE, "new": {"text": "A."}}, "old"),
    ],
)
def test_what_cannot_be_read_or_is_not_there_is_a_problem_of_its_field(
    client: FlaskClient, services: Services, operation: str, asked: dict[str, object], field: str
) -> None:
    """BAD_INPUT 35 and 36."""
    before = services.search_articles(limit=100)
    answer = post(client, operation, asked)
    assert_problem(answer, 422)
    assert answer.json["field"] == field
    assert services.search_articles(limit=100) == before


OLD = {"file": b64encode("Starosta Łodzi: nie.".encode("cp1250")).decode(), "name": "old.txt"}


def test_the_encoding_of_a_file_can_be_named(client: FlaskClient) -> None:
    assert post(client, "/looks", {**OLD, "encoding": "windows-1250"}).json["begins"] == "Starosta Łodzi: nie."


def test_an_unknown_encoding_is_a_problem_of_its_field(client: FlaskClient) -> None:
    answer = post(client, "/stories", {"whole": {**OLD, "encoding": "martian"}})
    assert_problem(answer, 422)
    assert answer.json["field"] == "whole.encoding"
