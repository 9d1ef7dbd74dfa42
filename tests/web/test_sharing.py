"""`/comparisons/new`, `/c/<id>/delete`, `/c/<id>/verify`: what a sharer says, takes back and can prove."""

import json
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.engines import numbered_999
from tests.web.conftest import FRAGMENT, Pair
from tests.web.forms import send, token
from tests.web.html import elements, value_of
from tests.web.test_security import dump, every_address, look
from webapp.engine.options import Options
from webapp.exporters.formats import FORMATS
from webapp.services import Services, parse_terms, public_json
from webapp.storage.records import Result


def share(client: FlaskClient, pair: Pair, **said: str) -> str:
    """Share by the form and return the address of the link."""
    answer = send(client, "/comparisons", old=pair.old, new=pair.new, **said)
    assert answer.status_code == 303
    return answer.location


def execute(app: Flask, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(app.extensions["stet.settings"].data_dir / "stet.sqlite3")) as database:
        database.execute(statement, values)
        database.commit()


def test_a_title_and_a_note_stand_on_the_link_as_text(client: FlaskClient, pair: Pair) -> None:
    """BAD_INPUT 22."""
    hostile = '"><img src=x onerror=alert(1)>'
    page = client.get(share(client, pair, title=hostile, note=f"See\r\n{hostile}\u202e")).text
    (said,) = elements(page, "div", class_="said")
    assert hostile in said.text
    assert "RLO" in said.text
    assert not elements(page, "img")


def test_the_form_keeps_the_options_of_the_comparison(client: FlaskClient, pair: Pair) -> None:
    page = client.get(f"/comparisons/new?old={pair.old}&new={pair.new}&ignore=case&show=spacing").text
    assert (value_of(page, "ignore"), value_of(page, "show")) == ("case", "spacing")
    assert (value_of(page, "old"), value_of(page, "new")) == (str(pair.old), str(pair.new))


def test_the_comparison_leads_to_the_form_with_its_options(client: FlaskClient, pair: Pair) -> None:
    page = client.get(f"/compare?old={pair.old}&new={pair.new}&ignore=case").text
    (link,) = elements(page, "a", class_="aside")
    href = link.attributes["href"]
    assert href.startswith("/comparisons/new?") and "ignore=case" in href


@pytest.mark.parametrize(
    ("said", "status", "complaint"),
    [
        ({"expires": "date", "date": "2020-01-01"}, 422, "This date is past"),
        ({"expires": "date", "date": ""}, 422, "or on a date such as"),
        ({"expires": "fortnight"}, 422, "never, after a day"),
        ({"note": "x" * 2001}, 413, "the limit is 2,000"),
        ({"title": "x" * 301}, 413, "the limit is 300"),
        ({"title": "\0"}, 422, "NUL"),
    ],
)
@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_what_cannot_be_said_comes_back_as_it_was_filled_in(
    client: FlaskClient, pair: Pair, said: dict[str, str], status: int, complaint: str, headers: dict[str, str]
) -> None:
    answer = send(client, "/comparisons", headers, old=pair.old, new=pair.new, ignore="case", **said)
    assert answer.status_code == status
    assert complaint in "".join(element.text for element in elements(answer.text, "p", class_="problem"))
    assert value_of(answer.text, "ignore") == "case"
    for name in said.keys() - {"expires"}:
        assert value_of(answer.text, name) == said[name].replace("\0", "\ufffd") or "\0" in said[name]


@pytest.mark.parametrize(("expires", "days"), [("day", 1), ("week", 7), ("month", 30)])
def test_a_link_ends_when_the_sharer_said(expires: str, days: int) -> None:
    end = parse_terms(expires=expires).expires_at
    assert end is not None
    assert abs(end - datetime.now(UTC) - timedelta(days=days)) < timedelta(minutes=1)


def test_a_date_lasts_to_its_last_moment_and_never_has_no_end(client: FlaskClient, pair: Pair) -> None:
    end = parse_terms(expires="2099-12-31").expires_at
    assert end is not None and end.isoformat().startswith("2099-12-31T23:59:59")
    assert parse_terms().expires_at is None
    link = share(client, pair, expires="date", date="2099-12-31")
    assert "expires on 31 December 2099, 23:59 UTC" in client.get(link).text


def test_the_key_is_shown_once_to_the_sharer_and_to_nobody_else(client: FlaskClient, app: Flask, pair: Pair) -> None:
    link = share(client, pair)
    assert "delete_key" not in app.test_client().get(link).text
    assert len(value_of_id(client.get(link).text, "delete_key")) == 22
    assert "delete_key" not in client.get(link).text


def test_looking_without_showing_the_key_does_not_use_it_up(client: FlaskClient, app: Flask, pair: Pair) -> None:
    """BAD_INPUT 39: HEAD, a fragment, and every other address."""
    link = share(client, pair)
    for address in every_address(app, link, "GET"):
        look(client, address, "HEAD")
        look(client, address, "OPTIONS")
        client.get(address, headers=FRAGMENT, buffered=True)
        if address != link:
            look(client, address)
    assert len(value_of_id(client.get(link).text, "delete_key")) == 22
    assert "delete_key" not in client.get(link).text


def test_keys_of_links_that_are_never_opened_do_not_outgrow_the_cookie(client: FlaskClient, pair: Pair) -> None:
    """A browser drops a cookie of over 4 KB, and the session with it. The newest twenty keys are kept."""
    links = [share(client, pair) for _ in range(25)]
    cookie = client.get_cookie("stet")
    assert cookie is not None and len(cookie.value) < 2_000
    pages = [client.get(link).text for link in links]
    assert ["delete_key" in page for page in pages] == [False] * 5 + [True] * 20
    assert len(value_of_id(client.get(share(client, pair)).text, "delete_key")) == 22


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_no_link_is_made_where_its_address_cannot_be_told(
    client: FlaskClient, app: Flask, pair: Pair, headers: dict[str, str]
) -> None:
    before = dump(app)
    said = {"csrf_token": token(client), "old": pair.old, "new": pair.new, "title": "Mine", "note": "See."}
    answer = client.post("/comparisons", data=said, headers={**headers, "Host": "a b"})
    assert answer.status_code in {400, 422}
    assert dump(app) == before
    if answer.status_code == 422:
        assert (value_of(answer.text, "title"), value_of(answer.text, "note")) == ("Mine", "See.")


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_the_same_version_on_both_sides_is_said_and_what_was_filled_in_is_kept(
    client: FlaskClient, app: Flask, pair: Pair, headers: dict[str, str]
) -> None:
    """BAD_INPUT 44."""
    before = dump(app)
    answer = send(client, "/comparisons", headers, old=pair.old, new=pair.old, title="Mine", note="See.")
    assert answer.status_code == 422
    assert "Both sides are the same version" in elements(answer.text, "p", class_="problem")[0].text
    assert (value_of(answer.text, "title"), value_of(answer.text, "note")) == ("Mine", "See.")
    assert dump(app) == before


def test_only_the_sum_of_the_key_is_stored(client: FlaskClient, app: Flask, pair: Pair) -> None:
    key = value_of_id(client.get(share(client, pair)).text, "delete_key")
    with closing(sqlite3.connect(app.extensions["stet.settings"].data_dir / "stet.sqlite3")) as database:
        assert key not in "\n".join(database.iterdump())


def test_the_key_deletes_and_then_the_link_is_as_one_that_never_was(client: FlaskClient, pair: Pair) -> None:
    """BAD_INPUT 43."""
    link = share(client, pair)
    key = value_of_id(client.get(link).text, "delete_key")
    assert send(client, f"{link}/delete", key=f" {key} ").status_code == 200
    assert send(client, f"{link}/delete", key=key).status_code == 404
    never = asked_everywhere(client, f"/c/{'A' * 22}")
    assert {status for status, *_ in never.values()} == {404}
    assert asked_everywhere(client, link) == never


def test_a_link_that_has_ended_is_as_one_that_never_was(client: FlaskClient, app: Flask, link: str) -> None:
    """BAD_INPUT 43."""
    assert asked_everywhere(client, link) != asked_everywhere(client, f"/c/{'A' * 22}")
    ended = "UPDATE comparison SET expires_at = '2020-01-01 00:00:00' WHERE public_id = ?"
    execute(app, ended, link.removeprefix("/c/"))
    assert asked_everywhere(client, link) == asked_everywhere(client, f"/c/{'A' * 22}")


def test_looking_at_a_link_that_has_ended_deletes_it_and_changes_nothing_else(
    client: FlaskClient, app: Flask, link: str
) -> None:
    """BAD_INPUT 39. A link that was seen to have ended must not come back when the clock is put back."""
    ended = "UPDATE comparison SET expires_at = '2020-01-01 00:00:00' WHERE public_id = ?"
    execute(app, ended, link.removeprefix("/c/"))
    before = dump(app).splitlines()
    for address in every_address(app, link, "GET"):
        for method in ("GET", "HEAD"):
            look(client, address, method)
    after = dump(app).splitlines()
    gone = [line for line in before if line not in after]
    assert [line for line in after if line not in before] == []
    assert len(gone) == 1
    assert link.removeprefix("/c/") in gone[0]


def asked_everywhere(client: FlaskClient, link: str) -> dict[str, tuple[int, dict[str, str], bytes]]:
    """Return what every address of a link answers: status, headers and body, in which the link is not named."""
    api = f"/api/v1/permalinks/{link.removeprefix('/c/')}"
    ends = ("", "?change=c1", "/embed", "/embed?change=c1", "/card.png", "/verify", "/delete", ".json", ".exe")
    ends += tuple(f".{ending}" for ending in FORMATS)
    answers = {end: client.get(link + end) for end in ends}
    answers |= {f"fragment{end}": client.get(link + end, headers=FRAGMENT) for end in ("", "?view=side")}
    answers |= {form: client.get(f"/oembed?format={form}&url=http://localhost{link}") for form in ("json", "xml")}
    answers |= {f"api{end}": client.get(api + end) for end in ("", "/result", "/verification")}
    answers["deletion"] = client.post(f"{api}/deletion", json={"delete_key": "A" * 22})
    return {end: (answer.status_code, dict(answer.headers), answer.data) for end, answer in answers.items()}


@pytest.mark.parametrize("key", ["", "A" * 22, "é\ud83d" * 3])
def test_another_key_deletes_nothing_and_says_so(client: FlaskClient, pair: Pair, key: str) -> None:
    link = share(client, pair)
    answer = send(client, f"{link}/delete", key=key.encode(errors="replace").decode())
    assert answer.status_code == 422
    assert "This is not the key" in answer.text
    assert client.get(link).status_code == 200


def test_asking_to_delete_deletes_nothing(client: FlaskClient, pair: Pair) -> None:
    """BAD_INPUT 39."""
    link = share(client, pair)
    key = value_of_id(client.get(link).text, "delete_key")
    assert client.get(f"{link}/delete?key={key}").status_code == 200
    assert client.get(link).status_code == 200


def test_it_says_of_each_text_how_and_when_it_was_captured(client: FlaskClient, link: str) -> None:
    (evidence,) = elements(client.get(link).text, "dl", class_="evidence")
    said = r"In the version captured on \d+ \w+ \d{4}, \d\d:\d\d UTC \(loaded from a file of a collection, version 1\)"
    assert len(re.findall(said, evidence.text)) == 2


def test_the_check_finds_every_sum_as_it_was_frozen(client: FlaskClient, link: str) -> None:
    page = client.get(f"{link}/verify").text
    assert "This is what was frozen" in page
    sums = [code.text for code in elements(page, "code")]
    assert sums[0] == sums[1] and sums[2] == sums[3] and sums[4] == sums[5] == sums[6]
    assert "byte for byte" in page


def test_the_check_finds_a_text_that_was_altered(client: FlaskClient, app: Flask, services: Services) -> None:
    old, new = (card.version_id for card in services.search_articles("")[:2])
    link = f"/c/{services.freeze(old, new, Options())}"
    sha256, text = services.version(old).sha256, services.version(old).text
    execute(app, "UPDATE text SET body = ? WHERE sha256 = ?", text.replace("China", "Chile", 1), sha256)
    page = client.get(f"{link}/verify").text
    execute(app, "UPDATE text SET body = ? WHERE sha256 = ?", text, sha256)
    assert "This is not what was frozen" in page
    assert [cell.text for cell in elements(page, "td") if cell.text in {"yes", "no"}] == ["no", "yes", "yes"]


@pytest.mark.parametrize("stored", [b"", b"no zlib", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_the_check_finds_a_result_that_was_altered(client: FlaskClient, app: Flask, link: str, stored: bytes) -> None:
    execute(app, "UPDATE comparison SET result = ? WHERE public_id = ?", stored, link.removeprefix("/c/"))
    answer = client.get(f"{link}/verify")
    assert (answer.status_code, client.get(link).status_code) == (200, 500)
    assert "This is not what was frozen" in answer.text


def test_the_check_tells_an_engine_of_another_number_from_one_with_another_result(
    client: FlaskClient, app: Flask, pair: Pair
) -> None:
    other = Services(app.extensions["stet.database"], app.extensions["stet.settings"], compare=numbered_999)
    link = f"/c/{other.freeze(pair.old, pair.new, Options())}"
    (today,) = elements(client.get(f"{link}/verify").text, "p", class_="today")
    assert "the same result but for its own number" in today.text


def freeze_by_another_engine(app: Flask, services: Services, pair: Pair) -> tuple[str, str]:
    """Store what an engine would have found that missed a change; return the link and the words of that change."""
    compared = services.compare(pair.old, pair.new, Options())
    values = json.loads(public_json(compared.comparison))
    missed = next(change for change in values["changes"] if change["kind"] == "replace")
    values["changes"].remove(missed)
    for segment in values["segments"]:
        segment["change"] = None if segment["change"] == missed["id"] else segment["change"]
    values["engine"] = "0"
    result = Result(json.dumps(values).encode(), "0")
    with app.extensions["stet.database"].write() as store:
        link = f"/c/{store.comparisons.add(pair.old, pair.new, result)}"
    return link, " ".join(compared.old.text[slice(*missed["old"])].split())


def test_the_check_says_what_would_differ_today(
    client: FlaskClient, app: Flask, services: Services, pair: Pair
) -> None:
    link, missed = freeze_by_another_engine(app, services, pair)
    page = client.get(f"{link}/verify").text
    (changes,) = map(
        int, re.findall(r"\d+ of (\d+) changes\.", client.get(f"/compare?old={pair.old}&new={pair.new}").text)
    )
    (today,) = elements(page, "p", class_="today")
    assert f"gives another result: {changes} changes, where {changes - 1} were frozen" in today.text
    (found,) = elements(page, "ul", class_="differs")
    assert f"“{missed}” became" in found.text
    assert "Found today, not when it was frozen" in page
    assert "Found when it was frozen, not today" not in page


def test_a_program_is_told_what_would_differ_today(
    client: FlaskClient, app: Flask, services: Services, pair: Pair
) -> None:
    link, _ = freeze_by_another_engine(app, services, pair)
    told = client.get(f"/api/v1/permalinks/{link.removeprefix('/c/')}/verification").json["today"]
    assert (told["is_same"], told["is_equal"], told["gone"]) == (False, False, [])
    assert [change["kind"] for change in told["come"]] == ["replace"]


def value_of_id(page: str, name: str) -> str:
    (field,) = elements(page, "input", id=name)
    return field.attributes["value"]
