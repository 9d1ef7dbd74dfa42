"""`/watches` and `/articles/<article_id>/watch`: articles whose pages are fetched again by themselves."""

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import FRAGMENT, RESTORE
from tests.web.forms import send
from tests.web.html import elements, roots
from webapp.services import Paste, Services


@pytest.fixture
def article(services: Services) -> int:
    """An article that came from an address, and is not watched."""
    page = Paste("The mayor of Lyon said no.", origin="url", evidence={"address": "https://news.example/story"})
    article = services.add_article(page)
    services.unwatch(article)
    return article


def said(client: FlaskClient, address: str) -> str:
    return " ".join(client.get(address).text.split())


def chosen(client: FlaskClient, article: int) -> list[str]:
    options = elements(client.get(f"/articles/{article}").text, "option")
    return [option.text for option in options if "selected" in option.attributes]


def test_an_article_is_watched_changed_and_watched_no_longer(client: FlaskClient, article: int) -> None:
    assert chosen(client, article) == ["every hour"]
    for minutes, words in (("15", "every 15 minutes"), ("90", "every 90 minutes")):
        answer = send(client, f"/articles/{article}/watch", minutes=minutes, do="watch")
        assert (answer.status_code, answer.location) == (303, f"/articles/{article}")
        assert f"fetched {words}, next on" in said(client, f"/articles/{article}")
        assert chosen(client, article) == [words]
        assert f"Fetched {words}, next on" in said(client, "/watches")
    send(client, f"/articles/{article}/watch", do="stop")
    assert "Watched since" not in said(client, f"/articles/{article}")
    assert "No article is watched." in said(client, "/watches")


@pytest.mark.parametrize("minutes", ["", "soon", "-15", "5", "1441", "9" * 30])
def test_a_time_that_cannot_be_is_said_beside_its_field(client: FlaskClient, article: int, minutes: str) -> None:
    """BAD_INPUT 36."""
    answer = send(client, f"/articles/{article}/watch", minutes=minutes, do="watch")
    assert answer.status_code == 422
    assert elements(answer.text, "p", id="minutes_problem")
    assert elements(answer.text, "select", id="minutes")[0].attributes["aria-invalid"] == "true"
    assert "open" not in elements(answer.text, "details")[0].attributes


def test_what_was_pasted_has_no_page_to_watch(client: FlaskClient, services: Services) -> None:
    pasted = services.add_article(Paste("A text that was pasted."))
    assert not elements(client.get(f"/articles/{pasted}").text, "form", id="watch")
    assert send(client, f"/articles/{pasted}/watch", minutes="60", do="watch").status_code == 422


def test_an_article_that_is_not_there_is_not_watched(client: FlaskClient) -> None:
    for do in ("watch", "stop"):
        assert send(client, "/articles/99999/watch", minutes="60", do=do).status_code == 404


@pytest.mark.parametrize("headers", [{}, FRAGMENT, RESTORE])
def test_the_list_is_a_page_or_a_part(client: FlaskClient, article: int, headers: dict[str, str]) -> None:
    send(client, f"/articles/{article}/watch", minutes="60", do="watch")
    answer = client.get("/watches", headers=headers)
    assert {"HX-Request", "HX-Request-Type"} <= set(answer.vary)
    assert ("<html" in answer.text) == (headers is not FRAGMENT)
    if headers is FRAGMENT:
        assert [root.attributes["id"] for root in roots(answer.text)] == ["watches"]


def test_a_long_list_comes_in_parts(client: FlaskClient, services: Services) -> None:
    for number in range(51):
        evidence = {"address": f"https://news.example/part{number}"}
        services.watch(services.add_article(Paste(f"Story {number}.", origin="url", evidence=evidence)), 60)
    first = client.get("/watches").text
    (following,) = elements(first, "a", rel="next")
    second = client.get(str(following.attributes["href"])).text
    assert "Story 50." in second
    assert not elements(second, "a", rel="next")
    for each in services.watched(100):
        services.unwatch(each.article.id)


def test_a_part_that_is_none_is_refused(client: FlaskClient) -> None:
    assert client.get("/watches?after=soon").status_code == 400
