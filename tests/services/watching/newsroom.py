"""A newsroom on this machine whose pages change by a seeded script, and which counts how politely it is asked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from threading import Lock, Thread

from tests.bench.prose import Prose
from tests.fetching.sites import OUTSIDE, is_there
from webapp.fetching.gate import FetchGate
from webapp.fetching.model import FetchRules

SENTENCES = 14
HOSTS = ("one.example", "two.example", "three.example")
ROBOTS = "User-agent: *\nDisallow: /private/\n"
REMOVED = "<!doctype html><title>Gone</title><main><h1>Gone</h1><p>This story was taken down.</p></main>"
CONSENT = "<!doctype html><form><h1>Cookies</h1><p>We use cookies. Accept all cookies?</p><button>Yes</button></form>"

EDITS = ("number", "cut", "added", "correction", "moved")
NOISE = ("counter", "teaser", "comments", "nothing", "nothing", "redirect")
FAILURES = ("404", "410", "500", "503", "429", "cut off", "consent", "removed")
TIMED = ("slow",)
"""Failures that wait for a deadline."""

RESTING = {"503": 1_800, "429": 5_400}
"""The seconds of the header Retry-After."""


@dataclass
class Story:
    """One story, as it is at its address now. `event`: what happened to it last."""

    path: str
    sentences: list[str]
    teaser: int = 0
    minutes: int = 3
    comments: int = 0
    event: str = "nothing"
    moves: int = 0

    def change(self, event: str, chance: Random, prose: Prose) -> None:
        self.event = event
        place = chance.randrange(1, len(self.sentences) - 2)
        match event:
            case "number":
                self.sentences[place] = (
                    f"The bill came to {chance.randrange(100, 9_999)} euros, {prose.sentence().text}"
                )
            case "cut" if len(self.sentences) > SENTENCES - 4:
                del self.sentences[place]
            case "added" | "cut":
                self.sentences.insert(place, prose.sentence().text)
            case "correction":
                self.sentences.append(
                    f"Correction: an earlier version misstated {chance.randrange(1_000_000)} figures."
                )
            case "moved":
                self.sentences.insert(len(self.sentences) - 1, self.sentences.pop(place))
            case "counter":
                self.minutes += 15
            case "teaser":
                self.teaser += 1
            case "comments":
                self.comments += chance.randrange(1, 90)

    @property
    def text(self) -> str:
        return "\n".join(self.sentences)

    @property
    def page(self) -> bytes:
        told = "".join(f"<p>{sentence}</p>" for sentence in self.sentences)
        return (
            f"<!doctype html><title>Story</title><nav><a href=/>Home</a> <a href=/sport>Sport</a></nav><main>"
            f"<h1>The council of Lyon passes its budget {self.path.removeprefix('/')}</h1>"
            f"<p>Updated {self.minutes} minutes ago</p>{told}</main><aside><h2>Most read</h2>"
            f"<p><a href=/1>Snow in the hills on day {self.teaser}</a></p></aside>"
            f"<section><h2>{self.comments} comments</h2></section>"
        ).encode()


@dataclass
class Request:
    """A request as the site saw it. `when`: by its clock."""

    host: str
    path: str
    is_conditional: bool
    when: float
    status: int = 0
    agent: str = ""


@dataclass
class Newsroom:
    """Its stories by their paths, who asked for what, and how many requests a host had at once, at most."""

    stories: dict[str, Story]
    clock: Callable[[], float]
    port: int = 0
    asked: list[Request] = field(default_factory=list)
    elsewhere: str = ""
    most_at_once: int = 0
    too_soon: list[str] = field(default_factory=list)
    _now: dict[str, int] = field(default_factory=dict)
    _rest: dict[str, float] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def address(self, path: str) -> str:
        return f"http://{host_of(path)}:{self.port}{path}"

    def gate(self, **rules: object) -> FetchGate:
        told = FetchRules(ports=(80, 443, self.port), **rules)  # type: ignore[arg-type]
        return FetchGate(told, lambda host: [OUTSIDE] if host in HOSTS else [], is_there)

    def of_round(self, start: int) -> dict[str, Request]:
        """Return the requests for stories since a place in the list, by their paths."""
        return {each.path: each for each in self.asked[start:] if each.path in self.stories}

    def begin(self, host: str, path: str, conditional: bool, agent: str) -> Request:
        request = Request(host, path, conditional, self.clock(), agent=agent)
        with self._lock:
            self.asked.append(request)
            self._now[host] = self._now.get(host, 0) + 1
            self.most_at_once = max(self.most_at_once, self._now[host])
            if request.when < self._rest.get(host, 0):
                self.too_soon.append(f"{host}{path} at {request.when}, asked to wait until {self._rest[host]}")
        return request

    def end(self, request: Request) -> None:
        """Count a request no longer: just before its answer is sent, since the next one may come as soon as it is."""
        with self._lock:
            self._now[request.host] -= 1

    def rest(self, host: str, seconds: int) -> None:
        with self._lock:
            self._rest[host] = max(self._rest.get(host, 0), self.clock() + seconds)


def host_of(path: str) -> str:
    return HOSTS[sum(path.encode()) % len(HOSTS)]


def make_stories(count: int, seed: int) -> dict[str, Story]:
    stories = {}
    for number in range(count):
        prose = Prose(1_000 * seed + number)
        path = f"/story{number}"
        stories[path] = Story(path, [prose.sentence().text for _ in range(SENTENCES)])
    return stories


@contextmanager
def open_newsroom(stories: dict[str, Story], clock: Callable[[], float]) -> Iterator[Newsroom]:
    newsroom = Newsroom(stories, clock)

    class Handler(Answers):
        room = newsroom

    with ThreadingHTTPServer((OUTSIDE, 0), Handler) as server:
        server.daemon_threads = True
        newsroom.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield newsroom
        server.shutdown()
        thread.join()


class Answers(BaseHTTPRequestHandler):
    """Answers as the last event of a story has it."""

    protocol_version = "HTTP/1.1"
    room: Newsroom

    def do_GET(self) -> None:
        host = self.headers["Host"].partition(":")[0]
        etag = self.headers.get("If-None-Match", "")
        self._answer(host, etag, self.room.begin(host, self.path, bool(etag), self.headers["User-Agent"]))

    def _answer(self, host: str, etag: str, request: Request) -> None:
        if self.path == "/robots.txt":
            return self._send(request, 200, ROBOTS.encode(), kind="text/plain")
        story = self.room.stories[self.path.removeprefix("/elsewhere")]
        if self.path.startswith("/elsewhere"):
            return self._page(request, story, "")
        match story.event:
            case "404" | "410" | "500":
                self._send(request, int(story.event), b"no")
            case "503" | "429" as status:
                self.room.rest(host, RESTING[status])
                self._send(request, int(status), b"later", Retry_After=str(RESTING[status]))
            case "redirect":
                place = f"http://{self.room.elsewhere}:{self.room.port}" if self.room.elsewhere else ""
                self._send(request, 302, b"", Location=f"{place}/elsewhere{self.path}")
            case "consent" | "removed" as event:
                self._send(request, 200, (CONSENT if event == "consent" else REMOVED).encode())
            case "cut off":
                self._send(request, 200, story.page[:-200], length=len(story.page))
            case "slow":
                self._send(request, 200, story.page[:10], length=len(story.page), ends=False)
            case _:
                self._page(request, story, etag)

    def _page(self, request: Request, story: Story, known: str) -> None:
        etag = f'"{sha256(story.page).hexdigest()[:16]}"'
        if known == etag:
            return self._send(request, 304, b"", ETag=etag)
        return self._send(request, 200, story.page, ETag=etag)

    def _send(
        self,
        request: Request,
        status: int,
        body: bytes,
        *,
        kind: str = "text/html; charset=utf-8",
        length: int | None = None,
        ends: bool = True,
        **headers: str,
    ) -> None:
        request.status = status
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Connection": "close", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        if status != 304:
            self.send_header("Content-Length", str(len(body) if length is None else length))
        self.room.end(request)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True
        if not ends:
            self.rfile.read(1)  # until the reader leaves

    def log_message(self, *_: object) -> None:
        """Say nothing."""
