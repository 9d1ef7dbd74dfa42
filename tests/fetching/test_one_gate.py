"""BAD_INPUT 12: whatever way an address comes to Stet, it goes through the one gate, and no other code asks servers."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from tests.fetching.sites import Connections, Site
from tests.web import forms
from tests.web.conftest import FRAGMENT
from webapp.app import create_app
from webapp.cli import main
from webapp.services import Paste
from webapp.settings import load_settings

PACKAGE = Path(__file__).parents[2] / "webapp"
ASKS_SERVERS = {"urllib3", "requests", "httpx", "http.client", "urllib.request", "ftplib", "smtplib", "xmlrpc.client"}
CONNECTS = {"create_connection", "open_connection", "urlopen"}

Way = Callable[[FlaskClient, str], str]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A reader of an application as it is without settings."""
    app = create_app(load_settings(data_dir=tmp_path_factory.mktemp("data"), imports_per_minute=0))
    yield app.test_client()
    app.extensions["stet.database"].close()


def by_form(path: str, field: str, headers: dict[str, str]) -> Way:
    def way(client: FlaskClient, address: str) -> str:
        others = {"old_text": "A story."} if path == "/" else {}
        sent = forms.send(client, path, headers, do="compare", **others, **{field: address})
        return f"{sent.status_code} {sent.text}"

    return way


def by_program(path: str, wrap: Callable[[str], object]) -> Way:
    def way(client: FlaskClient, address: str) -> str:
        sent = client.post(f"/api/v1{path}", json=wrap(address))
        return f"{sent.status_code} {sent.text}"

    return way


def by_command(*arguments: str) -> Way:
    def way(client: FlaskClient, address: str) -> str:
        Path("file.txt").write_text("A story.", encoding="utf-8")
        CliRunner().invoke(main, ["seed"])
        ran = CliRunner().invoke(main, [address if each == "ADDRESS" else each for each in arguments])
        return f"{403 if ran.exit_code == 2 else 200} {ran.stderr}"

    return way


def again(client: FlaskClient, address: str) -> str:
    """Fetch an article again that was stored when its address was still allowed."""
    stored = Paste("A page.", origin="url", evidence={"address": address})
    article = client.application.extensions["stet.services"].add_article(stored)
    sent = forms.send(client, f"/articles/{article}/captures")
    return f"{sent.status_code} {sent.text}"


def side(address: str) -> dict[str, object]:
    return {"old": {"address": address}, "new": {"text": "A story."}}


WAYS: dict[str, Way] = {
    "the desk": by_form("/", "new_text", {}),
    "the desk, as a part": by_form("/", "new_text", FRAGMENT),
    "the library": by_form("/articles", "text", {}),
    "the library, as a part": by_form("/articles", "text", FRAGMENT),
    "an article, fetched again": again,
    "an article of a program": by_program("/articles", lambda address: {"address": address}),
    "a comparison of a program": by_program("/comparisons", side),
    "a link of a program": by_program("/permalinks", side),
    "stet add": by_command("add", "ADDRESS"),
    "stet diff": by_command("diff", "ADDRESS", "file.txt"),
    "stet share": by_command("share", "ADDRESS", "file.txt"),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_row_12_every_way_to_fetch_goes_through_the_gate(
    client: FlaskClient,
    news: Site,
    connections: Connections,
    way: Way,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """BAD_INPUT 12."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STET_DATA_DIR", str(tmp_path / "data"))
    for address, words in (
        ("http://127.0.0.1/", "is this server, or inside its network"),
        ("http://169.254.169.254/", "is this server, or inside its network"),
        (f"http://127.0.0.1:{news.port}/story", "is not fetched: only 80 and 443 are"),
    ):
        said = way(client, address)
        assert said.startswith("403") and words in said
    assert news.connections == 0
    assert connections.opened == []


def modules_that(matches: Callable[[ast.AST], bool]) -> list[str]:
    return [
        module.relative_to(PACKAGE).as_posix()
        for module in sorted(PACKAGE.rglob("*.py"))
        if any(map(matches, ast.walk(ast.parse(module.read_text(encoding="utf-8")))))
    ]


def asks_servers(node: ast.AST) -> bool:
    match node:
        case ast.Import(names=names):
            return any(name.name in ASKS_SERVERS for name in names)
        case ast.ImportFrom(module=module, names=names):
            return module in ASKS_SERVERS or bool(CONNECTS & {name.name for name in names})
        case ast.Attribute(attr=name):
            return name in CONNECTS
    return False


def test_row_12_no_other_code_can_ask_a_server() -> None:
    """BAD_INPUT 12."""
    assert {Path(name).parent.as_posix() for name in modules_that(asks_servers)} == {"fetching"}
