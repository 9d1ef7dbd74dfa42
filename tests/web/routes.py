"""Every address of the application, with what must be sent there to reach the database."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from webapp.storage.collections import made_slug

WITHOUT_DATABASE = {"static", "styles", "health.alive", "looks.look", "api.look", "api.openapi", "api.page"}
STORY = "A story of the mayor, and of the mayor's story. " * 2_000
COLLECTION = "Council"
TEXT = {"text": STORY}
TEXTS = {"old_text": f"Said: {STORY}", "new_text": f"Written: {STORY}"}


@dataclass(frozen=True)
class Call:
    """A request to one endpoint. `sent` is the query of a GET, a form, or a JSON body; bytes in it are a file."""

    endpoint: str
    method: str
    path: str
    sent: dict[str, Any] = field(default_factory=dict)

    @property
    def is_api(self) -> bool:
        return self.path.startswith("/api/")

    @property
    def needs_database(self) -> bool:
        return self.endpoint not in WITHOUT_DATABASE

    def send(self, client: FlaskClient, headers: dict[str, str] | None = None) -> TestResponse:
        kinds = {"GET": "query_string", "POST": "json" if self.is_api else "data"}
        sent = {
            name: (BytesIO(value), "a.txt") if isinstance(value, bytes) else value for name, value in self.sent.items()
        }
        how = {kinds[self.method]: sent}
        return client.open(self.path, method=self.method, headers=headers, buffered=True, **how)


def calls(app: Flask, public_id: str, old: int, new: int) -> Iterator[Call]:
    """Yield a request to each endpoint and method, made of a link that there is and of the versions it compares."""
    sides = {"old": old, "new": new}
    sent: dict[str, dict[str, Any]] = {
        "desk.submit": {**TEXTS, "do": "compare"},
        "looks.look": {"old_text": "A story of the mayor."},
        "articles.add": TEXT,
        "versions.add": TEXT,
        "relatives.join": {"into": 2},
        "watches.watch": {"do": "stop"},
        "changes.describe": {"title": "Another title"},
        "collections.rename": {"title": "Town council"},
        "api.describe_collection": {"title": "Parish council"},
        "files.add": {"files": STORY.encode()},
        "compare.show": sides,
        "sharing.form": sides,
        "sharing.create": {**sides, "note": "Look."},
        "deletion.delete": {"key": "A" * 22},
        "oembed.describe": {"url": f"http://localhost/c/{public_id}"},
        "api.add_article": TEXT,
        "api.look": {"text": "A story of the mayor."},
        "api.add_stories": {"whole": TEXT},
        "api.add_version": TEXT,
        "api.join_articles": {"into": 2},
        "api.watch_article": {"minutes": 60},
        "api.describe_article": {"title": "Another title"},
        "api.compare": sides,
        "api.freeze": sides,
        "api.delete": {"delete_key": "A" * 22},
    }
    values: dict[str, Any] = {
        "public_id": public_id,
        "article_id": 1,
        "version_id": old,
        "slug": made_slug(COLLECTION, 1),
        "side": "old",
        "ending": "html",
        "kind": "atom",
        "filename": "icon.svg",
        "name": "embed",
    }
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            known = {name: values[name] for name in rule.arguments}
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                path = app.url_for(rule.endpoint, **known).partition("?")[0]
                yield Call(rule.endpoint, method, path, sent.get(rule.endpoint, {}))
