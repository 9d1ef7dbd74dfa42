"""What a program is to do that asks without a reader waiting: it reads robots.txt, and asks for what is new alone.

RFC 9309 says how robots.txt is obeyed: without one (a status of 400 to 499) everything may be asked; as long as it
cannot be had, nothing may; and it is not believed for longer than a day.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from urllib.parse import urlsplit

from protego import Protego

from webapp.errors import AnsweredOtherwise, Disallowed, WrongKind
from webapp.fetching.model import Asking, Fetch, Fetched

AGENT = "Stet"
"""As robots.txt names this program, and the header User-Agent too."""

BELIEVED = timedelta(days=1)
"""How long robots.txt is believed. Range: 1 hour..1 day. Why: RFC 9309, 2.4."""

MAX_SITES = 1_000
"""Of which robots.txt is kept in memory. Range: any. Why: one has a few kilobytes."""

CONDITIONS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
"""The headers of an answer, and those of the request for what is newer."""

Visit = Callable[[str], None]

TOO_MANY = 429
HIGHEST_ABSENT = 499
"""The highest status that means: there is no robots.txt."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site, and when they were read."""

    rules: Protego
    moment: datetime

    def allow(self, address: str) -> bool:
        return bool(self.rules.can_fetch(address, AGENT))

    @property
    def pause(self) -> timedelta:
        """The time that the site wants between two requests; at most a day."""
        seconds = float(self.rules.crawl_delay(AGENT) or 0)
        # "nan" is a number too, of which every comparison fails.
        return BELIEVED if seconds >= BELIEVED.total_seconds() else timedelta(seconds=seconds if seconds > 0 else 0)


class PoliteFetch:
    """Fetches by robots.txt. `fetch`: the gate, which all requests go through, those for robots.txt too."""

    def __init__(self, fetch: Fetch, clock: Callable[[], datetime]) -> None:
        self._fetch = fetch
        self._clock = clock
        self._known: dict[str, Robots] = {}
        self._lock = Lock()

    def __call__(self, written: str, validators: Mapping[str, str], visit: Visit) -> Fetched:
        """Return what is at an address; with the status 304 and empty if it has not changed since the validators.

        validators  the headers of the answer before, by their names in lower case
        visit       is told each address before it is asked, robots.txt and redirects included, and may raise
        Errors: Disallowed if robots.txt of its site, or of one that it redirects to, says so; those of the gate.
        """
        asked = {CONDITIONS[name]: value for name, value in validators.items() if name in CONDITIONS}

        def check(address: str) -> None:
            visit(address)
            if not self._robots(address, visit).allow(address):
                raise Disallowed(f"{urlsplit(address).hostname} asks programs not to fetch this page (robots.txt).")

        return self._fetch(written, Asking(asked, check))

    def pause(self, address: str) -> timedelta:
        """Return the time that a site wants between two requests, as far as its robots.txt was read."""
        known = self._known.get(_site(address))
        return known.pause if known else timedelta()

    def _robots(self, address: str, visit: Visit) -> Robots:
        site = _site(address)
        with self._lock:
            known = self._known.get(site)
        if known and self._clock() < known.moment + BELIEVED:
            return known
        robots = Robots(Protego.parse(self._read(f"{site}/robots.txt", visit)), self._clock())
        with self._lock:
            while len(self._known) >= MAX_SITES:
                del self._known[next(iter(self._known))]
            self._known[site] = robots
        return robots

    def _read(self, address: str, visit: Visit) -> str:
        """Return robots.txt, or "" where there is none. Errors: those of the gate, if it cannot be had."""
        try:
            return self._fetch(address, Asking(check=visit)).data.decode("utf-8", "replace")
        except WrongKind:
            return ""
        except AnsweredOtherwise as answer:
            if answer.status == TOO_MANY or answer.status > HIGHEST_ABSENT:
                raise
            return ""


def _site(address: str) -> str:
    parts = urlsplit(address.strip())
    return f"{parts.scheme}://{parts.netloc}"
