"""Pages with a form, cached as rendered, without the form token, which belongs to one session.

request --- cached for this key --> the token of this session is put in
        `-- else rendered with a mark for the token, and cached

A key has all that a page depends on, what it shows of articles too, so a new title is noticed at once. The mark is
random: no text can contain it.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from secrets import token_hex
from typing import cast

from flask import Response, current_app
from flask_wtf.csrf import generate_csrf
from werkzeug.datastructures import Headers

from webapp.lru import LruCache

MAX_PAGES_BYTES = 32_000_000
"""Pages of two stories of 600 words take some 0.1 MB in each view."""

MAX_BYTES_OF_PAGE = 4_000_000
"""A larger page is rendered each time, so that one text cannot displace all others."""

PAGE_BYTES = 4_000
"""What an entry takes beside the page: headers and key. A key with long options has a page that repeats them."""


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A page around its form token."""

    before: bytes
    after: bytes
    status: int
    headers: Headers

    def response(self) -> Response:
        """Return the page for the session of this request."""
        body = b"".join((self.before, generate_csrf().encode(), self.after))
        return Response(body, self.status, headers=Headers(self.headers))


class PageCache:
    """Caches pages that have one form token each. `mark` is what a page is rendered with in its place."""

    def __init__(self, max_bytes: int = MAX_PAGES_BYTES) -> None:
        self.mark = f"token-{token_hex(16)}"
        self._pages = LruCache[CachedPage](max_bytes)

    def answer(self, key: Hashable | None, render: Callable[[], Response]) -> Response:
        """Return a page for this session, rendered if it is not cached. Without a key it never is."""
        page = self._pages.get(key) if key else None
        if not page:
            page = self._cut(render())
            size = len(page.before) + len(page.after)
            if key and size <= MAX_BYTES_OF_PAGE:
                self._pages.put(key, page, size + PAGE_BYTES)
        return page.response()

    def _cut(self, marked: Response) -> CachedPage:
        before, after = marked.get_data().split(self.mark.encode())
        marked.headers.remove("Content-Length")
        return CachedPage(before, after, marked.status_code, marked.headers)


def page_cache() -> PageCache:
    """Return the cache of the application that handles this request."""
    return cast(PageCache, current_app.extensions["stet.pages"])
