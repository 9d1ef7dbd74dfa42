"""`/comparisons` and `/c/<public_id>`: a comparison, frozen and shown for ever."""

import hashlib
import json
import re
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.engines import numbered_999
from tests.web.conftest import FRAGMENT, RESTORE, Pair
from tests.web.forms import send
from tests.web.html import elements, roots
from webapp.app import create_app
from webapp.engine.options import Options
from webapp.exporters.formats import FORMATS
from webapp.services import Paste, Services, parse_terms, sample_folders
from webapp.settings import load_settings
from webapp.storage.records import Result

FROZEN = Path(__file__).parent / "frozen"
RESULT = FRAGMENT | {"HX-Target": "section#result"}
READERS = {
    "webapp.engine.codec",
    "webapp.engine.model",
    "webapp.engine.options",
    "webapp.engine.span",
    "webapp.engine.changes.judgement",
}
"""What reads a stored comparison. No table of a language and no stage of the engine is among it."""


def reading(page: str) -> list[str]:
    """Return the marked passages of a page, byte for byte."""
    article = page[page.index("<article") : page.index("</article>")]
    return re.findall(r"<p dir=.*?</p>", article, re.DOTALL)


def test_sharing_freezes_what_is_seen_and_leads_to_its_link(client: FlaskClient, pair: Pair) -> None:
    answer = send(client, "/comparisons", old=pair.old, new=pair.new, ignore="case", show="spacing")
    assert answer.status_code == 303
    page = client.get(answer.location)
    assert page.status_code == 200
    assert "case" in elements(page.text, "p", class_="chosen")[0].text
    live = client.get(f"/compare?old={pair.old}&new={pair.new}&ignore=case&show=spacing")
    assert reading(page.text) == reading(live.text) != []


def test_sharing_what_does_not_exist_stores_nothing_and_says_so(client: FlaskClient, pair: Pair) -> None:
    assert send(client, "/comparisons", old=pair.old, new=999999).status_code == 404
    assert send(client, "/comparisons", old=pair.old, new=pair.old).status_code == 422
    assert send(client, "/comparisons", old=pair.old, new=pair.new, ignore="meaning").status_code == 422
    assert send(client, "/comparisons").status_code == 422


def test_it_says_when_and_by_what_it_was_frozen_and_the_sums_of_both_texts(
    client: FlaskClient, services: Services, pair: Pair, link: str
) -> None:
    page = client.get(link).text
    assert "Frozen on" in elements(page, "p", class_="frozen")[0].text
    sums = [code.text for code in elements(page, "code")]
    assert [services.version(pair.old).sha256, services.version(pair.new).sha256] == sums[:2]


def test_it_does_not_change_when_the_article_does(client: FlaskClient, services: Services) -> None:
    article, other = services.search_articles("828cloud")[0], services.search_articles("nextshark")[0]
    link = f"/c/{services.freeze(article.version_id, other.version_id, Options())}"
    before = client.get(link).text
    services.add_version(article.id, "Something else altogether.")
    assert client.get(link).text == before


def test_it_is_the_same_after_a_restart(client: FlaskClient, app: Flask, link: str) -> None:
    again = create_app(load_settings(data_dir=app.extensions["stet.settings"].data_dir))
    assert again.test_client().get(link).data == client.get(link).data
    again.extensions["stet.database"].close()


FORMS = ("", "?change=c2", "?view=side&lens=quotations", "/embed", "/embed?change=c2&theme=dark", "/card.png", ".json")


def everything(app: Flask, link: str) -> dict[str, bytes]:
    """Return what each address of a link answers, and what oEmbed says of it."""
    client = app.test_client()
    addresses = [link + form for form in (*FORMS, *(f".{ending}" for ending in FORMATS))]
    answers = {address: client.get(address) for address in (*addresses, f"/oembed?url=http://localhost{link}")}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {address: answer.data for address, answer in answers.items()}


def open_copy(database: Path, folder: Path) -> Flask:
    folder.mkdir()
    shutil.copy(database, folder)
    return create_app(load_settings(data_dir=folder))


def test_a_link_is_byte_for_byte_the_same_whatever_happens_around_it(tmp_path: Path) -> None:
    """A newer version of both articles, another link, a restart, another engine, a copy of the file elsewhere."""
    first = create_app(load_settings(data_dir=tmp_path / "first"))
    services = first.extensions["stet.services"]
    services.seed(sample_folders()[0])
    old, new = services.search_articles("")[:2]
    link = f"/c/{services.freeze(old.version_id, new.version_id, Options(), parse_terms('A title', 'A note'))}"
    before = everything(first, link)
    for article in (old, new):
        services.add_version(article.id, "Something else altogether.")
    services.freeze(new.version_id, old.version_id, Options())
    assert everything(first, link) == before
    first.extensions["stet.database"].close()
    second = open_copy(tmp_path / "first" / "stet.sqlite3", tmp_path / "second")
    database, settings = second.extensions["stet.database"], second.extensions["stet.settings"]
    second.extensions["stet.services"] = Services(database, settings, compare=numbered_999)
    assert everything(second, link) == before
    assert "Engine 999" in second.test_client().get(f"{link}/verify").text
    second.extensions["stet.database"].close()


@pytest.mark.parametrize("stored", sorted(FROZEN.glob("*.json")), ids=lambda path: path.stem)
def test_what_an_earlier_engine_froze_is_still_shown_in_every_form(
    app: Flask, services: Services, stored: Path
) -> None:
    """These files are never written anew: whoever changes the public form must still read what it was."""
    texts = [stored.with_suffix(f".{side}.txt").read_bytes().decode() for side in ("old", "new")]
    old, new = services.choose([Paste(text, title) for text, title in zip(texts, ("Nine", "Noon"), strict=True)])
    values = json.loads(stored.read_bytes())
    with app.extensions["stet.database"].write() as store:
        link = f"/c/{store.comparisons.add(old, new, Result(stored.read_bytes(), values['engine']))}"
    answers = everything(app, link)
    assert answers[f"{link}.json"] == stored.read_bytes()
    assert all(f'id="{change["id"]}"'.encode() in answers[link] for change in values["changes"][1:])
    assert services.verify(link.removeprefix("/c/")).holds


def test_a_link_is_shown_by_what_was_frozen_and_nothing_of_the_engine_that_could_be_another_one_tomorrow(
    app: Flask, link: str
) -> None:
    """Every module whose functions run while the link is served in all its forms."""
    ran: set[str] = set()
    sys.setprofile(lambda frame, event, argument: ran.add(frame.f_globals.get("__name__", "")))
    try:
        everything(app, link)
    finally:
        sys.setprofile(None)
    assert {name for name in ran if name.startswith("webapp.engine")} <= READERS


def test_a_link_from_before_the_ledger_was_kept_says_so(app: Flask, services: Services) -> None:
    shared = services.share([Paste("Nobody said no.\n\nIt rained."), Paste("Nobody said no.\n\nIt snowed.")], Options())
    values = json.loads(shared.permalink.result_json)
    del values["languages"], values["ledger"]
    sides = (shared.permalink.old.id, shared.permalink.new.id)
    with app.extensions["stet.database"].write() as store:
        result = Result(json.dumps(values, separators=(",", ":"), sort_keys=True).encode(), "3")
        public_id = store.comparisons.add(*sides, result)
    page = app.test_client().get(f"/c/{public_id}").text
    assert "this link was made before Stet recorded it" in page
    assert "stands." not in page
    assert services.verify(public_id).today.is_equal


def test_the_view_switches_without_a_page(client: FlaskClient, link: str) -> None:
    answer = client.get(f"{link}?view=side", headers=RESULT)
    assert [root.attributes["id"] for root in roots(answer.text)] == ["result"]
    assert answer.headers["HX-Push-Url"] == f"{link}?view=side"
    assert client.get(link, headers=RESULT).headers["HX-Push-Url"] == link


def test_a_history_restore_gets_the_page(client: FlaskClient, link: str) -> None:
    assert "<html" in client.get(link, headers=RESTORE).text


@pytest.mark.parametrize("headers", [{}, RESULT, RESTORE])
def test_a_cache_is_told_that_page_and_fragment_differ(client: FlaskClient, link: str, headers: dict[str, str]) -> None:
    assert {"HX-Request", "HX-Request-Type"} <= set(client.get(link, headers=headers).vary)


def test_it_offers_the_link_and_a_frame_to_copy(client: FlaskClient, link: str) -> None:
    page = client.get(link).text
    (field,) = elements(page, "input", id="link")
    (code,) = elements(page, "input", id="iframe")
    (frame,) = elements(code.attributes["value"], "iframe")
    assert field.attributes["value"] == f"http://localhost{link}"
    assert frame.attributes["src"] == f"http://localhost{link}/embed"
    copied = [button.attributes["data-copy"] for button in elements(page, "button") if "data-copy" in button.attributes]
    assert copied == ["link", "iframe"]


def test_the_link_begins_with_the_address_that_the_settings_name(app: Flask, link: str) -> None:
    settings = load_settings(data_dir=app.extensions["stet.settings"].data_dir, public_url="https://stet.example/")
    named = create_app(settings)
    page = named.test_client().get(link).text
    named.extensions["stet.database"].close()
    assert elements(page, "input", id="link")[0].attributes["value"] == f"https://stet.example{link}"


def test_it_leads_on_to_the_same_comparison_of_today(client: FlaskClient, pair: Pair, link: str) -> None:
    assert elements(client.get(link).text, "a", href=f"{link}/again")
    assert client.get(f"{link}/again").location == f"/compare?old={pair.old}&new={pair.new}"


def test_its_json_is_what_was_stored_byte_for_byte(client: FlaskClient, services: Services, link: str) -> None:
    answer = client.get(f"{link}.json")
    permalink = services.permalink(link.removeprefix("/c/"))
    assert answer.mimetype == "application/json"
    assert hashlib.sha256(answer.data).hexdigest() == permalink.result_sha256
    assert json.loads(answer.data)["schema"] == "stet.comparison/1"


def test_an_embed_has_no_way_out_no_cookie_and_one_script_that_tells_its_height(client: FlaskClient, link: str) -> None:
    """BAD_INPUT 40, the half that is ours; the browser's half is tried in a browser."""
    answer = client.get(f"{link}/embed")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert {element.tag for element in elements(answer.text)}.isdisjoint({"nav", "form", "a"})
    assert [script.attributes["src"].partition("?")[0] for script in elements(answer.text, "script")] == [
        "/static/js/frame.js"
    ]
    assert reading(answer.text) == reading(client.get(link).text)


def test_what_is_not_there_looks_the_same_whatever_the_reason(
    client: FlaskClient, app: Flask, services: Services, pair: Pair
) -> None:
    """BAD_INPUT 43."""
    deleted, expired, cut = (services.freeze(pair.old, pair.new, Options()) for _ in range(3))
    services.withdraw(deleted)
    with closing(sqlite3.connect(app.extensions["stet.settings"].data_dir / "stet.sqlite3")) as database:
        database.execute("UPDATE comparison SET expires_at = '2020-01-01 00:00:00' WHERE public_id = ?", [expired])
        database.commit()
    names = [deleted, expired, cut[:-1], "A" * 22, "x", "%00", "..", "a" * 3000]
    for end in ("", "/embed", ".json"):
        answers = [client.get(f"/c/{name}{end}") for name in names if name != ".."]
        assert {answer.status_code for answer in answers} == {404}
        assert len({answer.data for answer in answers}) == 1


def test_an_unknown_view_is_a_bad_request(client: FlaskClient, link: str) -> None:
    """BAD_INPUT 44."""
    assert client.get(f"{link}?view=sideways").status_code == 400
    assert client.get(f"{link}/embed?view=sideways").status_code == 400


def test_a_hostile_title_stays_inside_the_code_for_a_frame(client: FlaskClient, services: Services) -> None:
    """BAD_INPUT 22: the code is escaped twice, for the page that shows it and for the page it is pasted into."""
    hostile = '"><img src=x onerror=alert(1)>'
    sent = send(client, "/", old_text="One.", old_title=hostile, new_text="Two.")
    old, new = (int(part.partition("=")[2]) for part in sent.location.partition("?")[2].split("&"))
    page = client.get(f"/c/{services.freeze(old, new, Options())}").text
    (field,) = elements(page, "input", id="iframe")
    frame, script = elements(field.attributes["value"])
    assert script.attributes.keys() == {"src", "async"}
    assert frame.tag == "iframe"
    assert hostile in frame.attributes["title"]
