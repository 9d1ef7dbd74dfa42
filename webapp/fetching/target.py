"""Reads an address strictly. What two readers of addresses might understand differently is refused, not guessed.

This is the only reader: the connection goes to `host` and `port`, and the server is sent `path`, as they stand here.
"""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

import idna

from webapp.errors import AddressRefused, InvalidInput, TooLarge

MAX_ADDRESS_CHARS = 2_000
SCHEMES = {"http": 80, "https": 443}

AMBIGUOUS = re.compile(r"[\x00-\x20\x7f\\\ud800-\udfff]")
SERVER = re.compile(r"(?P<host>\[[0-9a-f:.]+\]|[^\[\]:@%]+)(?::(?P<port>[0-9]{0,5}))?", re.IGNORECASE)
NAME = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
MAX_NAME_CHARS = 253
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""As the last part of a name: then browsers take the whole for an IP address."""

SENT_AS_THEY_ARE = "!$%&'()*+,/:;=?@[]~"
"""Characters of a path and its query; all others are percent-encoded."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address that was read. `host` is a name in its ASCII form, or an IP address; `path` includes the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def written_host(self) -> str:
        """The host as addresses have it: `www.example.org`, `[2001:db8::7]`."""
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def address(self) -> str:
        port = "" if self.port == SCHEMES[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.written_host}{port}{self.path}"


def read_target(written: str) -> Target:
    """Errors: InvalidInput if it is no address of a web page; AddressRefused for an unusual form of an IP address."""
    tidy = written.strip()
    if len(tidy) > MAX_ADDRESS_CHARS:
        raise TooLarge(f"This address is too long: it may have {MAX_ADDRESS_CHARS:,} characters.")
    if AMBIGUOUS.search(tidy):
        raise InvalidInput("This address has a space, a line break, a backslash or a control character in it.")
    try:
        parts = urlsplit(tidy)
    except ValueError as error:
        raise InvalidInput("This is not an address such as https://www.example.org/story.") from error
    if parts.scheme not in SCHEMES:
        raise InvalidInput("Only addresses that begin with http:// or https:// can be fetched.")
    host, port = _server(parts.netloc)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port or SCHEMES[parts.scheme], quote(path, safe=SENT_AS_THEY_ARE))


def redirected(target: Target, location: str) -> Target:
    """Return where a redirect leads. `location`: the header, each byte a character. Errors: those of `read_target`."""
    return read_target(
        urljoin(target.address, quote(location.strip().encode("latin-1"), safe=f"{SENT_AS_THEY_ARE}#\\"))
    )


def _server(written: str) -> tuple[str, int]:
    """Return host and port; port 0 if none is given."""
    if "@" in written:
        raise InvalidInput("This address has a user name or a password in it. Remove it and try again.")
    server = SERVER.fullmatch(written)
    port = int(server["port"] or 0) if server else 0
    if not server or port > 65_535:
        raise InvalidInput("This address names no server, such as www.example.org, that can be asked.")
    host = server["host"]
    return (_ipv6(host[1:-1]) if host.startswith("[") else _name(host)), port


def _ipv6(written: str) -> str:
    try:
        return str(IPv6Address(written))
    except AddressValueError as error:
        raise InvalidInput("This address names no server: what is in brackets is no IP address.") from error


def _name(written: str) -> str:
    """Return a name in its ASCII form, in lower case; or an IPv4 address in its usual form."""
    try:
        name = written.lower() if written.isascii() else idna.encode(written, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise InvalidInput("This address names no server: no name can be written like this.") from error
    name = name.removesuffix(".")
    if not NAME.fullmatch(name) or len(name) > MAX_NAME_CHARS:
        raise InvalidInput("This address names no server: no name can be written like this.")
    return _ipv4(name) if NUMBER.fullmatch(name.rpartition(".")[2]) else name


def _ipv4(written: str) -> str:
    """Refuse what some programs read as an IP address and others do not, such as 0177.1."""
    try:
        return str(IPv4Address(written))
    except AddressValueError as error:
        raise AddressRefused("An IP address is fetched only in its usual form, such as 93.184.215.14.") from error
