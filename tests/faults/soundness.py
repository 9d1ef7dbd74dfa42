"""What must be so after a crash: what was acknowledged is there, and nothing is there by half."""

import json
import zlib
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from http.client import HTTPConnection
from typing import Any

from tests.databases import execute
from tests.faults.writers import API, Remembered

NOT_HALF = {
    "an article without a version": "SELECT id FROM article WHERE id NOT IN (SELECT article_id FROM version)",
    "a text without a version": "SELECT sha256 FROM text WHERE sha256 NOT IN (SELECT text_sha256 FROM version)",
    "a version without its text": "SELECT id FROM version WHERE text_sha256 NOT IN (SELECT sha256 FROM text)",
    "a version without its article": "SELECT id FROM version WHERE article_id NOT IN (SELECT id FROM article)",
    "what was received without its version": (
        "SELECT version_id FROM received WHERE version_id NOT IN (SELECT id FROM version)"
    ),
    "a comparison without its old version": (
        "SELECT id FROM comparison WHERE old_version_id NOT IN (SELECT id FROM version)"
    ),
    "a comparison without its new version": (
        "SELECT id FROM comparison WHERE new_version_id NOT IN (SELECT id FROM version)"
    ),
}


def assert_nothing_is_half_stored(url: str, untold: Iterable[str]) -> None:
    """Of a link whose writer was told nothing there is all, both texts and the result, or nothing."""
    if url.startswith("sqlite"):
        assert execute(url, "PRAGMA integrity_check") == [("ok",)]
        assert execute(url, "PRAGMA foreign_key_check") == []
    for what, query in NOT_HALF.items():
        assert execute(url, query) == [], what
    for digest, body in execute(url, "SELECT sha256, body FROM text"):
        assert sha256(str(body).encode()).hexdigest() == digest
    for digest, result in execute(url, "SELECT result_sha256, result FROM comparison WHERE length(result) > 0"):
        assert isinstance(result, bytes)
        assert sha256(zlib.decompress(result)).hexdigest() == digest
    articles = Counter(title for (title,) in execute(url, "SELECT title FROM article"))
    links = Counter(title for (title,) in execute(url, "SELECT title FROM comparison"))
    for title in untold:
        assert (links[title], articles[title]) in {(0, 0), (1, 2)}, title


def assert_all_is_kept(port: int, told: Remembered) -> None:
    """Ask the server for what it acknowledged."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    for version_id, text in told.versions.items():
        assert _get(connection, f"/versions/{version_id}")["text"] == text
    for link in told.links:
        path = f"/permalinks/{link.public_id}"
        if link.deletion == "none":
            assert _get(connection, path)["result_sha256"] == link.sha256
            checks = _get(connection, f"{path}/verification")["checks"]
            assert checks
            assert all(check["recorded"] == check["computed"] for check in checks)
        if link.deletion == "done":
            assert _get(connection, path)["status"] == 404
    connection.close()


def _get(connection: HTTPConnection, path: str) -> Any:
    connection.request("GET", API + path)
    with connection.getresponse() as answer:
        return json.loads(answer.read())
