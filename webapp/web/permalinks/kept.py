"""Answers about links, kept as they were sent: what never changes is drawn and packed once.

asked --- kept for this address and encoding, and the link's stamp is still that --> 304, or the bytes
      `-- else drawn; kept, unless it is for one session alone

One small query an answer reads the stamp, so that a link that was deleted or has ended, or an article that has been
described anew, is seen at once.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

from flask import Response, g, request
from werkzeug.datastructures import Headers

from webapp.web.permalinks.delete_keys import waits_for_key
from webapp.web.shell.current import services
from webapp.web.shell.htmx import fragment_target

ENDPOINTS = frozenset({"permalinks.show", "permalinks.embed", "permalinks.export", "exports.export", "previews.card"})
"""What depends on nothing but the link and the address."""

CACHE_CONTROL = "private, no-cache"
"""A browser keeps the answer and asks each time whether it still holds."""

MAX_KEPT_BYTES = 64_000_000
MAX_BYTES_OF_ONE = 4_000_000
"""Packed: the page of two texts of 100,000 words takes 1 MB. What is larger is drawn again each time."""

ENTRY_BYTES = 2_000
"""What an entry takes beside its body: its headers, its key, its place."""

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class PackedAnswer:
    """An answer as it is sent: compressed, with its headers, the entity tag among them."""

    body: bytes
    headers: Headers

    def response(self) -> Response:
        return Response(self.body, headers=self.headers)

    @property
    def size(self) -> int:
        return len(self.body) + ENTRY_BYTES


class KeptAnswers:
    """The answers that were asked for last, at most so many bytes of them."""

    def __init__(self, max_bytes: int = MAX_KEPT_BYTES) -> None:
        self._max_bytes = max_bytes
        self._kept: OrderedDict[Key, PackedAnswer] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: Key) -> PackedAnswer | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Key, answer: PackedAnswer) -> None:
        """Keep an answer. Two readers may have asked for the same at once: the later answer replaces the first."""
        with self._lock:
            replaced = self._kept.pop(key, None)
            self._kept[key] = answer
            self._bytes += answer.size - (replaced.size if replaced else 0)
            while self._bytes > self._max_bytes:
                self._bytes -= self._kept.popitem(last=False)[1].size


def answer_from(kept: KeptAnswers) -> Callable[[], Response | None]:
    """Make the hook that answers from what is kept. It runs after all hooks that may refuse a request."""

    def answer() -> Response | None:
        if request.endpoint not in ENDPOINTS:
            return None
        public_id = (request.view_args or {})["public_id"]
        key = (services().stamp(public_id), request.url, fragment_target(), request.headers.get("Accept-Encoding"))
        if waits_for_key(public_id):
            return None
        g.answer_key = key
        found = kept.get(key)
        return found.response() if found else None

    return answer


def keep_in(kept: KeptAnswers) -> Callable[[Response], Response]:
    """Make the hook that keeps an answer as it is sent. It runs after all hooks that alter an answer."""

    def keep(response: Response) -> Response:
        key = g.pop("answer_key", None)
        if key is None or response.status_code != 200:
            return response
        response.headers["Cache-Control"] = CACHE_CONTROL
        if not response.get_etag()[0]:
            body = response.get_data()
            response.set_etag(sha256(body).hexdigest())
            if len(body) <= MAX_BYTES_OF_ONE:
                kept.put(key, PackedAnswer(body, Headers(response.headers)))
        response.make_conditional(request)
        return response

    return keep
