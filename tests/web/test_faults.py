"""The database lost, locked, full, read-only or no database at all: 503, and the site goes on (BAD_INPUT 47)."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.conftest import FRAGMENT
from tests.web.html import elements, value_of
from tests.web.routes import STORY
from tests.web.sites import Site, assert_they_say_503
from webapp.app import create_app
from webapp.services import Paste
from webapp.settings import Settings

TEXT = "\nThe mayor said no.\nAnd then yes."


def delete(file: Path) -> None:
    for part in file.parent.glob(f"{file.name}*"):
        part.unlink()


def take_the_folder_away(file: Path) -> None:
    file.parent.rename(file.parent.with_name("elsewhere"))


def overwrite(file: Path) -> None:
    file.write_bytes(b"This is no database. " * 10_000)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def replace_by_notes(file: Path) -> None:
    delete(file)
    file.write_text("These are notes.\n" * 100, encoding="utf-8")


def replace_by_an_empty_file(file: Path) -> None:
    delete(file)
    file.touch()


LOSSES = [delete, take_the_folder_away, empty, replace_by_notes, replace_by_an_empty_file]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path / "data")
    yield site
    site.database.close()


@pytest.mark.parametrize("lose", LOSSES)
def test_with_its_database_lost_every_route_that_needs_it_says_so_and_no_other_notices(
    site: Site, lose: Callable[[Path], None]
) -> None:
    walked = site.calls()
    lose(site.file)
    assert_they_say_503(walked, site)


def test_no_route_is_at_fault_when_the_file_is_written_over(site: Site) -> None:
    """What SQLite still knows may be answered: it need not notice at once."""
    walked = site.calls()
    overwrite(site.file)
    assert {call.send(site.client).status_code for call in walked} <= {200, 201, 303, 422, 503}
    site.database.close()
    overwrite(site.file)
    assert {call.send(site.client).status_code for call in walked if call.needs_database} == {503}


def test_every_route_reaches_the_database_that_the_walk_says_it_needs(site: Site) -> None:
    """Else the walk over a lost database would prove nothing."""
    for call in site.calls():
        assert call.send(site.client).status_code < 500
        assert call.send(site.client).status_code != 405


@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
@pytest.mark.parametrize(
    ("path", "names"), [("/", ("old_text", "new_text", "old_title")), ("/articles", ("text", "title"))]
)
def test_a_pasted_text_comes_back_in_a_form_that_can_be_sent_again(
    site: Site, path: str, names: tuple[str, ...], headers: dict[str, str]
) -> None:
    delete(site.file)
    answer = site.client.post(path, data=dict.fromkeys(names, TEXT), headers=headers)
    assert answer.status_code == 503
    assert [form.attributes["action"] for form in elements(answer.text, "form")] == [path]
    assert [value_of(answer.text, name) for name in names] == [TEXT] * len(names)


def test_a_title_and_a_note_come_back_too(site: Site) -> None:
    delete(site.file)
    filled = {"old": str(site.old), "new": str(site.new), "title": "Wire", "note": "Look.", "expires": "week"}
    page = site.client.post("/comparisons", data=filled).text
    assert {name: value_of(page, name) for name in filled} == filled


def test_a_database_that_comes_back_is_used_without_a_restart(site: Site, tmp_path: Path) -> None:
    take_the_folder_away(site.file)
    assert site.client.get("/articles").status_code == 503
    (tmp_path / "elsewhere").rename(site.file.parent)
    site.let_a_moment_pass()
    assert site.client.get("/articles").status_code == 200
    assert site.client.get(f"/c/{site.link}").status_code == 200


def test_a_lost_file_is_not_made_anew(site: Site) -> None:
    delete(site.file)
    site.client.post("/articles", data={"text": TEXT})
    assert not site.file.exists()


def test_nothing_is_acknowledged_that_is_written_into_a_file_nobody_finds(site: Site) -> None:
    """An open connection can write to a deleted file. What is put in its place is read, not what was there."""
    other = Site(site.file.parent.with_name("other"))
    other.services.add_article(Paste("Another library."))
    other.database.close()
    delete(site.file)
    other.file.rename(site.file)
    assert site.client.post("/articles", data={"text": TEXT}).status_code == 303
    titles = [card.title for card in site.services.search_articles()]
    assert "Another library." in titles
    with closing(sqlite3.connect(site.file)) as database:
        assert database.execute("SELECT count(*) FROM text WHERE body = ?", [TEXT]).fetchone() == (1,)


@pytest.fixture
def locked(site: Site) -> Iterator[Site]:
    """A site whose database another program is writing to, without end."""
    with closing(sqlite3.connect(site.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield site


def read_only(site: Site) -> None:
    site.on_connect("PRAGMA query_only = ON")


def assert_reads_and_does_not_write(site: Site, words: str) -> None:
    for call in site.calls():
        answer = call.send(site.client)
        if call.method == "GET":
            is_there = answer.status_code in {200, 302} or call.endpoint == "articles.received"  # a paste has no file
            assert is_there or call.endpoint == "health.ready", call
        elif call.endpoint not in {
            "api.compare",
            "looks.look",
            "api.look",
            "deletion.delete",
            "api.delete",
            "versions.fetch_again",
            "api.capture_again",
        }:  # these write nothing new: the article was pasted, so there is no page to fetch again
            assert answer.status_code == 503, call
            assert answer.headers["Retry-After"] == "5"
            assert words in answer.text


def test_a_locked_database_is_read_and_writers_are_told(locked: Site) -> None:
    assert_reads_and_does_not_write(locked, "does not answer")
    assert locked.client.post(f"/c/{locked.link}/delete", data={"key": "A"}).status_code == 503


def test_a_database_that_can_only_be_read_is_read_and_writers_are_told(site: Site) -> None:
    read_only(site)
    assert_reads_and_does_not_write(site, "is read-only")


def test_a_full_database_is_read_and_who_sends_a_text_is_told(site: Site) -> None:
    site.on_connect("PRAGMA max_page_count = 1")  # SQLite takes it for "no more than there are"
    for call in site.calls():
        if STORY in "".join(map(str, call.sent.values())):
            answer = call.send(site.client)
            assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5"), call
            assert "database is full" in answer.text
    assert site.client.get("/articles").status_code == 200
    assert site.client.post("/comparisons", data={"old": site.old, "new": site.new}).status_code == 303  # it fits


def test_readiness_names_a_database_that_can_only_be_read(site: Site) -> None:
    assert site.client.get("/readyz").text == "ready\n"
    read_only(site)
    answer = site.client.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "not ready: the database is read-only\n")


def test_readiness_names_a_file_that_can_only_be_read(site: Site) -> None:
    """BAD_INPUT 47. SQLite lets a writer begin upon it, and refuses what it then writes."""
    url = f"sqlite:///file:{site.file}?mode=ro&uri=true"
    settings = Settings(data_dir=site.file.parent, database_url=url)
    answer = create_app(settings).test_client().get("/readyz")
    assert (answer.status_code, answer.text) == (503, "not ready: the database is read-only\n")


def test_readiness_writes_nothing_and_so_does_not_notice_that_there_is_no_room(site: Site) -> None:
    """What docs/routes.md says of it. The first text that does not fit is refused."""
    site.on_connect("PRAGMA max_page_count = 1")
    assert site.client.get("/readyz").text == "ready\n"
    assert site.client.post("/articles", data={"text": STORY}).status_code == 503


def test_readiness_leaves_the_database_free_for_writers(site: Site) -> None:
    assert site.client.get("/readyz").status_code == 200
    with closing(sqlite3.connect(site.file, isolation_level=None, timeout=0)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")


def test_the_log_names_the_kind_of_failure_and_no_text(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    delete(site.file)
    site.client.post("/articles", data={"text": "zanzibar"})
    assert "503, database_silent: unable to open database file" in caplog.text
    assert "zanzibar" not in caplog.text


def test_the_description_of_the_interface_knows_the_answer(app: Flask, client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").json
    assert document is not None
    for operations in document["paths"].values():
        assert all("503" in operation["responses"] for operation in operations.values())
