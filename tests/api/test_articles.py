"""Articles are described anew and deleted by programs."""

import pytest
from flask.testing import FlaskClient

from tests.api.test_api import API, assert_problem, post

SECOND = {"title": "Second", "outlet": "Another", "published": "2026-11-02", "language": "fr"}


@pytest.fixture
def article_id(client: FlaskClient) -> int:
    return post(client, "/articles", {"text": "To be changed.", "title": "First"}).json["article"]["id"]


def test_an_article_is_described_anew_by_what_is_named(client: FlaskClient, article_id: int) -> None:
    answer = post(client, f"/articles/{article_id}/description", SECOND)
    assert answer.status_code == 200
    assert {name: answer.json["article"][name] for name in SECOND} == SECOND
    again = post(client, f"/articles/{article_id}/description", {"published": ""}).json["article"]
    assert (again["title"], again["published"]) == ("Second", None)


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": " "}, "title"),
        ({"published": "soon"}, "published"),
        ({"outlet": "x" * 301}, "outlet"),
        ({"byline": "Me"}, "byline"),
    ],
)
def test_what_cannot_be_said_is_a_problem_of_its_field(
    client: FlaskClient, article_id: int, bad: dict[str, str], field: str
) -> None:
    """BAD_INPUT 36."""
    answer = post(client, f"/articles/{article_id}/description", {"language": "fr", **bad})
    assert_problem(answer, 422)
    assert answer.json["field"] == field
    assert client.get(f"{API}/articles/{article_id}").json["article"]["language"] == ""


def test_an_article_is_deleted_and_its_link_stays(client: FlaskClient, article_id: int) -> None:
    version_id = client.get(f"{API}/articles/{article_id}").json["article"]["version_id"]
    made = post(client, "/permalinks", {"old": version_id, "new": {"text": "Another."}}).json
    assert client.get(f"{API}/articles/{article_id}").json["links"] == 1
    assert post(client, f"/articles/{article_id}/deletion", {}).status_code == 204
    assert_problem(client.get(f"{API}/articles/{article_id}"), 404)
    assert_problem(post(client, f"/articles/{article_id}/deletion", {}), 404)
    assert client.get(f"{API}/permalinks/{made['id']}/result").status_code == 200


def test_two_equal_texts_are_compared_and_shared(client: FlaskClient) -> None:
    """BAD_INPUT 44: nothing changed is an answer, and no error."""
    same = {"old": {"text": "Twice the same."}, "new": {"text": "Twice the same."}}
    for operation, status in (("/comparisons", 200), ("/permalinks", 201)):
        answer = post(client, operation, same)
        assert answer.status_code == status
    assert client.get(f"{API}/permalinks/{answer.json['id']}/result").json["changes"] == []


def test_articles_are_found_by_their_text_with_the_sentence(client: FlaskClient) -> None:
    post(client, "/articles", {"text": "The tram of the ninth line stopped. It was late.", "title": "Trams"})
    found = client.get(f"{API}/articles", query_string={"q": '"ninth line" tra'}).json
    assert [item["title"] for item in found["items"]] == ["Trams"]
    assert [part["text"] for part in found["found"][0]["passage"] if part["is_marked"]] == ["tram", "ninth line"]
    assert client.get(f"{API}/articles?q=tram&language=xx").json["items"] == []
    assert_problem(client.get(f"{API}/articles?since=soon"), 400)
    assert_problem(client.get(f"{API}/articles", query_string={"q": "a " * 100}), 400)


def test_a_new_article_says_what_it_may_be_a_version_of(client: FlaskClient) -> None:
    lines = [f"The ferry of town {number} sank in the harbour." for number in range(10)]
    first = post(client, "/articles", {"text": " ".join(lines)}).json
    second = post(client, "/articles", {"text": " ".join(lines[5:])}).json
    assert first["relatives"] == []
    (near,) = second["relatives"]
    assert (near["article"]["id"], near["shared"], near["share"], near["of_other"]) == (
        first["article"]["id"],
        5,
        1,
        0.5,
    )
    second_id = second["article"]["id"]
    assert client.get(f"{API}/articles/{second_id}/relatives").json == {"items": second["relatives"]}
    joined = post(client, f"/articles/{second_id}/joining", {"into": first["article"]["id"]})
    assert [version["number"] for version in joined.json["versions"]] == [2, 1]
    assert_problem(client.get(f"{API}/articles/{second_id}/relatives"), 404)
