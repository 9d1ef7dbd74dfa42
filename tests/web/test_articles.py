"""`/articles` and `/articles/<article_id>`: the library."""

import pytest
from flask.testing import FlaskClient

from tests.engine.shared import read_sample
from tests.web.conftest import FRAGMENT, RESTORE
from tests.web.forms import send
from tests.web.html import elements, roots, value_of


def test_it_lists_the_articles_newest_first(client: FlaskClient) -> None:
    added = send(client, "/articles", text="The newest of all.").location
    page = client.get("/articles")
    assert page.status_code == 200
    links = [link.attributes["href"] for link in elements(page.text, "a")]
    assert [link for link in links if link.startswith("/articles/") and link[-1].isdigit()] == [
        added,
        *(f"/articles/{n}" for n in (5, 4, 3, 2, 1)),
    ]


def test_it_finds_by_every_word(client: FlaskClient) -> None:
    links = elements(client.get("/articles?q=daily+lenczycki").text, "bdi", lang="en-US")
    assert [link.text for link in links] == ["China Is Quietly Working To Kill A Major UN Human Rights Report"]


def test_htmx_gets_the_list_alone(client: FlaskClient) -> None:
    answer = client.get("/articles?q=daily", headers=FRAGMENT | {"HX-Target": "div#articles"})
    assert [root.attributes["id"] for root in roots(answer.text)] == ["articles"]
    assert "HX-Push-Url" not in answer.headers


def test_a_history_restore_gets_the_page(client: FlaskClient) -> None:
    assert "<html" in client.get("/articles", headers=RESTORE).text


@pytest.mark.parametrize("headers", [{}, FRAGMENT, RESTORE])
@pytest.mark.parametrize("address", ["/articles", "/articles/1"])
def test_a_cache_is_told_that_page_and_fragment_differ(
    client: FlaskClient, address: str, headers: dict[str, str]
) -> None:
    assert {"HX-Request", "HX-Request-Type"} <= set(client.get(address, headers=headers).vary)


def test_a_pasted_text_becomes_an_article(client: FlaskClient) -> None:
    answer = send(client, "/articles", text="First line of it\r\n\r\nAnd the rest.", outlet="The Gazette")
    assert answer.status_code == 303
    page = client.get(answer.location).text
    assert elements(page, "h1")[0].text == "First line of it"
    assert [line.text for line in elements(page, "p", dir="auto")] == ["First line of it", "And the rest."]


def test_an_empty_text_comes_back_with_what_else_was_filled_in(client: FlaskClient) -> None:
    answer = send(client, "/articles", text=" ", title="My title", outlet="My outlet")
    assert answer.status_code == 422
    assert value_of(answer.text, "title") == "My title"
    assert value_of(answer.text, "outlet") == "My outlet"
    assert elements(answer.text, "p", id="text_problem")
    assert "open" in elements(answer.text, "details", id="add")[0].attributes


def test_one_article_shows_its_text_and_its_version(client: FlaskClient) -> None:
    page = client.get("/articles/1")
    assert page.status_code == 200
    assert "1 version" in elements(page.text, "h2", id="versions_title")[0].text
    assert "Bachelet" in page.text


def test_one_article_as_a_fragment_and_restored(client: FlaskClient) -> None:
    fragment = client.get("/articles/1", headers=FRAGMENT | {"HX-Target": "article#article"})
    assert [root.attributes["id"] for root in roots(fragment.text)] == ["article"]
    assert "<html" in client.get("/articles/1", headers=RESTORE).text


@pytest.mark.parametrize("article_id", ["0", "999999", "-1", "abc", "1.5", "9" * 19, "9" * 40])
def test_an_article_that_does_not_exist_is_not_found(client: FlaskClient, article_id: str) -> None:
    """BAD_INPUT 44."""
    assert client.get(f"/articles/{article_id}").status_code == 404


def test_the_stories_of_an_archive_are_offered_and_added_as_chosen(client: FlaskClient) -> None:
    text = read_sample("828cloud-archive").replace("\n", "\r\n")
    look = send(client, "/articles", text=text, do="look")
    titles = [box.attributes["value"] or "" for box in elements(look.text, "input", name="story")]
    assert len(titles) == 4
    assert titles[3].startswith("China Seeks to Stop UN Rights Chief")
    answer = send(client, "/articles", text=text, do="stories", story=titles[2:], outlet="828cloud")
    assert (answer.status_code, answer.location) == (303, "/articles")
    listed = [title.text for title in elements(client.get("/articles").text, "bdi")]
    assert [title for title in titles if title in listed] == titles[2:]


@pytest.mark.parametrize("story", [[], ["Another story"]])
def test_none_of_the_stories_is_chosen(client: FlaskClient, story: list[str]) -> None:
    answer = send(client, "/articles", text=read_sample("828cloud-archive"), do="stories", story=story)
    assert answer.status_code == 422
    assert "No story of this text was chosen" in elements(answer.text, "p", id="text_problem")[0].text


def test_a_single_story_is_not_offered_in_pieces(client: FlaskClient) -> None:
    look = send(client, "/articles", text=read_sample("ctv-scrape"), do="look")
    assert not elements(look.text, "input", name="story")
