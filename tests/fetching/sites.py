"""Real servers on this machine, which answer as they are told and remember who asked; and a watch over connections."""

import ssl
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from socket import AF_INET, AF_INET6, create_server, socket
from threading import Thread

from webapp.fetching.gate import FetchGate
from webapp.fetching.model import FetchRules
from webapp.fetching.ranges import IpAddress

OUTSIDE = "127.0.0.1"
"""What the gates of tests take for an address on the internet. All others of this machine stay inside."""

STORY = "<!doctype html><title>Nine</title><p>The mayor of Lyon said no. Nobody else came to the meeting on Monday."

Pieces = Iterator[bytes]
Pages = Mapping[str, bytes | Callable[[], Pieces]]


def answer(
    body: bytes | str = STORY, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str
) -> bytes:
    """Return the bytes of an answer."""
    data = body.encode() if isinstance(body, str) else body
    named = {"Content-Type": kind, "Content-Length": str(len(data)), "Connection": "close"}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + data


def redirect(location: str) -> bytes:
    return answer("", "302 Found", Location=location)


@dataclass
class Site:
    """A server on a port of its own. `asked` are the heads of the requests, `connections` counts who came."""

    port: int
    asked: list[str] = field(default_factory=list)
    connections: int = 0


@contextmanager
def site(pages: Pages, host: str = OUTSIDE, port: int = 0, tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve pages by their paths, or by "*"; several pieces are sent one by one until the reader leaves."""
    with create_server((host, port), family=AF_INET6 if ":" in host else AF_INET) as listener:
        served = Site(listener.getsockname()[1])
        thread = Thread(target=_accept, args=(listener, served, pages, tls), daemon=True)
        thread.start()
        yield served
        listener.shutdown(2)
        thread.join()


def _accept(listener: socket, served: Site, pages: Pages, tls: ssl.SSLContext | None) -> None:
    with suppress(OSError):
        while True:
            connection, _ = listener.accept()
            served.connections += 1
            with suppress(OSError), connection:
                _answer(tls.wrap_socket(connection, server_side=True) if tls else connection, served, pages)


def _answer(connection: socket, served: Site, pages: Pages) -> None:
    with connection:
        head = b""
        while b"\r\n\r\n" not in head:
            received = connection.recv(4_096)
            if not received:
                return
            head += received
        served.asked.append(head.decode())
        page = pages.get(head.split()[1].decode()) or pages["*"]
        for piece in (page,) if isinstance(page, bytes) else page():
            connection.sendall(piece)


def gate(served: Site, names: Mapping[str, list[str]] | None = None, **rules: object) -> FetchGate:
    """Return a gate that may ask the ports of a site, and finds these names; `news.example` is the site itself."""
    known = {"news.example": [OUTSIDE], **(names or {})}

    def resolve(host: str) -> list[str]:
        if host not in known:
            raise OSError("no such name")
        return known[host]

    return FetchGate(FetchRules(ports=(80, 443, served.port), **rules), resolve, is_there)  # type: ignore[arg-type]


def is_there(address: IpAddress) -> bool:
    return str(address) == OUTSIDE


class Connections:
    """Watches over every connection that Python opens in this process, by its audit events."""

    def __init__(self) -> None:
        self.opened: list[object] = []
        self._is_watching = True
        sys.addaudithook(self._note)

    def _note(self, event: str, details: tuple[object, ...]) -> None:
        if event == "socket.connect" and self._is_watching:
            self.opened.append(details[1])

    def end(self) -> None:
        self._is_watching = False
