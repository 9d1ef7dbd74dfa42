"""`/api/v1/watches` and `/api/v1/articles/<id>/watch`."""

import pytest
from flask.testing import FlaskClient

from webapp.services import Paste, Services


@pytest.fixture
def article(services: Services) -> int:
    page = Paste("The mayor of Lyon said no.", origin="url", evidence={"address": "https://news.example/story"})
    return services.add_article(page)


def test_an_article_is_watched_listed_and_watched_no_longer(client: FlaskClient, article: int) -> None:
    watched = client.post(f"/api/v1/articles/{article}/watch", json={"minutes": 30})
    assert (watched.status_code, watched.json["watch"]["minutes"]) == (200, 30)
    (listed,) = client.get("/api/v1/watches").json["items"]
    assert (listed["article"]["id"], listed["watch"]["minutes"], listed["last_capture"]) == (article, 30, None)
    assert client.post(f"/api/v1/articles/{article}/watch/deletion", json={}).status_code == 204
    assert client.get("/api/v1/watches").json == {"items": [], "next": None}
    assert client.get(f"/api/v1/articles/{article}").json["watch"] is None


def test_the_list_comes_in_parts(client: FlaskClient, services: Services, article: int) -> None:
    other = services.add_article(Paste("No.", origin="url", evidence={"address": "https://news.example/no"}))
    for each in (article, other):
        client.post(f"/api/v1/articles/{each}/watch", json={})
    first = client.get("/api/v1/watches?limit=1").json
    second = client.get(f"/api/v1/watches?limit=1&cursor={first['next']}").json
    assert [part["items"][0]["article"]["id"] for part in (first, second)] == [article, other]
    assert second["next"] is None


@pytest.mark.parametrize("minutes", [14, 1441, "60", 1.5])
def test_a_time_that_cannot_be_is_refused(client: FlaskClient, article: int, minutes: object) -> None:
    refused = client.post(f"/api/v1/articles/{article}/watch", json={"minutes": minutes})
    assert (refused.status_code, refused.json["field"]) == (422, "minutes")
