"""Writers who import, add versions, share and delete over HTTP, and remember what was acknowledged to them."""

import json
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from random import Random
from threading import Event, Lock
from typing import Any

API = "/api/v1"


@dataclass
class Link:
    """A link that was acknowledged. `deletion` is what its writer knows of that."""

    public_id: str
    sha256: str
    delete_key: str
    deletion: str = "none"  # then "asked", then "done"


@dataclass
class Remembered:
    """What one writer was told, and the names of the links of which it was told nothing."""

    links: list[Link] = field(default_factory=list)
    versions: dict[int, str] = field(default_factory=dict)
    articles: list[int] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)


class Countdown:
    """Counts what happens, and lets somebody know when it was enough."""

    def __init__(self, events: int) -> None:
        self._left, self._lock, self.is_over = events, Lock(), Event()

    def step(self) -> None:
        with self._lock:
            self._left -= 1
            if self._left == 0:
                self.is_over.set()


class Writer:
    """One writer of one server's life. What it sends and what it is told counts down."""

    def __init__(self, name: str, port: int, countdown: Countdown, told: Remembered) -> None:
        self._name, self._countdown, self._told = name, countdown, told
        self._connection = HTTPConnection("127.0.0.1", port, timeout=120)
        self._chance = Random(name)
        self._count = 0

    def write(self, stop: Event) -> None:
        """Write until told to stop. A connection that breaks is tried again: the server may be there again."""
        while not stop.is_set():
            deed = self._chance.choice((self._import, self._add_version, self._share, self._share, self._delete))
            try:
                deed()
            except (OSError, HTTPException):
                self._connection.close()
        self._connection.close()

    def _import(self) -> None:
        text = self._text("imported")
        status, answer = self._post("/articles", {"text": text, "title": self._next()})
        if status == 201:
            self._told.articles.append(answer["article"]["id"])
            self._told.versions[answer["article"]["version_id"]] = text

    def _add_version(self) -> None:
        if self._told.articles:
            text = self._text("added")
            article = self._chance.choice(self._told.articles)
            status, answer = self._post(f"/articles/{article}/versions", {"text": text})
            if status == 201:
                self._told.versions[answer["id"]] = text

    def _share(self) -> None:
        title = self._next()
        self._told.untold.append(title)
        sides = {side: {"text": self._text(side), "title": title} for side in ("old", "new")}
        status, answer = self._post("/permalinks", {**sides, "title": title})
        if status == 201:
            self._told.untold.remove(title)
            self._told.links.append(Link(answer["id"], answer["result_sha256"], answer["delete_key"]))

    def _delete(self) -> None:
        living = [link for link in self._told.links if link.deletion == "none"]
        if living:
            link = self._chance.choice(living)
            link.deletion = "asked"
            status, _ = self._post(f"/permalinks/{link.public_id}/deletion", {"delete_key": link.delete_key})
            if status == 204:
                link.deletion = "done"

    def _post(self, path: str, body: dict[str, Any]) -> tuple[int, Any]:
        self._connection.request("POST", API + path, json.dumps(body), {"Content-Type": "application/json"})
        self._countdown.step()
        with self._connection.getresponse() as answer:
            found = answer.read()
        assert answer.status in {201, 204, 503}, (answer.status, found)
        self._countdown.step()
        return answer.status, json.loads(found or "null")

    def _next(self) -> str:
        self._count += 1
        return f"{self._name}.{self._count}"

    def _text(self, word: str) -> str:
        said = " ".join(str(self._chance.randrange(1_000)) for _ in range(self._chance.randrange(400)))
        return f"The {word} text of {self._name} after {self._count} says {said}."
