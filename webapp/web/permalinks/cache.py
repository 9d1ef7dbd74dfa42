"""Answers about links, cached as they are sent: a frozen page is rendered and compressed once.

request --- cached for this address and encoding, and the link's stamp has not changed --> 304, or the cached bytes
        `-- else rendered, and cached unless it is for one session alone

Each request reads the stamp with one small query, so a deleted or expired link, or an article with a new title, is
noticed at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from flask import Response, g, request
from werkzeug.datastructures import Headers

from webapp.lru import LruCache
from webapp.web.permalinks.delete_keys import waits_for_key
from webapp.web.shell.current import services
from webapp.web.shell.htmx import fragment_target

ENDPOINTS = frozenset({"permalinks.show", "permalinks.embed", "exports.export", "exports.stored", "previews.card"})
"""Their answers depend on the link and the address alone."""

CACHE_CONTROL = "private, no-cache"
"""A browser keeps the answer and revalidates it each time."""

MAX_CACHED_BYTES = 64_000_000
MAX_BYTES_OF_ONE = 4_000_000
"""Compressed. A larger answer is rendered each time."""

ENTRY_BYTES = 2_000
"""What an entry takes beside its body: headers and key."""


@dataclass(frozen=True, slots=True)
class CachedAnswer:
    """An answer as it is sent: compressed, with its headers, the entity tag among them."""

    body: bytes
    headers: Headers

    def response(self) -> Response:
        return Response(self.body, headers=Headers(self.headers))


AnswerCache = LruCache[CachedAnswer]


def answer_from(cache: AnswerCache) -> Callable[[], Response | None]:
    """Make the hook that answers from the cache. It runs after all hooks that may refuse a request."""

    def answer() -> Response | None:
        if request.endpoint not in ENDPOINTS:
            return None
        public_id = (request.view_args or {})["public_id"]
        key = (services().stamp(public_id), request.url, fragment_target(), request.headers.get("Accept-Encoding"))
        if waits_for_key(public_id):
            return None
        g.answer_key = key
        found = cache.get(key)
        return found.response() if found else None

    return answer


def store_in(cache: AnswerCache) -> Callable[[Response], Response]:
    """Make the hook that puts answers into the cache. It runs after all hooks that alter an answer."""

    def store(response: Response) -> Response:
        key = g.pop("answer_key", None)
        if key is None or response.status_code != 200:
            return response
        response.headers["Cache-Control"] = CACHE_CONTROL
        if not response.get_etag()[0]:
            body = response.get_data()
            response.set_etag(sha256(body).hexdigest())
            if len(body) <= MAX_BYTES_OF_ONE:
                cache.put(key, CachedAnswer(body, Headers(response.headers)), len(body) + ENTRY_BYTES)
        response.make_conditional(request)
        return response

    return store
