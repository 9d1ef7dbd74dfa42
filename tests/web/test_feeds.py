"""`/changes.atom`, `/changes.json` and their like: what changed, for readers of feeds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.feeds import read
from tests.web.html import elements
from webapp.app import create_app
from webapp.services import Paste, Services
from webapp.services.history import changes
from webapp.settings import load_settings

NINE = 'The council met on Monday. Four people came. "We will stay," said the mayor. Nobody else was there.'
NOON = NINE.replace("Four", "Five").replace("will stay", "will go")
ONE = NOON.replace(" Nobody else was there.", "")
START = datetime(2026, 11, 2, 9, 14, tzinfo=UTC)
KINDS = ["atom", "json"]


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    app = create_app(load_settings(data_dir=tmp_path, imports_per_minute=0, comparisons_per_minute=0))
    yield app
    app.extensions["stet.database"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def services(app: Flask) -> Services:
    found: Services = app.extensions["stet.services"]
    return found


def add(services: Services, *texts: str, title: str = "The council", collection: str = "Town") -> int:
    """Add an article whose versions are captured an hour apart, after a first one."""
    first = Paste("Before it all.", title=title, outlet="The Gazette", collection=collection)
    article = services.add_article(replace(first, text=f"{title}: {first.text}"))
    for hour, text in enumerate(texts):
        services.add_versions(article, Paste(text), START + timedelta(hours=hour))
    return article


@pytest.mark.parametrize("kind", KINDS)
def test_each_version_after_the_first_says_what_changed(client: FlaskClient, services: Services, kind: str) -> None:
    article = add(services, NINE, NOON, ONE)
    now, one, noon, nine = services.article(article).versions
    feed = read(client, f"/changes.{kind}")
    assert feed.title == "What changed in the library"
    assert (feed.page, feed.address) == ("http://localhost/articles", f"http://localhost/changes.{kind}")
    newest, dropped, edited = feed.entries
    assert newest.link == f"http://localhost/compare?old={one.id}&new={now.id}"
    assert edited.title == "1 number and 1 quotation changed: The council"
    assert edited.link == f"http://localhost/compare?old={nine.id}&new={noon.id}"
    assert (edited.moment, edited.outlet, edited.collection) == (START + timedelta(hours=1), "The Gazette", "Town")
    assert (dropped.title, dropped.summary) == ("1 sentence dropped: The council", "1 sentence dropped")
    assert client.get(edited.link).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_a_collection_and_an_article_have_feeds_of_their_own(
    client: FlaskClient, services: Services, kind: str
) -> None:
    council, harbour = add(services, NINE), add(services, NOON, title="The harbour", collection="Coast")
    everything = read(client, f"/changes.{kind}").entries
    town = read(client, f"/collections/{services.collection_named('Town').slug}/changes.{kind}")
    alone = read(client, f"/articles/{harbour}/changes.{kind}")
    assert len(everything) == 2
    assert [entry.collection for entry in town.entries] == ["Town"]
    assert (town.title, alone.title) == ("What changed in Town", "What changed in The harbour")
    assert {*town.entries, *alone.entries} == set(everything)
    assert read(client, f"/articles/{council}/changes.{kind}").entries == town.entries


def test_both_kinds_say_the_same_under_the_same_names(client: FlaskClient, services: Services) -> None:
    add(services, NINE, NOON)
    assert read(client, "/changes.atom").entries == read(client, "/changes.json").entries


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_stays_when_all_else_is_described_anew(client: FlaskClient, services: Services, kind: str) -> None:
    article = add(services, NINE)
    (before,) = read(client, f"/changes.{kind}").entries
    services.describe(article, {"title": "Another title", "outlet": "", "collection": ""})
    services.add_versions(article, Paste(NOON), START - timedelta(days=1))
    after = read(client, f"/changes.{kind}").entries
    assert before.id in {entry.id for entry in after}
    assert before.id.startswith("urn:uuid:")
    assert all(entry.title.endswith(": Another title") for entry in after)


def test_names_are_of_one_library(client: FlaskClient, services: Services, tmp_path: Path) -> None:
    add(services, NINE)
    other = create_app(load_settings(data_dir=tmp_path / "other"))
    add(other.extensions["stet.services"], NINE)
    (here,), (there,) = (read(each, "/changes.atom").entries for each in (client, other.test_client()))
    assert (here.title, here.id == there.id) == (there.title, False)
    other.extensions["stet.database"].close()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_told_that_is_not_in_the_library(client: FlaskClient, services: Services, kind: str) -> None:
    gone = add(services, NINE)
    held, _ = services.choose([Paste(NINE), Paste(NOON)])
    draft = services.version(held).article.id
    services.delete_article(gone)
    assert read(client, f"/changes.{kind}").entries == []
    for path in (f"/articles/{gone}", f"/articles/{draft}", "/articles/999", "/collections/town", "/collections/%00"):
        assert client.get(f"{path}/changes.{kind}").status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_titles_are_text_whatever_they_hold(client: FlaskClient, services: Services, kind: str) -> None:
    """BAD_INPUT 22."""
    titles = [
        '"><img src=x onerror=alert(1)>',
        "Mayor & ]]> co",
        "العمدة (2)",
        "a\x01b\u202ec",
        "c\ufffe",
        "Ünïcode 🏳️‍🌈",
    ]
    for title in titles:
        add(services, NINE, title=title, collection=title)
    said = [entry.title.partition(": ")[2] for entry in read(client, f"/changes.{kind}").entries]
    assert titles[0] in said and titles[1] in said and titles[5] in said
    assert "\u2068العمدة (2)\u2069" in said
    assert "a[SOH]b[RLO]c" in said


@pytest.mark.parametrize("kind", KINDS)
def test_what_has_not_changed_is_not_sent_again(client: FlaskClient, services: Services, kind: str) -> None:
    article = add(services, NINE)
    for encoding in ("", "gzip"):
        first = client.get(f"/changes.{kind}", headers={"Accept-Encoding": encoding})
        asked = {"If-None-Match": first.headers["ETag"], "Accept-Encoding": encoding}
        again = client.get(f"/changes.{kind}", headers=asked)
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
        assert first.headers["Cache-Control"] == "private, no-cache"
        services.add_version(article, f"{NINE} {encoding} And that was all.")
        assert client.get(f"/changes.{kind}", headers=asked).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_feed_comes_in_parts(
    client: FlaskClient, services: Services, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "TOLD_AT_ONCE", 3)
    article = add(services, *(NINE.replace("Four", str(number)) for number in range(10, 17)))
    parts = [read(client, f"/changes.{kind}")]
    while parts[-1].following:
        parts.append(read(client, parts[-1].following.removeprefix("http://localhost")))
    assert [len(part.entries) for part in parts] == [3, 3, 1]
    ids = [entry.id for part in parts for entry in part.entries]
    assert len(set(ids)) == len(services.article(article).versions) - 1
    moments = [entry.moment for part in parts for entry in part.entries]
    assert moments == sorted(moments, reverse=True)
    assert parts[1].address.removeprefix("http://localhost") == f"/changes.{kind}?{parts[1].address.partition('?')[2]}"
    for behind, status in (("0", 400), ("a", 400), ("99999", 404)):
        assert client.get(f"/changes.{kind}?before={behind}").status_code == status


def test_pages_name_their_feeds_to_readers_and_programs(client: FlaskClient, services: Services) -> None:
    article, slug = add(services, NINE), services.collection_named("Town").slug
    paths = {
        "/articles": "/changes",
        f"/articles?collection={slug}": f"/collections/{slug}/changes",
        f"/articles/{article}": f"/articles/{article}/changes",
    }
    for page, feed in paths.items():
        text = client.get(page).text
        named = {each.attributes["href"]: each.attributes["type"] for each in elements(text, "link", rel="alternate")}
        assert named == {f"{feed}.atom": "application/atom+xml", f"{feed}.json": "application/feed+json"}
        links = {each.attributes["href"] for each in elements(text, "a")}
        assert set(named) <= links
        for address, media_type in named.items():
            answer = client.get(address)
            assert (answer.status_code, answer.mimetype) == (200, media_type)


def test_a_held_text_names_no_feed(client: FlaskClient, services: Services) -> None:
    client.post("/", data={"do": "compare", "old_text": NINE, "new_text": NOON})
    page = client.get("/articles").text
    assert elements(page, "link", rel="alternate")
    held, _ = services.choose([Paste(f"{NINE} A draft."), Paste(NOON)])
    with client.session_transaction() as session:
        session["held"] = [held]
    draft = client.get(f"/articles/{services.version(held).article.id}")
    assert elements(draft.text, "link", rel="alternate") == []


def test_addresses_are_those_of_readers(tmp_path: Path) -> None:
    app = create_app(load_settings(data_dir=tmp_path / "public", public_url="https://stet.example/diff"))
    add(app.extensions["stet.services"], NINE)
    feed = read(app.test_client(), "/changes.atom")
    assert feed.address == "https://stet.example/diff/changes.atom"
    assert feed.entries[0].link.startswith("https://stet.example/diff/compare?old=")
    app.extensions["stet.database"].close()
