"""`/api/v1`: what a program may ask, what it is told, and what is refused."""

import json
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from threading import Barrier

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pydantic import TypeAdapter
from werkzeug.test import TestResponse

from tests.web.conftest import Pair
from tests.web.html import elements
from tests.web.test_security import OTHER_SITES, dump
from tests.web.test_sharing import execute
from webapp.api.answer import ProblemAnswer
from webapp.api.operations import OPERATIONS
from webapp.app import create_app
from webapp.services import Services
from webapp.settings import load_settings

API = "/api/v1"


def post(client: FlaskClient, path: str, body: object, **headers: str) -> TestResponse:
    return client.post(API + path, json=body, headers=headers)


def assert_problem(answer: TestResponse, status: int, words: str = "") -> None:
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    problem = TypeAdapter(ProblemAnswer).validate_json(answer.data, strict=True)
    assert problem.status == status
    assert words in problem.detail


def test_articles_are_listed_a_part_at_a_time_each_once(client: FlaskClient) -> None:
    whole = client.get(f"{API}/articles?limit=100").json["items"]
    found, cursor = [], ""
    while cursor is not None:
        part = client.get(f"{API}/articles?limit=2" + (f"&cursor={cursor}" if cursor else "")).json
        found += part["items"]
        cursor = part["next"]
    assert found == whole
    assert len(found) >= 5


def test_articles_are_searched(client: FlaskClient) -> None:
    (article,) = client.get(f"{API}/articles?q=nextshark").json["items"]
    assert article["outlet"] == "NextShark"


def test_a_text_is_kept_as_an_article_and_gets_a_version(client: FlaskClient) -> None:
    made = post(client, "/articles", {"text": "The mayor said no.", "title": "Mayor"})
    assert made.status_code == 201
    article_id = made.json["article"]["id"]
    version = post(client, f"/articles/{article_id}/versions", {"text": "The mayor said yes."})
    assert (version.status_code, version.json["number"]) == (201, 2)
    assert version.json["sha256"] == sha256(b"The mayor said yes.").hexdigest()
    assert client.get(f"{API}/versions/{version.json['id']}").json == version.json
    assert [card["number"] for card in client.get(f"{API}/articles/{article_id}").json["versions"]] == [2, 1]


def test_the_collections_are_listed_with_their_articles(client: FlaskClient) -> None:
    (collection,) = client.get(f"{API}/collections").json["items"]
    assert (collection["slug"], len(collection["articles"])) == ("un-xinjiang-report-2022", 5)


def test_collections_come_a_part_at_a_time_each_once(tmp_path: Path) -> None:
    app = create_app(load_settings(data_dir=tmp_path / "data"))
    for slug in ("one", "two", "three"):
        folder = tmp_path / slug
        folder.mkdir()
        (folder / "text.txt").write_text(f"A text of {slug}.", encoding="utf-8")
        head = f'[collection]\nslug = "{slug}"\ntitle = "{slug}"\nbase = "text"\n'
        about = f'{head}[[article]]\nfile = "text.txt"\ntitle = "{slug}"\n'
        (folder / "about.toml").write_text(about, encoding="utf-8")
        app.extensions["stet.services"].seed(folder)
    client, found, cursor = app.test_client(), [], ""
    while cursor is not None:
        part = client.get(f"{API}/collections?limit=2" + (f"&cursor={cursor}" if cursor else "")).json
        found += [collection["slug"] for collection in part["items"]]
        cursor = part["next"]
    assert found == ["one", "two", "three"]
    assert_problem(client.get(f"{API}/collections?cursor=nowhere"), 400, "without a cursor")
    app.extensions["stet.database"].close()


def test_two_texts_are_compared_and_nothing_is_stored(client: FlaskClient, app: Flask) -> None:
    before = dump(app)
    answer = post(client, "/comparisons", {"old": {"text": "He said no."}, "new": {"text": "He said yes."}})
    assert answer.json["schema"] == "stet.comparison/1"
    assert [change["kind"] for change in answer.json["changes"]] == ["replace"]
    assert dump(app) == before


def test_two_versions_are_compared_under_options(client: FlaskClient, pair: Pair) -> None:
    options = {"ignore": ["case", "spacing"], "granularity": "sentence", "scope": False, "moves": False}
    answer = post(client, "/comparisons", {"old": pair.old, "new": pair.new, "options": options})
    assert answer.json["options"].items() >= options.items()


def test_a_link_is_made_read_verified_and_deleted(client: FlaskClient, pair: Pair) -> None:
    asked = {"old": pair.old, "new": {"text": "Another."}, "title": "Wire", "note": "See.", "expires": "week"}
    made = post(client, "/permalinks", asked)
    assert made.status_code == 201
    told = made.json
    assert told.pop("notice") == ""
    key, path = told.pop("delete_key"), f"{API}/permalinks/{told['id']}"
    assert client.get(path).json == told
    assert client.get(told["link"]).status_code == 200
    assert sha256(client.get(f"{path}/result").data).hexdigest() == told["result_sha256"]
    assert client.get(f"{path}/verification").json["holds"] is True
    assert_problem(post(client, f"/permalinks/{told['id']}/deletion", {"delete_key": "x"}), 422, "not the key")
    assert post(client, f"/permalinks/{told['id']}/deletion", {"delete_key": key}).status_code == 204
    assert_problem(client.get(path), 404)
    assert client.get(told["link"]).status_code == 404


def test_who_has_an_answer_already_is_told_so(client: FlaskClient, link: str) -> None:
    for path in ("/articles", "/collections", "/openapi.json", f"/permalinks/{link.removeprefix('/c/')}/result"):
        first = client.get(API + path)
        assert client.head(API + path).headers["ETag"] == first.headers["ETag"]
        again = client.get(API + path, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
        assert client.get(API + path, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('{"text": ""}', "text"),
        ('{"text": "  "}', "white space"),
        ('{"text": "A\\u0000B"}', "NUL"),
        ('{"text": "A\\ud800B"}', ""),
        ('{"text": 1}', "text"),
        ('{"text": "A", "colour": "red"}', "colour"),
        ('{"text": "A", "title": "' + "x" * 301 + '"}', "300"),
        ("[]", ""),
        ("", ""),
        ("{", ""),
        ("\ufeff{}", ""),
        ("[" * 100_000, ""),
    ],
)
def test_a_body_that_cannot_be_used_is_told_why(client: FlaskClient, app: Flask, body: str, words: str) -> None:
    """BAD_INPUT 36."""
    before = dump(app)
    answer = client.post(f"{API}/articles", data=body.encode(), content_type="application/json")
    assert_problem(answer, 422, words)
    assert dump(app) == before


def test_a_text_over_the_limit_is_refused_with_the_limit(client: FlaskClient) -> None:
    """BAD_INPUT 26."""
    assert_problem(post(client, "/articles", {"text": "x" * 2_000_001}), 413, "2,000,000")
    assert_problem(post(client, "/articles", {"text": "x" * 9_000_000}), 413)


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=x", "cursor=x", "cursor=v0", "other=1", "q=" + "x" * 501]
)
def test_a_parameter_that_cannot_be_used_is_a_bad_request(client: FlaskClient, query: str) -> None:
    """BAD_INPUT 44."""
    assert_problem(client.get(f"{API}/articles?{query}"), 400)


@pytest.mark.parametrize("path", ["/articles/0", f"/articles/{2**70}", "/versions/9999", "/nowhere", "/permalinks/x"])
def test_what_is_not_there_is_a_problem_too(client: FlaskClient, path: str) -> None:
    """BAD_INPUT 43, 44."""
    assert_problem(client.get(API + path), 404)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_body_that_a_form_could_send_is_refused(client: FlaskClient, app: Flask, kind: str) -> None:
    """BAD_INPUT 38."""
    before = dump(app)
    answer = client.post(f"{API}/articles", data=b'{"text": "Planted."}', content_type=kind)
    assert_problem(answer, 415, "application/json")
    assert dump(app) == before


@pytest.mark.parametrize("headers", OTHER_SITES, ids=str)
def test_a_post_from_another_site_is_refused(client: FlaskClient, app: Flask, headers: dict[str, str]) -> None:
    """BAD_INPUT 38."""
    before = dump(app)
    assert_problem(post(client, "/articles", {"text": "Planted."}, **headers), 403)
    assert dump(app) == before


def test_the_document_tells_every_operation_and_every_type(client: FlaskClient) -> None:
    document = client.get(f"{API}/openapi.json").json
    assert document["openapi"] == "3.1.0"
    told = {described["operationId"] for path in document["paths"].values() for described in path.values()}
    assert told == {each.name for each in OPERATIONS}
    names = set(document["components"]["schemas"])
    used = {part.split('"')[0] for part in json.dumps(document).split("#/components/schemas/")[1:]}
    assert used <= names


def test_the_page_lists_every_operation_without_a_script_of_others(client: FlaskClient) -> None:
    page = client.get(f"{API}/").text
    assert len(elements(page, "th", scope="row")) == len(OPERATIONS)
    assert all(script.attributes["src"].startswith("/static/") for script in elements(page, "script"))


def test_a_program_gets_no_cookie(app: Flask) -> None:
    for path in ("/articles", "/collections", "/openapi.json"):
        assert "Set-Cookie" not in app.test_client().get(API + path).headers


def test_looking_by_the_api_changes_nothing(client: FlaskClient, app: Flask, services: Services) -> None:
    """BAD_INPUT 39."""
    before = dump(app)
    for each in OPERATIONS:
        if each.method == "GET":
            path = each.path.replace("<int:article_id>", "1").replace("<int:version_id>", "1")
            assert client.get(API + path.replace("<public_id>", "A" * 22)).status_code in {200, 404}
    assert dump(app) == before


KEY = "5f0c9f8e7d6b4a3f9c1e2d3b4a596877"


def test_the_same_request_again_makes_one_link_and_its_answer_holds_no_key(client: FlaskClient, pair: Pair) -> None:
    """BAD_INPUT 45. Who guessed a key of another's must not be told how to delete what that one made."""
    asked, headers = {"old": pair.old, "new": pair.new}, {"Idempotency-Key": KEY}
    first, second = (post(client, "/permalinks", asked, **headers) for _ in range(2))
    told, again = first.json, second.json
    assert (first.status_code, second.status_code) == (201, 201)
    key = told.pop("delete_key")
    assert (len(key), told.pop("notice")) == (22, "")
    assert again.pop("delete_key") is None
    assert "told once, when the link was made, and is not kept" in again.pop("notice")
    assert again == told
    other = post(client, "/permalinks", {**asked, "title": "Another"}, **headers)
    assert_problem(other, 422, "came with another request")
    assert post(client, f"/permalinks/{told['id']}/deletion", {"delete_key": key}).status_code == 204
    assert_problem(post(client, "/permalinks", asked, **headers), 404)


def test_what_a_repetition_is_told_does_not_hang_on_the_secret_key(tmp_path: Path) -> None:
    told = []
    for secret in ("a" * 32, "b" * 32):
        app = create_app(load_settings(data_dir=tmp_path / "data", secret_key=secret))
        asked = {"old": {"text": "He said no."}, "new": {"text": "He said yes."}}
        told.append(post(app.test_client(), "/permalinks", asked, **{"Idempotency-Key": KEY}).json)
        app.extensions["stet.database"].close()
    assert told[0]["id"] == told[1]["id"]
    assert told[1]["delete_key"] is None


NIL, HIGHEST = "00000000-0000-0000-0000-000000000000", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"
NOT_RANDOM = [
    NIL,
    HIGHEST,
    "00000000-0000-4000-8000-000000000001",
    "12345678-1234-1234-1234-123456789012",
    "01234567-89ab-cdef-0123-456789abcdef",
    "0123456789abcdef" * 2,
    "fedcba9876543210" * 2,
    "deadbeef" * 4,
    "a1b2c3d4" * 4,
    "5" * 255,
    "-" * 22,
    "abcdefghijklmnopqrstuvwxyz",
    "ABABABABABABABABABABABAB",
]


@pytest.mark.parametrize(
    "key", ["once", "a" * 21, "1234567890" * 3, "f" * 31, "story 12, sent on 3 March", "é" * 30, *NOT_RANDOM]
)
def test_a_key_that_could_be_guessed_is_refused_without_a_session(
    client: FlaskClient, app: Flask, pair: Pair, key: str
) -> None:
    before = dump(app)
    answer = post(client, "/permalinks", {"old": pair.old, "new": pair.new}, **{"Idempotency-Key": key})
    assert_problem(answer, 422, "128 random bits")
    assert dump(app) == before


@pytest.mark.parametrize(
    "key", ["c0ffee00-1234-4abc-8def-0123456789ab", "71e6a2d85bc09f3e04c8d9b7f2a6153e", "Zm9vYmFyYmF6cXV4LV9hYg"]
)
def test_a_key_of_128_bits_needs_no_session(client: FlaskClient, pair: Pair, key: str) -> None:
    asked = {"old": pair.old, "new": pair.new}
    assert post(client, "/permalinks", asked, **{"Idempotency-Key": key}).status_code == 201


def test_the_same_key_in_two_sessions_is_two_keys(app: Flask, pair: Pair) -> None:
    """A key of a session may be short: nobody else's request meets it."""
    asked, told = {"old": pair.old, "new": pair.new, "title": "Mine"}, []
    for _ in range(2):
        client = app.test_client()
        client.get("/")
        told += [post(client, "/permalinks", asked, **{"Idempotency-Key": "once"}).json for _ in range(2)]
    assert told[0]["id"] == told[1]["id"] != told[2]["id"] == told[3]["id"]
    assert [bool(each["delete_key"]) for each in told] == [True, False, True, False]


def test_two_requests_have_two_links_and_two_keys(client: FlaskClient, pair: Pair) -> None:
    asked = {"old": pair.old, "new": pair.new}
    made = [post(client, "/permalinks", asked, **{"Idempotency-Key": key}).json for key in (KEY[::-1], KEY.upper())]
    made += [post(client, "/permalinks", asked).json for _ in range(2)]
    assert len({told["id"] for told in made}) == len({told["delete_key"] for told in made}) == 4


def test_a_key_that_is_too_long_is_refused(client: FlaskClient, pair: Pair) -> None:
    asked = {"old": pair.old, "new": pair.new}
    assert_problem(post(client, "/permalinks", asked, **{"Idempotency-Key": "x" * 256}), 422, "255")


TEXTS = {"old": {"text": "Only here: no."}, "new": {"text": "Only here: yes."}}


@pytest.mark.parametrize(
    ("asked", "headers", "status"),
    [
        ({**TEXTS, "new": 9999}, {}, 404),
        ({**TEXTS, "expires": "yesterday"}, {}, 422),
        ({**TEXTS, "new": {"text": " "}}, {}, 422),
        (TEXTS, {"Idempotency-Key": "once"}, 422),
        (TEXTS, {"Host": "a b"}, 422),
        ({**TEXTS, "title": "Another"}, {"Idempotency-Key": KEY + "00"}, 422),
    ],
    ids=["no version", "terms", "empty", "guessable key", "host", "another request"],
)
def test_a_link_that_is_refused_leaves_nothing(
    client: FlaskClient, app: Flask, pair: Pair, asked: dict[str, object], headers: dict[str, str], status: int
) -> None:
    post(client, "/permalinks", {"old": pair.old, "new": pair.new}, **{"Idempotency-Key": KEY + "00"})
    before = dump(app)
    answer = post(client, "/permalinks", asked, **headers)
    assert answer.status_code in {status, 400 if "Host" in headers else status}
    assert dump(app) == before


def test_of_eight_who_delete_at_once_one_is_told_that_it_did_and_seven_that_it_is_gone(
    database_url: str, tmp_path: Path
) -> None:
    """BAD_INPUT 45."""
    app = create_app(load_settings(data_dir=tmp_path / "data", database_url=database_url))
    made = post(app.test_client(), "/permalinks", TEXTS).json
    barrier = Barrier(8)

    def delete(_: int) -> int:
        client = app.test_client()
        barrier.wait()
        return post(client, f"/permalinks/{made['id']}/deletion", {"delete_key": made["delete_key"]}).status_code

    with ThreadPoolExecutor(8) as pool:
        told = sorted(pool.map(delete, range(8)))
    app.extensions["stet.database"].close()
    assert told == [204] + [404] * 7


def test_a_text_that_was_kept_by_itself_outlives_a_link_that_was_made_of_it(client: FlaskClient) -> None:
    text = {"text": "Kept by a program."}
    article_id = post(client, "/articles", text).json["article"]["id"]
    made = post(client, "/permalinks", {"old": text, "new": {"text": "Given for the link alone."}}).json
    given = f"{API}/versions/{made['new_version_id']}"
    assert_problem(client.get(given), 404)
    assert client.get(f"{given}?link={made['id']}").json["text"] == "Given for the link alone."
    assert_problem(client.get(f"{API}/versions/9999?link={made['id']}"), 404)
    assert_problem(client.get(f"{given}?link={'A' * 22}"), 404)
    assert post(client, f"/permalinks/{made['id']}/deletion", {"delete_key": made["delete_key"]}).status_code == 204
    assert client.get(f"{API}/articles/{article_id}").status_code == 200


def test_links_that_ended_while_the_server_stood_still_are_removed_at_its_start(tmp_path: Path) -> None:
    app = create_app(load_settings(data_dir=tmp_path / "data"))
    post(app.test_client(), "/permalinks", {**TEXTS, "expires": "day"})
    execute(app, "UPDATE comparison SET expires_at = '2001-01-01 00:00:00'")
    app.extensions["stet.database"].close()
    again = create_app(load_settings(data_dir=tmp_path / "data"))
    stored = dump(again)
    again.extensions["stet.database"].close()
    assert "Only here" not in stored
