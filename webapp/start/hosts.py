"""The host names in settings, and those that a server answers to."""

import re
from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
EVERYWHERE = ("", "0.0.0.0", "::")
"""Values of STET_HOST that mean every interface. They are not host names that a request could have."""

HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]")
PORT = re.compile(r":[0-9]*$")


def host_of(authority: str) -> str:
    """Return the host of `host:port` in lower case.

    >>> host_of("Stet.example:8000"), host_of("[::1]:8000"), host_of("[::1]")
    ('stet.example', '[::1]', '[::1]')
    """
    return PORT.sub("", authority).lower()


def check_hosts(hosts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the hosts. Errors: ValueError names the first one that is none."""
    for host in hosts:
        if not HOST.fullmatch(host.lower()):
            raise ValueError(f"{host!r} is not a host such as stet.example or [fd00::7], without a port")
    return hosts


def check_proxy(address: str) -> str:
    """Return an IP address in its usual form; "" for none. Errors: ValueError says what was expected."""
    try:
        return str(ip_address(address)) if address else ""
    except ValueError as error:
        raise ValueError(f"{address!r} is not an address such as 127.0.0.1") from error


def answered_hosts(listening: str, public_url: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """Return the distinct hosts that a server answers to, in the form of `host_of`."""
    named = [*LOOPBACK, urlsplit(public_url).netloc, *allowed]
    if listening not in EVERYWHERE:
        named.append(f"[{listening}]" if ":" in listening else listening)
    return tuple(dict.fromkeys(host_of(name) for name in named if name))
