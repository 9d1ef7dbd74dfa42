"""Pages of comparisons, cached as rendered, without the form token, which belongs to one session.

request --- cached for these versions, options and look -------------> the token of this session is put in
        `-- else compared and rendered with a mark for the token, and cached

The key has what the pages show of both articles, so a new title is noticed at once; reading it takes one small query.
The mark is random: no text can contain it.
"""

from collections.abc import Hashable
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
    headers: Headers

    def response(self) -> Response:
        """Return the page for the session of this request."""
        body = b"".join((self.before, generate_csrf().encode(), self.after))
        return Response(body, headers=Headers(self.headers))


class PageCache:
    """Caches pages that have one form token each. `mark` is what a page is rendered with in its place."""

    def __init__(self, max_bytes: int = MAX_PAGES_BYTES) -> None:
        self.mark = f"token-{token_hex(16)}"
        self._pages = LruCache[CachedPage](max_bytes)

    def find(self, key: Hashable) -> Response | None:
        page = self._pages.get(key)
        return page.response() if page else None

    def keep(self, key: Hashable, marked: Response) -> Response:
        """Cache a page that was rendered with the mark, and return it for this session."""
        body = marked.get_data()
        before, after = body.split(self.mark.encode())
        page = CachedPage(before, after, Headers(marked.headers))
        page.headers.remove("Content-Length")
        if len(body) <= MAX_BYTES_OF_PAGE:
            self._pages.put(key, page, len(body) + PAGE_BYTES)
        return page.response()


def page_cache() -> PageCache:
    """Return the cache of the application that handles this request."""
    return cast(PageCache, current_app.extensions["stet.pages"])
