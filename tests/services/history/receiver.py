"""A receiver of announcements: a real server on this machine, which checks each signature by itself.

What it checks is written from the specification of Standard Webhooks, not from our code.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

KEY = b"a key of the newsroom, 32 bytes."
SECRET = f"whsec_{base64.b64encode(KEY).decode()}"


@dataclass
class Received:
    name: str
    seconds: int
    message: dict[str, Any]


@dataclass
class Receiver:
    """Answers with `status`, or breaks off if it is 0. `meanwhile` is called before it answers."""

    port: int = 0
    status: int = 204
    received: list[Received] = field(default_factory=list)
    forged: int = 0
    meanwhile: Callable[[], None] = lambda: None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/hooks/stet?team=news"

    def names(self) -> list[str]:
        return [each.name for each in self.received]


def is_signed(headers: Any, body: bytes) -> bool:
    signed = b".".join([headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body])
    code = base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(each, f"v1,{code}") for each in headers["webhook-signature"].split())


@contextmanager
def receiver() -> Iterator[Receiver]:
    receiving = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if not is_signed(self.headers, body) or self.headers["Content-Type"] != "application/json":
                receiving.forged += 1
            seconds = int(self.headers["webhook-timestamp"])
            receiving.received.append(Received(self.headers["webhook-id"], seconds, json.loads(body)))
            receiving.meanwhile()
            if receiving.status:
                self.send_response(receiving.status)
                self.send_header("Location", "/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        receiving.port = server.server_port
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield receiving
        server.shutdown()
        thread.join()
    assert receiving.forged == 0
