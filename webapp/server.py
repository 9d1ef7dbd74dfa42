"""How waitress serves: each client has its share of the connections and of the threads, and leaves the rest to others.

connection --- the client has fewer than its share ---------> kept
           `-- else the longest idle of its own is closed --> kept, or refused where none is idle
request ------ the client has fewer than half the threads --> to a thread
           `-- else it waits its turn outside the threads
"""

import logging
import select
from collections import deque
from collections.abc import Callable
from functools import partial
from socket import socket
from threading import Lock
from typing import Any, cast
from wsgiref.types import WSGIApplication

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import Task, ThreadedTaskDispatcher

from webapp.services import Shares, client_of, half
from webapp.settings import Settings

MAX_CONNECTIONS = 200
MAX_OF_ONE = 40
"""Connections of one client: a browser opens six, and closes those that it leaves idle when it is told to."""

IDLE_S = 30
READERS = 8
"""Threads that no comparison, and nobody who waits for one, can hold."""

MAX_BODY_TEXTS = 16
"""What is larger is no form with two texts, however it is encoded: the application need not see it."""

FORWARDED = {"x-forwarded-for", "x-forwarded-proto"}


def make_server(app: WSGIApplication, listener: socket, settings: Settings) -> "Server":
    """Make a server for a socket that listens already; `run` serves until Ctrl-C."""
    # A browser opens six connections at once: that a request waits for a moment is no news on a terminal.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    return Server(app, listener, settings)


def _adjustments(listener: socket, settings: Settings) -> Adjustments:
    proxy = {"trusted_proxy": settings.trusted_proxy, "trusted_proxy_count": 1, "trusted_proxy_headers": FORWARDED}
    return Adjustments(
        sockets=[listener],
        connection_limit=2 * MAX_CONNECTIONS,  # never reached: waitress would stop to listen, to whomever
        channel_timeout=IDLE_S,
        cleanup_interval=IDLE_S // 3,
        max_request_body_size=MAX_BODY_TEXTS * settings.max_text_bytes,
        asyncore_use_poll=hasattr(select, "poll"),
        **(proxy if settings.trusted_proxy else {}),
    )


class Server(TcpWSGIServer):
    """A server whose connections are shared out by address."""

    def __init__(self, app: WSGIApplication, listener: socket, settings: Settings) -> None:
        self._proxy = settings.trusted_proxy
        threads = settings.comparisons_at_once + settings.comparisons_waiting + READERS
        super().__init__(
            app,
            _sock=listener,
            bind_socket=False,
            dispatcher=Dispatcher(threads, partial(_client, proxy=self._proxy)),
            adj=_adjustments(listener, settings),
            sockinfo=(listener.family, listener.type, listener.proto, listener.getsockname()),
        )

    def accept(self) -> tuple[socket, Any] | None:
        """Take a connection that waits; None where there is none, or where it was refused."""
        accepted = super().accept()
        if accepted is None or self._make_room(accepted[1][0]):
            return accepted
        accepted[0].close()
        return None

    def _make_room(self, address: str) -> bool:
        """Close the longest idle connection of a crowd that is full; tell whether there is room."""
        crowd = self._crowd(address)
        idle = [channel for channel in crowd if _is_idle(channel)]
        if idle:
            min(idle, key=lambda channel: channel.last_activity).will_close = True
        return bool(idle) or not crowd

    def _crowd(self, address: str) -> list[HTTPChannel]:
        """Return the connections of which one must go before another may come: none where there is room."""
        known = cast(dict[int, HTTPChannel], self.active_channels)
        channels = [channel for channel in known.values() if not channel.will_close]
        theirs = [channel for channel in channels if client_of(channel.addr[0]) == client_of(address)]
        if len(theirs) >= MAX_OF_ONE and address != self._proxy:
            return theirs
        return channels if len(channels) >= MAX_CONNECTIONS else []


def _is_idle(channel: HTTPChannel) -> bool:
    """Tell whether nothing is asked, half asked, or still being answered."""
    return not (channel.requests or channel.request or channel.total_outbufs_len)


def _client(channel: HTTPChannel, proxy: str) -> str:
    """Return who asks on a connection: of the proxy's connections, whom the proxy names."""
    address = str(channel.addr[0])
    if proxy and address == proxy:
        address = channel.requests[0].headers.get("X_FORWARDED_FOR", "").rpartition(",")[2].strip() or address
    return client_of(address)


class Dispatcher(ThreadedTaskDispatcher):
    """Hands requests to threads, of which one client has at most half. What is more waits, and holds no thread."""

    def __init__(self, threads: int, client: Callable[[HTTPChannel], str]) -> None:
        super().__init__()
        self._client = client
        self._running = Shares(half(threads))
        self._held: dict[str, deque[HTTPChannel]] = {}
        self._changing = Lock()
        self.set_thread_count(threads)

    def add_task(self, task: HTTPChannel) -> None:  # type: ignore[override]  # it is given channels, not tasks
        client = self._client(task)
        with self._changing:
            if not self._running.has_room(client):
                self._held.setdefault(client, deque()).append(task)
                return
            self._running.take(client)
        self._hand_over(task, client)

    def _hand_over(self, channel: HTTPChannel, client: str) -> None:
        super().add_task(cast(Task, Turn(channel, partial(self._end, client))))

    def _end(self, client: str) -> None:
        """Give a client's place to the next request of its own, where one waits."""
        with self._changing:
            waiting = self._held.get(client)
            if not waiting:
                self._running.give_back(client)
                return
            task = waiting.popleft()
            if not waiting:
                del self._held[client]
        self._hand_over(task, client)


class Turn:
    """A request on its way through a thread; `end` is called when it has left it."""

    def __init__(self, channel: HTTPChannel, end: Callable[[], None]) -> None:
        self._channel = channel
        self._end = end

    def service(self) -> None:
        try:
            self._channel.service()
        finally:
            self._end()

    def cancel(self) -> None:
        self._channel.cancel()
