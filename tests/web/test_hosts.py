"""Under which names the server answers, and that a whole address is made of no other.

A page on the web can give its own name the address of a reader's machine (DNS rebinding): the browser then takes what
answers there for that page's own site. The name in the request is all that tells it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.conftest import FRAGMENT
from tests.web.html import elements, roots
from tests.web.test_security import dump, every_address, look
from webapp.app import create_app
from webapp.errors import BadSetting
from webapp.resources import PACKAGE, resource_folder
from webapp.settings import load_settings

OWN = ["localhost", "LOCALHOST", "127.0.0.1", "[::1]", "localhost:8000", "127.0.0.1:65535", "[::1]:8000"]
STRANGE = [
    "evil.example",
    "evil.example:8000",
    "localhost.evil.example",
    "evil.localhost",
    "127.0.0.1.evil.example",
    "192.0.2.7:8000",
    "127.0.0.2",
    "[::2]",
    "localhost@evil.example",
    "localhost:port",
    "[::1",
    "a b",
    "",
]
HEALTH = ("/healthz", "/readyz")
WAYS_TO_THE_HOST = re.compile(r"_external|request\.(host|url|root_url|base_url)|host_url|url_root|wsgi\.get_host")
ASKERS = {
    "api/operations.py",
    "web/desk/page.py",
    "web/permalinks/cache.py",
    "web/reading/compare.py",
    "web/shell/current.py",
    "web/shell/security.py",
}
"""What may ask for the address of the request: two hand it to the settings, one compares it, three cache by it."""


@pytest.fixture
def named(tmp_path: Path) -> Iterator[Flask]:
    """An application with a public address and another name of its own."""
    app = create_app(
        load_settings(
            data_dir=tmp_path, public_url="https://Stet.example:8443/prefix", allowed_hosts="desk.example [fd00::7]"
        )
    )
    yield app
    app.extensions["stet.database"].close()


@pytest.mark.parametrize("host", OWN)
def test_a_name_of_this_machine_is_answered_at_any_port(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", STRANGE)
def test_any_other_name_is_refused_with_what_whoever_runs_it_can_set(client: FlaskClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert answer.mimetype == "text/plain"
    assert "STET_ALLOWED_HOSTS" in answer.text
    assert "evil" not in answer.text


def test_every_address_refuses_a_strange_name_but_those_that_tell_nothing(
    app: Flask, client: FlaskClient, link: str
) -> None:
    """A load balancer asks for a machine's health by its number, which nobody could list."""
    headers = {"Host": "evil.example"}
    before = dump(app)
    for method in ("GET", "POST"):
        for address in (*every_address(app, link, method), "/nowhere", "//", "/api/v1", "/c/x.json"):
            answer = client.open(address, method=method, headers=headers, buffered=True)
            assert answer.status_code == (200 if method == "GET" and address in HEALTH else 400), address
            assert "Set-Cookie" not in answer.headers
    assert dump(app) == before


def test_a_name_is_refused_before_what_is_sent_under_it_is_read(client: FlaskClient) -> None:
    answer = client.post("/", data=b"x" * 9_000_000, headers={"Host": "evil.example"})
    assert answer.status_code == 400


def test_a_fragment_a_program_and_a_file_are_told_the_same_each_in_its_own_form(client: FlaskClient) -> None:
    strange = {"Host": "evil.example"}
    words = client.get("/", headers=strange).text.strip()
    fragment = client.get("/", headers=FRAGMENT | strange)
    assert [root.attributes["id"] for root in roots(fragment.text)] == ["error"]
    assert words in fragment.text
    problem = client.get("/api/v1/articles", headers=strange)
    assert problem.mimetype == "application/problem+json"
    assert problem.json is not None
    assert (problem.json["detail"], problem.json["status"]) == (words, 400)
    file = client.get("/c/unknown.json", headers=strange)
    assert file.json is not None
    assert (file.json["detail"], file.json["status"]) == (words, 400)


@pytest.mark.parametrize("host", ["stet.example", "stet.example:8443", "STET.EXAMPLE", "desk.example:80", "[fd00::7]"])
def test_the_names_of_the_settings_are_answered(named: Flask, host: str) -> None:
    assert look(named.test_client(), "/", headers={"Host": host}).status_code == 200


def test_the_address_that_the_server_was_told_to_listen_on_is_answered(tmp_path: Path) -> None:
    app = create_app(load_settings(data_dir=tmp_path, host="192.0.2.7"))
    assert app.test_client().get("/", headers={"Host": "192.0.2.7:8000"}).status_code == 200
    app.extensions["stet.database"].close()


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_to_listen_everywhere_is_to_answer_under_no_more_names(tmp_path: Path, host: str) -> None:
    app = create_app(load_settings(data_dir=tmp_path, host=host))
    for name in ("0.0.0.0:8000", "[::]:8000", "evil.example"):
        assert app.test_client().get("/", headers={"Host": name}).status_code == 400
    app.extensions["stet.database"].close()


@pytest.mark.parametrize("written", ["https://stet.example", "stet.example:8000", "*", "stet.example/", "é.example"])
def test_what_is_no_name_of_a_host_stops_the_start(written: str) -> None:
    with pytest.raises(BadSetting, match=r"STET_ALLOWED_HOSTS cannot be used: .* stet\.example"):
        load_settings(allowed_hosts=written)


def test_every_whole_address_is_made_of_the_public_one(named: Flask) -> None:
    for folder in resource_folder("seeds").iterdir():
        named.extensions["stet.services"].seed(folder)
    client = named.test_client()
    body = {"old": 1, "new": 2}
    made = client.post("/api/v1/permalinks", json=body, headers={"Host": "desk.example"}).json
    assert made is not None
    path = f"/c/{made['id']}"
    answers = [str(made)]
    for address in (path, f"{path}/embed", f"{path}.html", f"{path}.tei.xml", f"/oembed?url={made['link']}"):
        answers.append(look(client, address, headers={"Host": "desk.example"}).text)
    answers.append(look(client, "/compare?old=1&new=2", headers={"Host": "desk.example"}).text)
    assert not [answer for answer in answers if "desk.example" in answer]
    assert all("https://Stet.example:8443/prefix/" in answer for answer in answers)


def test_a_page_for_paper_names_its_articles_by_the_public_address(named: Flask) -> None:
    for folder in resource_folder("seeds").iterdir():
        named.extensions["stet.services"].seed(folder)
    page = look(named.test_client(), "/compare?old=1&new=2", headers={"Host": "desk.example"}).text
    printed = [element.text for element in elements(page, "span", class_="source printed")]
    assert len(printed) == 2
    assert all(line.startswith("https://Stet.example:8443/prefix/articles/") for line in printed)


def test_nothing_but_the_one_helper_asks_for_the_address_of_the_request() -> None:
    files = [*PACKAGE.rglob("*.py"), *resource_folder("templates").rglob("*.html")]
    asking = {file for file in files if WAYS_TO_THE_HOST.search(file.read_text(encoding="utf-8"))}
    assert {file.relative_to(PACKAGE.parent).as_posix() for file in asking} == {f"webapp/{name}" for name in ASKERS}


@pytest.mark.parametrize(
    "written", ["url_for('x', _external=true)", "request.host_url", "request.url_root", "request.host", "request.url"]
)
def test_the_search_for_addresses_of_the_request_finds_one(written: str) -> None:
    assert WAYS_TO_THE_HOST.search(written)


@pytest.mark.parametrize(
    "start", ["", "/", "//evil.example", "/\\evil.example", "/%2F/evil.example", "/%5Cevil.example"]
)
def test_no_redirect_leads_to_another_site(app: Flask, client: FlaskClient, link: str, start: str) -> None:
    """BAD_INPUT 42: by the path, by a parameter, and by the names that a form would send."""
    targets = dict.fromkeys(("next", "url", "to", "return", "redirect"), "//evil.example")
    others = dict.fromkeys(("next", "url", "to", "return", "redirect"), "/\\evil.example")
    for method in ("GET", "POST"):
        for address in (*every_address(app, link, method), "/api/v1", "/articles/", "//", "/"):
            for query in (targets, others):
                path = {"PATH_INFO": f"{start}{address}"}  # the client would take what follows // for a host
                answer = client.open("/", environ_overrides=path, method=method, query_string=query, buffered=True)
                assert re.match(r"/(?![/\\])", answer.headers.get("Location", "/")), address


def test_a_redirect_is_a_path_of_ours_and_no_whole_address(client: FlaskClient) -> None:
    """BAD_INPUT 42: an address that is written otherwise than ours is not sent on to a host that the request named."""
    for path, right in (("/api/v1", "/api/v1/"), ("/articles//1", "/articles/1"), ("", "/")):
        answer = client.get("/", environ_overrides={"PATH_INFO": path})
        assert (answer.status_code, answer.headers["Location"]) == (308, right)
