"""Collections made by programs."""

import pytest
from flask.testing import FlaskClient

from tests.api.test_api import API, assert_problem, post


def test_an_article_is_added_to_a_collection_and_listed_with_it(client: FlaskClient) -> None:
    added = post(client, "/articles", {"text": "The council met.", "collection": "Council"}).json["article"]
    assert added["collection_title"] == "Council"
    listed = client.get(f"{API}/articles", query_string={"collection": added["collection"]}).json["items"]
    assert [article["id"] for article in listed] == [added["id"]]
    assert_problem(client.get(f"{API}/articles?collection=another"), 404)


def test_an_article_is_put_into_another_and_out_of_all(client: FlaskClient) -> None:
    article_id = post(client, "/articles", {"text": "The mayor met.", "collection": "Mayor"}).json["article"]["id"]
    described = f"/articles/{article_id}/description"
    assert post(client, described, {"collection": "Town"}).json["article"]["collection_title"] == "Town"
    assert post(client, described, {"title": "Other"}).json["article"]["collection_title"] == "Town"
    assert post(client, described, {"collection": ""}).json["article"]["collection"] is None


def test_a_collection_gets_another_name(client: FlaskClient) -> None:
    added = post(client, "/articles", {"text": "The bridge is shut.", "collection": "Bridge"}).json
    slug = added["article"]["collection"]
    answer = post(client, f"/collections/{slug}/description", {"title": "The bridge"})
    assert (answer.status_code, answer.json["slug"], answer.json["title"]) == (200, slug, "The bridge")
    assert_problem(post(client, "/collections/another/description", {"title": "Mine"}), 404)


@pytest.mark.parametrize("name", ["x" * 101, "…", "\0"])
def test_what_is_no_name_is_a_problem_of_its_field(client: FlaskClient, name: str) -> None:
    answer = post(client, "/articles", {"text": "Not stored.", "collection": name})
    assert_problem(answer, 422)
    assert answer.json["field"] == "collection"


def test_a_side_of_a_comparison_takes_no_collection(client: FlaskClient) -> None:
    """It is not kept."""
    answer = post(client, "/comparisons", {"old": {"text": "A.", "collection": "B"}, "new": {"text": "C."}})
    assert_problem(answer, 422)
