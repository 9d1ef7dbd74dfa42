"""One rule for line ends, whichever way a text comes in: kept as it was sent, and compared without."""

from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient

from tests.databases import count_rows
from tests.web.conftest import Pair
from tests.web.forms import send
from tests.web.test_security import dump
from webapp.cli import main
from webapp.services import open_services
from webapp.settings import load_settings

API = "/api/v1"
ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


def story(name: str, end: str) -> str:
    return end.join(["The mayor said no.", "", f"“Never”, she said of {name}.", ""])


def by_form(client: FlaskClient, text: str) -> int:
    """Paste a text as a browser does: with CRLF, whatever was in the box."""
    in_a_box = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    answer = send(client, "/articles", text=in_a_box, title="Mayor")
    return client.get(f"{API}{answer.location}").json["article"]["version_id"]


def by_program(client: FlaskClient, text: str) -> int:
    return client.post(f"{API}/articles", json={"text": text, "title": "Mayor"}).json["article"]["version_id"]


def by_newer_version(client: FlaskClient, text: str) -> int:
    """Send it as the newest text of the article that has it, which makes no second version."""
    version_id = by_program(client, text)
    article_id = client.get(f"{API}/versions/{version_id}").json["article"]["id"]
    return client.post(f"{API}/articles/{article_id}/versions", json={"text": text}).json["id"]


WAYS = {"form": by_form, "program": by_program, "newer version": by_newer_version}


@pytest.mark.parametrize(("first", "second"), [*permutations(WAYS, 2), *((way, way) for way in WAYS)])
def test_the_same_text_is_the_same_version_by_every_way_and_with_every_line_end(
    client: FlaskClient, app: Flask, first: str, second: str
) -> None:
    for number, end in enumerate(ENDS.values()):
        name = f"{first}, {second}, {number}"
        version_id = WAYS[first](client, story(name, end))
        before = dump(app)
        assert {WAYS[second](client, story(name, other)) for other in ENDS.values()} == {version_id}
        assert dump(app) == before


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_a_program_gets_back_what_it_sent(client: FlaskClient, end: str) -> None:
    """BAD_INPUT 37."""
    text = story(f"a program with {end!r}", end)
    assert client.get(f"{API}/versions/{by_program(client, text)}").json["text"] == text


def test_a_form_holds_what_its_box_held(client: FlaskClient) -> None:
    """A browser writes CRLF for every line end of a box (HTML, "Constructing the entry list")."""
    version_id = by_form(client, story("a box", "\n"))
    assert client.get(f"{API}/versions/{version_id}").json["text"] == story("a box", "\n")


@pytest.mark.parametrize(("kept", "sent"), [*permutations(ENDS.values(), 2)])
def test_offsets_of_a_link_point_into_the_text_that_is_kept(
    client: FlaskClient, pair: Pair, kept: str, sent: str
) -> None:
    old, new = story(f"{kept!r} {sent!r}", kept), story(f"{kept!r} {sent!r}", sent).replace("no", "yes")
    by_program(client, old)
    asked = {"old": {"text": old.replace(kept, sent), "title": "Mayor"}, "new": {"text": new}}
    made = client.post(f"{API}/permalinks", json=asked).json
    result = client.get(made["result"]).json
    for side, op, text in (("old", "equal delete", old), ("new", "equal insert", new)):
        version = client.get(f"{API}/versions/{made[f'{side}_version_id']}?link={made['id']}").json
        assert (version["text"], result[side]["sha256"]) == (text, version["sha256"])
        spans = [part[side] for part in result["segments"] if part["op"] in op]
        assert "".join(text[start:end] for start, end in sorted(spans)) == text
    assert [change["kind"] for change in result["changes"]] == ["replace"]
    assert client.get(f"{API}/permalinks/{made['id']}/verification").json["holds"] is True


def test_one_text_on_both_sides_is_one_whatever_its_line_ends(client: FlaskClient) -> None:
    sides = {"old": {"text": story("both", "\n")}, "new": {"text": story("both", "\r")}}
    answer = client.post(f"{API}/permalinks", json=sides)
    result = client.get(answer.json["result"]).json
    assert result["changes"] == []
    assert result["old"]["sha256"] == result["new"]["sha256"]


@pytest.mark.parametrize(("kept", "sent"), [*permutations(ENDS.values(), 2)])
def test_line_ends_do_not_count_where_white_space_does(client: FlaskClient, kept: str, sent: str) -> None:
    """BAD_INPUT 37."""
    old = story(f"spacing {kept!r} {sent!r}", kept)
    new = story(f"spacing {kept!r} {sent!r}", sent).replace("said no", "said yes")
    compared = client.post(
        f"{API}/comparisons", json={"old": {"text": old}, "new": {"text": new}, "options": {"ignore": []}}
    )
    assert [change["kind"] for change in compared.json["changes"]] == ["replace"]
    ids = [by_program(client, text) for text in (old, new)]
    page = client.get(f"/compare?old={ids[0]}&new={ids[1]}&show=spacing&view=changes").text
    assert page.count('id="c1"') == 1
    assert 'id="c2"' not in page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    head = '[collection]\nslug = "stories"\ntitle = "Stories"\nbase = "story"\n'
    (folder / "about.toml").write_text(f'{head}[[article]]\nfile = "story.txt"\ntitle = "Mayor"\n', encoding="utf-8")
    return folder


def test_a_file_whose_line_ends_were_changed_is_no_new_version(tmp_path: Path, folder: Path) -> None:
    with open_services(load_settings(data_dir=tmp_path / "data"), create=True) as services:
        for end in ENDS.values():
            (folder / "story.txt").write_bytes(story("a file", end).encode())
            services.seed(folder)
        (card,) = services.search_articles()
        assert card.version_number == 1
        assert services.version(card.version_id).text == story("a file", "\n")


def test_a_file_of_the_command_line_is_the_text_that_was_pasted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STET_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    with open_services(load_settings(), create=True):
        pass
    for end in ENDS.values():
        Path("old.txt").write_bytes(story("a terminal", end).encode())
        Path("new.txt").write_bytes(story("a terminal", end).replace("no", "yes").encode())
        shared = CliRunner().invoke(main, ["share", "old.txt", "new.txt"], catch_exceptions=False)
        assert shared.exit_code == 0
        assert CliRunner().invoke(main, ["verify", shared.stdout.splitlines()[0]]).exit_code == 0
    rows = count_rows(f"sqlite:///{tmp_path / 'data' / 'stet.sqlite3'}")
    assert (rows["article"], rows["text"]) == (2, 2)
