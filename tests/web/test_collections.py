"""Collections in the library and on the desk."""

from io import BytesIO

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage

from tests.web.conftest import FRAGMENT
from tests.web.forms import send
from tests.web.html import elements, roots, value_of
from webapp.services import Paste, Services


@pytest.fixture(scope="module")
def council(services: Services) -> str:
    """The slug of a collection with one article."""
    article_id = services.add_article(Paste("The council met.", "Council story", collection="Council <b>&"))
    return services.article(article_id).article.collection or ""


def titles(page: str) -> str:
    return " ".join(element.text for element in elements(page, id="articles"))


def test_the_library_lists_its_collections_and_the_articles_of_one(client: FlaskClient, council: str) -> None:
    page = client.get("/articles").text
    assert "Council <b>&" in elements(page, "nav", **{"aria-label": "Collections"})[0].text
    one = client.get("/articles", query_string={"collection": council}).text
    assert "Council story" in titles(one) and "Xinjiang" not in titles(one)
    assert elements(one, href=f"/articles?collection={council}")[0].attributes["aria-current"] == "true"
    found = client.get("/articles", query_string={"collection": council, "q": "xinjiang"}).text
    assert "No article matches" in titles(found)


def test_a_collection_that_does_not_exist_is_not_found(client: FlaskClient) -> None:
    assert client.get("/articles?collection=another").status_code == 404
    assert client.get("/collections/another/edit").status_code == 404
    assert send(client, "/collections/another/edit", title="Mine").status_code == 404


def test_a_text_is_added_to_a_collection_and_the_article_says_so(client: FlaskClient, services: Services) -> None:
    answer = send(client, "/articles", text="The mayor met.", collection="Mayor", do="add")
    page = client.get(answer.location).text
    assert "In the collection Mayor" in " ".join(elements(page, id="article")[0].text.split())
    assert value_of(client.get(f"{answer.location}/edit").text, "collection") == "Mayor"


def test_the_collection_stays_filled_in_while_a_text_is_looked_at(client: FlaskClient) -> None:
    answer = send(client, "/articles", text="The mayor left.", collection="Mayor", do="look")
    assert value_of(answer.text, "collection") == "Mayor"


def test_files_are_added_to_a_collection(client: FlaskClient, services: Services) -> None:
    file = FileStorage(BytesIO(b"The bridge is closed."), "bridge.txt")
    assert send(client, "/articles/files", files=file, collection="Bridge").status_code == 200
    assert ("Bridge", 1) in [(each.title, each.articles) for each in services.collection_names()]


@pytest.mark.parametrize("address", ["/articles", "/articles/files"])
def test_a_bad_name_comes_back_with_what_is_wrong_beside_it(client: FlaskClient, address: str) -> None:
    file = FileStorage(BytesIO(b"A text."), "a.txt")
    answer = send(client, address, text="A text.", files=file, collection="x" * 101, do="add")
    assert answer.status_code == 413
    assert "the limit is 100" in elements(answer.text, id="collection_problem")[0].text
    assert value_of(answer.text, "collection") == "x" * 101


def test_a_collection_gets_another_name(client: FlaskClient, services: Services) -> None:
    services.add_article(Paste("The town met.", collection="Town"))
    slug = next(each.slug for each in services.collection_names() if each.title == "Town")
    page = client.get("/articles", query_string={"collection": slug}).text
    assert elements(page, "a", href=f"/collections/{slug}/edit")
    assert value_of(client.get(f"/collections/{slug}/edit").text, "title") == "Town"
    assert send(client, f"/collections/{slug}/edit", title="City").location == f"/articles?collection={slug}"
    assert services.collection(slug).title == "City"
    for headers in ({}, FRAGMENT | {"HX-Target": "section#collection"}):
        refused = send(client, f"/collections/{slug}/edit", headers, title="…")
        assert refused.status_code == 422
        assert elements(refused.text, id="title_problem")
    assert len(roots(client.get(f"/collections/{slug}/edit", headers=FRAGMENT).text)) == 1


def test_a_loaded_collection_offers_no_other_name(client: FlaskClient, services: Services) -> None:
    slug = services.samples()[0].slug
    page = client.get("/articles", query_string={"collection": slug}).text
    assert not elements(page, "a", href=f"/collections/{slug}/edit")
    assert send(client, f"/collections/{slug}/edit", title="Mine").status_code == 422


def test_the_desk_lists_the_articles_of_a_collection(client: FlaskClient, council: str) -> None:
    assert elements(client.get("/").text, "select", id="old_collection")
    answer = send(client, "/", old_collection=council, do="search")
    assert "Xinjiang" not in elements(answer.text, id="old_articles")[0].text
    assert "Council story" in elements(answer.text, id="old_articles")[0].text
    assert "Xinjiang" in elements(answer.text, id="new_articles")[0].text
    swapped = send(client, "/", old_collection=council, do="swap")
    assert "Xinjiang" not in elements(swapped.text, id="new_articles")[0].text
    part = client.get("/-/articles/new", query_string={"new_collection": council, "new_query": ""})
    assert "Xinjiang" not in part.text
    assert client.get("/-/articles/new?new_collection=another").status_code == 200
