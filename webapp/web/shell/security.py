"""Security headers, and the requests that are refused."""

from collections.abc import Callable
from urllib.parse import urlsplit

from flask import Flask, Response, request
from werkzeug.exceptions import Forbidden, RequestEntityTooLarge

from webapp.errors import UnknownHost
from webapp.settings import Settings
from webapp.start.hosts import host_of
from webapp.web.shell.sent_fields import URLENCODED

FRAMED = "permalinks.embed"
"""The only endpoint that may be framed."""

OF_ANY_HOST = ("health.alive", "health.ready")
"""Load balancers ask by IP address, which is in no setting. These answers are one word, the same for all."""

_NOTHING_BUT_OURS = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
_PAGE_POLICY = f"{_NOTHING_BUT_OURS}script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'"
_EMBED_POLICY = f"{_NOTHING_BUT_OURS}script-src 'self'; form-action 'none'; frame-ancestors 'self'"

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}

PERMALINK_HEADERS = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
"""The address is the only protection of a link, so it must not reach other servers in a Referer."""


def install(app: Flask, settings: Settings) -> None:
    """Guard every request and every answer."""
    app.before_request(_refuse_other_hosts(settings))
    app.before_request(_refuse_other_sites(settings))
    app.before_request(_refuse_too_many_fields)
    app.after_request(_keep_redirects_here)
    app.after_request(_add_headers(settings))


def _refuse_other_hosts(settings: Settings) -> Callable[[], None]:
    """Make a guard against unknown host names: an attacker's domain may resolve to our address (DNS rebinding).

    Flask's TRUSTED_HOSTS does not do: in Werkzeug 3.1 it takes no IPv6 address, is case-sensitive, and allows no error
    page of our own.
    """
    ours = settings.hosts

    def guard() -> None:
        if host_of(request.host) not in ours and request.endpoint not in OF_ANY_HOST:
            raise UnknownHost(
                "This server does not answer to this host name. Its administrator can add the name to "
                "STET_ALLOWED_HOSTS, or set STET_PUBLIC_URL to the address that readers use."
            )

    return guard


def _refuse_other_sites(settings: Settings) -> Callable[[], None]:
    """Make a guard against cross-site requests: browsers send Sec-Fetch-Site, or over plain HTTP only Origin.

    It runs before the check of the form token: a missing token gives the filled-in form back, and a form that another
    site filled in must not come back.
    """
    public_host = urlsplit(settings.public_url).netloc

    def guard() -> None:
        if request.method in {"GET", "HEAD", "OPTIONS"}:
            return
        site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
        if site is not None:
            ours = site in {"same-origin", "none"}
        else:
            ours = origin is None or urlsplit(origin).netloc in {request.host, public_host} - {""}
        if not ours:
            raise Forbidden

    return guard


def _refuse_too_many_fields() -> None:
    """Count the fields of a urlencoded form before it is parsed: Werkzeug limits multipart forms only.

    Files come in multipart forms alone, and what may be sent at most leaves room for them.
    """
    if request.mimetype == URLENCODED:
        if (request.content_length or 0) > (request.max_form_memory_size or 0):
            raise RequestEntityTooLarge
        fields = request.get_data(cache=True, parse_form_data=False).count(b"&") + 1
        if fields > (request.max_form_parts or fields):
            raise RequestEntityTooLarge


def _keep_redirects_here(response: Response) -> Response:
    """Turn the router's redirects, full URLs on the request's host and scheme, into paths."""
    here, there = request.host_url, response.location or ""
    if there.startswith(here):
        response.location = "/" + there.removeprefix(here).lstrip("/\\")
    return response


def _add_headers(settings: Settings) -> Callable[[Response], Response]:
    embed_policy = " ".join([_EMBED_POLICY, *settings.frame_ancestors])

    def add(response: Response) -> Response:
        headers, framed = response.headers, request.endpoint == FRAMED
        headers.update(HEADERS)
        headers["Content-Security-Policy"] = embed_policy if framed else _PAGE_POLICY
        headers["Referrer-Policy"] = "same-origin"
        if request.path.startswith("/c/"):
            headers.update(PERMALINK_HEADERS)
        if not framed:
            headers["X-Frame-Options"] = "DENY"
        if request.endpoint != "static":
            headers["Cache-Control"] = "private, no-cache" if _may_be_kept() else "no-store"
        return response

    return add


def _may_be_kept() -> bool:
    """Return whether a client may keep the answer, if it asks each time whether it is current."""
    return request.path.startswith("/api/") or request.blueprint == "feeds"
