"""Checks URLs and hosts in settings: complete, ASCII, http or https. A bad one would first show in a reader's link."""

import re
from ipaddress import IPv6Address

NAME = r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*"
_HOST = re.compile(NAME, re.IGNORECASE)
_SERVER = re.compile(rf"https?://(?P<host>{NAME}|\[[0-9a-f:.]+\])(:(?P<port>[0-9]{{1,5}}))?", re.IGNORECASE)
_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*/?")
MAX_HOST_CHARS = 253
MAX_PORT = 65_535


def check_public_url(address: str) -> str:
    """Return the URL of a server, with or without a path. Errors: ValueError says what was expected."""
    server = _SERVER.match(address)
    if not server or not _is_possible(server) or not _PATH.fullmatch(address, server.end()):
        raise ValueError(
            f"{address!r} is not an address such as https://stet.example or https://news.example/stet{_hint(address)}"
        )
    return address


def check_origins(origins: tuple[str, ...]) -> tuple[str, ...]:
    """Return origins: scheme, host and optional port. Errors: ValueError says what was expected."""
    for origin in origins:
        server = _SERVER.fullmatch(origin)
        if not server or not _is_possible(server):
            raise ValueError(f"{origin!r} is not an origin such as https://intranet.example:8443{_hint(origin)}")
    return origins


def check_listening(host: str) -> str:
    """Return a host name or address to listen on; "" means all. Errors: ValueError says what was expected."""
    if host and not _is_ipv6(host) and not (_HOST.fullmatch(host) and len(host) <= MAX_HOST_CHARS):
        raise ValueError(f"{host!r} is not a name or address such as localhost, 127.0.0.1 or ::1")
    return host


def _is_possible(server: re.Match[str]) -> bool:
    host, port = server["host"], server["port"] or "80"
    is_host = _is_ipv6(host[1:-1]) if host.startswith("[") else len(host) <= MAX_HOST_CHARS
    return is_host and 0 < int(port) <= MAX_PORT


def _is_ipv6(written: str) -> bool:
    try:
        IPv6Address(written)
    except ValueError:
        return False
    return True


def _hint(written: str) -> str:
    return "" if written.isascii() else ". Write a name with non-ASCII letters in its xn--… form"
