"""`/c/<id>` and `/c/<id>/verify`: what is told of both texts is what was so when the link was made; it goes with it."""

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.conftest import Pair
from tests.web.forms import send
from tests.web.html import elements
from tests.web.test_security import dump
from tests.web.test_sharing import share, value_of_id
from webapp.engine.options import Options
from webapp.services import Paste, Services
from webapp.storage.records import Description, Result

SIDES = [Paste("The mayor said no.", "Nine", "The Daily"), Paste("The mayor said yes.", "Noon", "The Daily")]
HOSTILE = '"><img src=x onerror=alert(1)>'


def describe_anew(app: Flask, article_id: int, title: str = HOSTILE) -> None:
    with app.extensions["stet.database"].write() as store:
        store.articles.describe(article_id, Description(title, "The Weekly"))


def freeze_as_before(app: Flask, services: Services, sides: list[Paste]) -> str:
    """Return a link whose result holds no description, as all were before descriptions were frozen."""
    shared = services.share(sides, Options()).permalink
    values = json.loads(shared.result_json)
    del values["sources"]
    with app.extensions["stet.database"].write() as store:
        result = Result(json.dumps(values).encode(), values["engine"])
        return f"/c/{store.comparisons.add(shared.old.id, shared.new.id, result)}"


def test_a_text_that_a_program_added_to_a_sample_is_not_said_to_come_from_a_file(
    client: FlaskClient, services: Services, pair: Pair
) -> None:
    card = services.search_articles("828cloud")[0]
    sent = client.post(f"/api/v1/articles/{card.id}/versions", json={"text": "Something else altogether."})
    assert sent.json["origin"] == "api"
    link = f"/c/{services.freeze(sent.json['id'], pair.new, Options())}"
    (evidence,) = elements(client.get(link).text, "dl", class_="evidence")
    assert "(sent by a program, version 2)" in evidence.text
    assert "(loaded from a file of a collection, version 1)" in evidence.text


@pytest.mark.parametrize("form", ["", "/embed", "?change=c1"])
def test_the_page_shows_what_was_frozen_and_todays_beside_it_as_text(
    client: FlaskClient, app: Flask, services: Services, form: str
) -> None:
    """BAD_INPUT 22."""
    shared = services.share(SIDES, Options()).permalink
    address = f"/c/{shared.public_id}{form}"
    before = client.get(address).text
    assert "today:" not in before
    describe_anew(app, shared.old.article.id)
    after = client.get(address).text
    assert [heading.text for heading in elements(after, "h2", dir="auto")][:2] == ["Nine", "Noon"]
    (today,) = elements(after, "span", class_="source today")
    assert " ".join(today.text.split()) == f"today: {HOSTILE} · The Weekly · no date"
    assert not elements(after, "img")
    title = elements(after, "title")[0].text
    assert title.startswith("Nine / Noon")


def test_a_link_from_before_does_not_claim_that_its_description_was_frozen(
    client: FlaskClient, app: Flask, services: Services
) -> None:
    texts = [Paste("The mayor said never.", "Ten"), Paste("The mayor said always.", "Noon")]
    link = freeze_as_before(app, services, texts)
    claim, said = "This page will not change", "were not frozen with this link; today’s are shown"
    new = client.get(f"/c/{services.share(texts, Options()).permalink.public_id}").text
    assert claim in new and said not in new
    for form in ("", "/embed"):
        page = client.get(link + form).text
        assert claim not in page
        assert said in page


def test_the_check_says_exactly_what_it_checked(client: FlaskClient, app: Flask, services: Services) -> None:
    shared = services.share(SIDES, Options()).permalink
    page = client.get(f"/c/{shared.public_id}/verify").text
    assert "The checksum of the result also covers the title, outlet, date and capture of both texts" in page
    assert "pasted by a reader, version 1" in page
    before = client.get(f"{freeze_as_before(app, services, SIDES)}/verify").text
    assert "This is what was frozen" in before
    assert "Title, outlet and date were not frozen with this link, so they were not checked" in before
    for each in (page, before):
        assert "No checksum covers the link’s own title, note and expiry date" in each


def test_a_program_is_told_the_sources_and_whether_they_were_frozen(
    client: FlaskClient, app: Flask, services: Services
) -> None:
    shared = services.share(SIDES, Options()).permalink
    before = freeze_as_before(app, services, SIDES)
    describe_anew(app, shared.old.article.id, "Anew")
    for link, is_frozen, title in ((f"/c/{shared.public_id}", True, "Nine"), (before, False, "Anew")):
        path = f"/api/v1/permalinks/{link.removeprefix('/c/')}"
        told = client.get(path).json
        assert (told["sources_frozen"], told["sources"]["old"]["title"]) == (is_frozen, title)
        assert told["sources"]["old"]["origin"] == "paste"
        assert client.get(f"{path}/verification").json["sources_frozen"] == is_frozen
        assert ("sources" in client.get(f"{path}/result").json) == is_frozen


def test_what_was_pasted_for_a_link_goes_with_it_and_what_was_added_to_the_library_stays(
    client: FlaskClient, app: Flask
) -> None:
    added = send(client, "/articles", text="Added to the library.")
    picked = added.location.rpartition("/")[2]
    version = app.extensions["stet.services"].article(int(picked)).article.version_id
    desk = send(client, "/", old=version, new_text="Pasted on the desk.").location
    old, new = (int(part.partition("=")[2]) for part in desk.partition("?")[2].split("&"))
    link = share(client, Pair(old, new), title="Its title", note="Its note")
    key = value_of_id(client.get(link).text, "delete_key")
    assert send(client, f"{link}/delete", key=key).status_code == 200
    stored = dump(app)
    assert "Added to the library." in stored
    assert not [words for words in ("Pasted on the desk.", "Its title", "Its note") if words in stored]
    assert client.get(desk).status_code == 404
