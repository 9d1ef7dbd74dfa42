"""`/articles/<id>/edit` and `/articles/<id>/delete`."""

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import FRAGMENT
from tests.web.forms import send
from tests.web.html import elements, roots, value_of
from webapp.engine.options import Options
from webapp.services import Paste, Services

FIELDS = ("title", "outlet", "published", "language")


@pytest.fixture
def article(services: Services) -> str:
    """The address of an article that was just added."""
    return f"/articles/{services.add_article(Paste('To be changed.', 'First title', 'First outlet'))}"


def test_the_library_leads_to_both_for_each_article(client: FlaskClient, article: str) -> None:
    links = [link.attributes["href"] for link in elements(client.get("/articles").text, "a")]
    assert {f"{article}/edit", f"{article}/delete"} <= set(links)
    of_one = [link.attributes["href"] for link in elements(client.get(article).text, "a")]
    assert {f"{article}/edit", f"{article}/delete"} <= set(of_one)


def test_an_article_is_described_anew(client: FlaskClient, article: str) -> None:
    form = client.get(f"{article}/edit").text
    assert [value_of(form, name) for name in FIELDS] == ["First title", "First outlet", "", ""]
    said = {"title": "Second", "outlet": "Another", "published": "2026-11-02", "language": "fr"}
    assert send(client, f"{article}/edit", **said).location == article
    form = client.get(f"{article}/edit").text
    assert {name: value_of(form, name) for name in FIELDS} == said


@pytest.mark.parametrize("headers", [{}, FRAGMENT | {"HX-Target": "section#edit"}], ids=["page", "fragment"])
@pytest.mark.parametrize(
    ("bad", "status"), [({"title": ""}, 422), ({"published": "soon"}, 422), ({"outlet": "x" * 301}, 413)], ids=str
)
def test_what_cannot_be_said_comes_back_as_it_was_filled_in(
    client: FlaskClient, article: str, headers: dict[str, str], bad: dict[str, str], status: int
) -> None:
    """BAD_INPUT 36."""
    filled = {"title": "Third", "outlet": "Other", "published": "", "language": "", **bad}
    answer = send(client, f"{article}/edit", headers, **filled)
    assert answer.status_code == status
    (field,) = bad
    assert elements(answer.text, "p", id=f"{field}_problem")
    assert {name: value_of(answer.text, name) for name in FIELDS} == filled
    assert value_of(client.get(f"{article}/edit").text, "title") == "First title"


def test_before_it_is_deleted_the_page_says_how_many_links_keep_its_text(
    client: FlaskClient, services: Services, article: str
) -> None:
    assert "No link was made of it." in client.get(f"{article}/delete").text
    version = services.article(int(article.rpartition("/")[2])).article.version_id
    links = [services.freeze(version, 1, Options()) for _ in range(2)]
    assert "2 links were made of it: they keep their frozen texts" in client.get(f"{article}/delete").text
    assert send(client, f"{article}/delete").location == "/articles"
    assert client.get(article).status_code == 404
    assert client.get(f"{article}/delete").status_code == 404
    assert "To be changed." in client.get(f"/c/{links[0]}").text


@pytest.mark.parametrize("rest", ["edit", "delete"])
def test_as_a_fragment_it_has_one_root(client: FlaskClient, article: str, rest: str) -> None:
    assert len(roots(client.get(f"{article}/{rest}", headers=FRAGMENT).text)) == 1


@pytest.mark.parametrize("rest", ["edit", "delete"])
@pytest.mark.parametrize("number", ["0", "999999", "9" * 40])
def test_of_an_article_that_does_not_exist_there_is_neither(client: FlaskClient, rest: str, number: str) -> None:
    """BAD_INPUT 44."""
    assert client.get(f"/articles/{number}/{rest}").status_code == 404
    assert send(client, f"/articles/{number}/{rest}", title="Mine").status_code in {404, 405}


@pytest.mark.parametrize("rest", ["edit", "delete"])
def test_without_the_form_s_token_nothing_changes(client: FlaskClient, article: str, rest: str) -> None:
    """BAD_INPUT 38."""
    assert client.post(f"{article}/{rest}", data={"title": "Mine"}).status_code == 403
    assert "First title" in client.get(article).text
