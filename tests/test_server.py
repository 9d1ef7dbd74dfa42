"""The server with several clients: one that opens as much as it can takes nothing from the others.

A real `stet serve` and real sockets: the many requests come from 127.0.0.1, the one to be answered from 127.0.0.2.
"""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from queue import Queue
from typing import NamedTuple

import pytest

from webapp.app import create_app
from webapp.server import make_server
from webapp.settings import Settings, load_settings

ROOT = Path(__file__).parents[1]
STET = (sys.executable, "-c", "from webapp.cli import main; main()", "serve", "--port", "0")
MANY, ONE = "127.0.0.1", "127.0.0.2"
PLENTY_S = 60
"""A time-out that no passing test reaches."""


class Answer(NamedTuple):
    status: int
    text: str
    headers: dict[str, str]


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[int]:
    """Run `stet serve` in a subprocess and yield its port."""
    environment = {**os.environ, "STET_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT), **settings}
    with subprocess.Popen(STET, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline().rpartition(":")[2])
        finally:
            process.kill()


def connect(port: int, source: str) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=PLENTY_S, source_address=(source, 0))


def ask(
    port: int, path: str = "/healthz", source: str = ONE, body: object = None, headers: dict[str, str] | None = None
) -> Answer:
    """Send one request, with a body as JSON."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PLENTY_S, source_address=(source, 0))
    kind = {"Content-Type": "application/json"} if body else {}
    connection.request("POST" if body else "GET", path, json.dumps(body) if body else None, kind | (headers or {}))
    response: HTTPResponse = connection.getresponse()
    answer = Answer(response.status, response.read().decode(), dict(response.getheaders()))
    connection.close()
    return answer


def is_closed(connection: socket.socket) -> bool:
    """Return whether the server closed an idle connection."""
    connection.setblocking(False)
    try:
        return connection.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionError:
        return True


def speak(connection: socket.socket) -> bytes:
    connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
    return connection.recv(65_536)


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: local"], ids=["idle", "begun"])
def test_connections_of_one_client_do_not_keep_another_out(tmp_path: Path, begun: bytes) -> None:
    """BAD_INPUT 49: 110 connections that send nothing, or begin a request and never finish it."""
    with serving(tmp_path) as port, ExitStack() as stack:
        held = [stack.enter_context(connect(port, MANY)) for _ in range(110)]
        for connection in held:
            try:
                connection.sendall(begun)
            except ConnectionError:
                assert begun
        assert ask(port).status == 200
        assert ask(port, "/articles").status == 200


def test_of_idle_connections_the_longest_idle_gives_way_to_a_new_one(tmp_path: Path) -> None:
    """A client behind an address shared with many others, each with idle connections, is answered."""
    with serving(tmp_path) as port, ExitStack() as stack:
        held = [stack.enter_context(connect(port, MANY)) for _ in range(110)]
        assert b"200 OK" in speak(stack.enter_context(connect(port, MANY)))
        assert is_closed(held[0])
        assert b"200 OK" in speak(held[-1])


def test_many_clients_together_are_more_than_the_server_holds_and_a_new_one_is_answered(tmp_path: Path) -> None:
    with serving(tmp_path) as port, ExitStack() as stack:
        for number in range(10, 20):
            for _ in range(30):
                stack.enter_context(connect(port, f"127.0.0.{number}"))
        assert ask(port).status == 200


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Callable[..., tuple[int, object]]]:
    """Serve an application from this process, so that a test can block its views."""
    with ExitStack() as stack:

        def run(app: Callable[..., object] | None = None, **chosen: object) -> tuple[int, object]:
            settings: Settings = load_settings(data_dir=tmp_path, **chosen)
            listener = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
            made = app or create_app(settings)
            server = make_server(made, listener, settings)
            thread = threading.Thread(target=server.run)
            thread.start()
            stack.callback(thread.join, PLENTY_S)
            stack.callback(server.close)
            stack.callback(server.task_dispatcher.shutdown)
            return listener.getsockname()[1], made

        yield run


class Held:
    """A page that responds when the test allows it and counts its running requests. `/free` responds at once."""

    def __init__(self) -> None:
        self.arrived = threading.Semaphore(0)
        self.go = threading.Event()

    def __call__(self, environ: dict[str, object], start_response: Callable[..., object]) -> list[bytes]:
        if environ["PATH_INFO"] != "/free":
            self.arrived.release()
            assert self.go.wait(PLENTY_S)
        start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "4")])
        return [str(environ["REMOTE_ADDR"]).encode()[-4:]]


def test_requests_of_one_client_leave_threads_to_another(running: Callable[..., tuple[int, object]]) -> None:
    """They wait without holding a thread, and all are answered in the end."""
    app = Held()
    port, _ = running(app)
    with ExitStack() as stack:
        stack.callback(app.go.set)
        asked = [stack.enter_context(connect(port, MANY)) for _ in range(30)]
        for connection in asked:
            connection.sendall(b"GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert app.arrived.acquire(timeout=PLENTY_S)
        assert ask(port, "/free").status == 200
        app.go.set()
        assert all(b"200 OK" in connection.recv(65_536) for connection in asked)


def test_a_link_is_read_while_as_many_compare_as_the_server_lets(running: Callable[..., tuple[int, object]]) -> None:
    """BAD_INPUT 49: every place to compute and to wait is taken; a permalink and the desk are still answered."""
    port, app = running()
    turns = app.extensions["stet.guard"].turns  # type: ignore[attr-defined]
    made = ask(port, "/api/v1/permalinks", body={"old": {"text": "He said no."}, "new": {"text": "He said yes."}})
    link = f"/c/{json.loads(made.text)['id']}"
    answers: Queue[Answer] = Queue()

    def compare(source: str) -> None:
        body = {"old": {"text": "She said no."}, "new": {"text": "She said yes."}}
        answers.put(ask(port, "/api/v1/comparisons", source, body))

    with ThreadPoolExecutor(10) as clients, turns.take("one"), turns.take("other"):
        clients.map(compare, [f"127.0.0.{number}" for number in range(10, 20)])
        refused = [answers.get(timeout=PLENTY_S) for _ in range(6)]
        assert [ask(port, path).status for path in (link, f"{link}.json", "/", "/healthz")] == [200] * 4
    assert {(answer.status, answer.headers["Retry-After"]) for answer in refused} == {(503, "10")}
    assert answers.qsize() == 4


FORWARDED = {"X-Forwarded-For": "192.0.2.77, 192.0.2.9", "X-Forwarded-Proto": "https"}


def test_the_address_in_a_header_is_believed_from_the_proxy_of_the_settings_alone(
    running: Callable[..., tuple[int, object]],
) -> None:
    """BAD_INPUT 41."""
    seen: list[tuple[object, object]] = []

    def app(environ: dict[str, object], start_response: Callable[..., object]) -> list[bytes]:
        seen.append((environ["REMOTE_ADDR"], environ["wsgi.url_scheme"]))
        assert "HTTP_X_FORWARDED_HOST" not in environ
        start_response("200 OK", [("Content-Length", "0")])
        return []

    headers = FORWARDED | {"X-Forwarded-Host": "evil.example"}
    alone, _ = running(app)
    proxied, _ = running(app, trusted_proxy=MANY)
    for port in (alone, proxied):
        for source in (MANY, ONE):
            ask(port, "/", source, headers=headers)
    assert seen == [(MANY, "http"), (ONE, "http"), ("192.0.2.9", "https"), (ONE, "http")]


def test_clients_behind_the_proxy_have_a_share_each(running: Callable[..., tuple[int, object]]) -> None:
    app = Held()
    port, _ = running(app, trusted_proxy=MANY)
    with ExitStack() as stack:
        stack.callback(app.go.set)
        asked = [stack.enter_context(connect(port, MANY)) for _ in range(80)]
        for connection in asked:
            connection.sendall(b"GET /held HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n")
        assert app.arrived.acquire(timeout=PLENTY_S)
        assert ask(port, "/free", MANY, headers={"X-Forwarded-For": "192.0.2.2"}).status == 200
        app.go.set()
        assert all(b"200 OK" in connection.recv(65_536) for connection in asked)


@pytest.mark.parametrize("written", ["proxy", "10.0.0.0/8", "127.0.0.1:80", "*", "localhost"])
def test_a_proxy_is_named_by_its_address(written: str) -> None:
    with pytest.raises(
        Exception, match=r"STET_TRUSTED_PROXY cannot be used: .* is not an address such as 127\.0\.0\.1"
    ):
        load_settings(trusted_proxy=written)
