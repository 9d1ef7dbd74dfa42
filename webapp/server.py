"""waitress with a limit per client on connections and on threads, so that one client cannot shut out the others.

connection --- the client is below its limit -------------> accepted
           `-- else its longest idle one is closed -------> accepted; refused if none is idle
request ------ the client has under half the threads -----> given to a thread
           `-- else -------------------------------------> queued without holding a thread
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
"""Connections per client. A browser opens six, and reopens an idle one that the server closed."""

IDLE_S = 30
READERS = 14
"""Threads left when every place to compare and to wait for that is taken: for pages, four fetches and six files."""

MAX_BODY_TEXTS = 16
MAX_BODY_FILES = 4
"""The largest body, in units of the text limit. No form with two texts is larger, however it is encoded, so waitress
refuses it before the application sees it."""

FORWARDED = {"x-forwarded-for", "x-forwarded-proto"}


def make_server(app: WSGIApplication, listener: socket, settings: Settings) -> "Server":
    """Create a server for a listening socket. `run` serves until Ctrl-C."""
    # waitress warns when requests queue. A browser opens six connections at once, so that is normal.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    return Server(app, listener, settings)


def _adjustments(listener: socket, settings: Settings) -> Adjustments:
    proxy = {"trusted_proxy": settings.trusted_proxy, "trusted_proxy_count": 1, "trusted_proxy_headers": FORWARDED}
    return Adjustments(
        sockets=[listener],
        connection_limit=2 * MAX_CONNECTIONS,  # never reached: at its own limit waitress stops accepting from everybody
        channel_timeout=IDLE_S,
        cleanup_interval=IDLE_S // 3,
        max_request_body_size=MAX_BODY_TEXTS * settings.max_text_bytes + MAX_BODY_FILES * settings.max_upload_bytes,
        asyncore_use_poll=hasattr(select, "poll"),
        **(proxy if settings.trusted_proxy else {}),
    )


class Server(TcpWSGIServer):
    """A server that limits connections per client."""

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
        """Accept a connection. Return None if none is waiting or if it was refused."""
        accepted = super().accept()
        if accepted is None or self._make_room(accepted[1][0]):
            return accepted
        accepted[0].close()
        return None

    def _make_room(self, address: str) -> bool:
        """Close the longest idle connection if a limit is reached. Return whether there is room for a new one."""
        crowd = self._crowd(address)
        idle = [channel for channel in crowd if _is_idle(channel)]
        if idle:
            min(idle, key=lambda channel: channel.last_activity).will_close = True
        return bool(idle) or not crowd

    def _crowd(self, address: str) -> list[HTTPChannel]:
        """Return the connections of which one must close before another is accepted; [] if no limit is reached."""
        known = cast(dict[int, HTTPChannel], self.active_channels)
        channels = [channel for channel in known.values() if not channel.will_close]
        theirs = [channel for channel in channels if client_of(channel.addr[0]) == client_of(address)]
        if len(theirs) >= MAX_OF_ONE and address != self._proxy:
            return theirs
        return channels if len(channels) >= MAX_CONNECTIONS else []


def _is_idle(channel: HTTPChannel) -> bool:
    """Return whether no request is pending, partly received or being answered."""
    return not (channel.requests or channel.request or channel.total_outbufs_len)


def _client(channel: HTTPChannel, proxy: str) -> str:
    """Return the client of a connection; for the trusted proxy, the client named in X-Forwarded-For."""
    address = str(channel.addr[0])
    if proxy and address == proxy:
        address = channel.requests[0].headers.get("X_FORWARDED_FOR", "").rpartition(",")[2].strip() or address
    return client_of(address)


class Dispatcher(ThreadedTaskDispatcher):
    """Gives requests to threads, at most half of them to one client. Further requests wait without holding a thread."""

    def __init__(self, threads: int, client: Callable[[HTTPChannel], str]) -> None:
        super().__init__()
        self._client = client
        self._running = Shares(half(threads))
        self._held: dict[str, deque[HTTPChannel]] = {}
        self._changing = Lock()
        self.set_thread_count(threads)

    def add_task(self, task: HTTPChannel) -> None:  # type: ignore[override]  # waitress passes channels, not tasks
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
        """Pass a client's thread to its next waiting request, else release it."""
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
    """A request that runs in a thread. Calls `end` when it has finished."""

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
