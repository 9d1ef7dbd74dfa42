"""An application on a database of its own, with one link, whose database may be made to fail."""

from pathlib import Path
from typing import Any

from sqlalchemy import event

from tests.web.conftest import FRAGMENT
from tests.web.html import elements, roots
from tests.web.routes import COLLECTION, Call, calls
from webapp.app import create_app
from webapp.engine.options import Options
from webapp.services import Paste, Services
from webapp.settings import load_settings
from webapp.storage.database import Database

IMPATIENT = {"database_answer_seconds": 0.05, "database_connect_seconds": 1, "database_queue_seconds": 0}


class Site:
    """Forms need no token here, because a page that says 503 gives none."""

    def __init__(self, folder: Path, url: str = "", **settings: Any) -> None:
        folder.mkdir()
        self.file = folder / "stet.sqlite3"
        chosen = {"data_dir": folder, "secret_key": "k" * 32, "database_url": url or f"sqlite:///{self.file}"}
        self.app = create_app(load_settings(**chosen, **{**IMPATIENT, **settings}))
        self.app.config["WTF_CSRF_ENABLED"] = False
        self.client = self.app.test_client()
        self.services: Services = self.app.extensions["stet.services"]
        self.database: Database = self.app.extensions["stet.database"]
        texts = ("The mayor said no.", "The mayor said yes.")
        self.old, self.new = self.services.choose([Paste(text, keep=True, collection=COLLECTION) for text in texts])
        self.link = self.services.freeze(self.old, self.new, Options())

    def calls(self) -> list[Call]:
        return list(calls(self.app, self.link, self.old, self.new))

    def on_connect(self, statement: str) -> None:
        """Say something to each connection of SQLite from now on."""
        engine = self.database._readers
        engine.dispose()
        event.listen(engine, "connect", lambda connection, _: connection.execute(statement))

    def let_a_moment_pass(self) -> None:
        """Let the time be over in which nobody tries after a failure, without waiting for it."""
        for gate in (self.database._reading, self.database._writing):
            gate._clock = lambda: float("inf")


def assert_they_say_503(walked: list[Call], site: Site) -> None:
    """Ask as a reader and as htmx: what needs the database says that there is none, and what does not is as ever."""
    for call in walked:
        for headers in ({}, FRAGMENT):
            if call.needs_database:
                _assert_says_503(call, site, headers)
            else:
                assert call.send(site.client, headers).status_code == 200, call


def _assert_says_503(call: Call, site: Site, headers: dict[str, str]) -> None:
    answer = call.send(site.client, headers)
    assert (answer.status_code, answer.headers.get("Retry-After")) == (503, "5"), call
    assert "Traceback" not in answer.text
    if call.is_api:
        assert answer.mimetype == "application/problem+json"
        assert answer.json is not None
        assert answer.json["code"] == "database_silent"
    elif call.path.endswith(".json"):
        assert answer.json is not None
        assert answer.json["status"] == 503
    elif call.endpoint != "health.ready":
        assert elements(answer.text, "section", id="error")
        if headers:
            assert [root.attributes["id"] for root in roots(answer.text)] == ["error"]
