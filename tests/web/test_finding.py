"""The search of the library, its filters, and the relatives of an article, as pages."""

from io import BytesIO

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage

from tests.web.conftest import FRAGMENT
from tests.web.forms import send
from tests.web.html import elements
from webapp.services import Paste, Services

STORY = [f"The <b>harbour</b> of town {number} was closed by the storm." for number in range(10)]


@pytest.fixture(scope="module")
def harbours(services: Services) -> tuple[int, int]:
    """Two articles that share most of their sentences."""
    first = services.add_article(Paste(" ".join(STORY), "Harbours & storms", "The Port", language="en"))
    second = services.add_article(Paste(" ".join(STORY[:9]), "Harbours, later", "The Port", language="en"))
    return first, second


def listed(page: str) -> str:
    return " ".join(elements(page, id="articles")[0].text.split())


@pytest.mark.usefixtures("harbours")
def test_the_sentence_that_was_found_is_shown_with_its_words_marked(client: FlaskClient) -> None:
    page = client.get("/articles?q=harbour+closed").text
    assert [mark.text for mark in elements(page, "mark")][:2] == ["harbour", "closed"]
    assert "The <b>harbour</b> of town 0 was closed by the storm." in listed(page)


@pytest.mark.usefixtures("harbours")
def test_the_filters_are_in_the_address_and_stay_filled_in(client: FlaskClient) -> None:
    page = client.get("/articles?q=storm&by_outlet=the+port&in_language=en").text
    assert "Harbours, later" in listed(page)
    assert elements(page, id="narrow_outlet")[0].attributes["value"] == "the port"
    assert "No article matches" in listed(client.get("/articles?q=storm&by_outlet=nobody").text)
    assert "No article matches" in listed(client.get("/articles?q=storm&since=2026-01-01").text)
    assert "Harbours" in listed(client.get("/articles?q=stor", headers=FRAGMENT).text)


@pytest.mark.parametrize("field", ["since=2026-13-01", "until=yesterday", "before=x", "before=0", "before=" + "9" * 30])
def test_a_filter_that_cannot_be_used_is_said(client: FlaskClient, field: str) -> None:
    answer = client.get(f"/articles?{field}")
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_the_library_goes_on_to_older_articles(client: FlaskClient, services: Services) -> None:
    services.add_articles([Paste(f"A tram of line {number} stopped.", f"Tram {number}") for number in range(60)])
    page = client.get("/articles?q=tram+stopped").text
    (link,) = elements(page, rel="next")
    rest = client.get(link.attributes["href"]).text
    assert "Tram 59" in listed(page) and "Tram 0 " not in listed(page)
    assert "Tram 0 " in listed(rest) and not elements(rest, rel="next")


def test_an_article_names_its_relatives_and_may_become_a_version_of_one(
    client: FlaskClient, services: Services, harbours: tuple[int, int]
) -> None:
    first, second = harbours
    page = client.get(f"/articles/{second}").text
    said = " ".join(elements(page, "section", **{"aria-labelledby": "relatives_title"})[0].text.split())
    assert f"This article shares 100 % of its sentences with it (article {first})." in said.replace("\xa0", " ")
    answer = send(client, f"/articles/{second}/joined", into=str(first))
    assert answer.location == f"/articles/{first}"
    assert len(services.article(first).versions) == 2


def test_the_desk_offers_likely_partners_first(client: FlaskClient, services: Services) -> None:
    lines = [f"The airport of town {number} opened in the morning." for number in range(8)]
    first = services.article(services.add_article(Paste(" ".join(lines), "Airports"))).article
    second = services.article(services.add_article(Paste(" ".join(lines[1:]), "Airports, later"))).article
    services.add_article(Paste("Something else.", "Newest"))
    page = client.get(f"/-/articles/new?old={first.version_id}").text
    picks = elements(page, "input", name="new")
    assert picks[0].attributes["value"] == str(second.version_id)
    assert [each.attributes["value"] for each in picks].count(str(second.version_id)) == 1
    assert "share sentences with what is picked" in elements(page, id="new_articles")[0].text


def test_an_added_file_says_what_it_may_be_a_version_of(client: FlaskClient, services: Services) -> None:
    lines = [f"The station of town {number} closed in the evening." for number in range(8)]
    services.add_article(Paste(" ".join(lines), "Stations"))
    sent = FileStorage(BytesIO(" ".join(lines[1:]).encode()), "later.txt")
    page = send(client, "/articles/files", files=sent).text
    assert "shares 100 % of its sentences" in elements(page, id="files")[0].text.replace("\xa0", " ")
