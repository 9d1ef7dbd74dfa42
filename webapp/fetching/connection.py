"""Connections that go to an address that was checked before, whatever a name means by now.

The name stays that of the connection, so that the request, and the check of the certificate, name the server as usual.
Neither looks up a name, follows a redirect, tries again or reads a proxy from the environment.
"""

import ssl
from collections.abc import Callable, Sequence
from socket import create_connection, socket

from urllib3.connection import HTTPConnection, HTTPSConnection

from webapp.fetching.deadline import Deadline
from webapp.fetching.ranges import IpAddress
from webapp.fetching.target import Target

Dial = Callable[[], socket]


class PlainConnection(HTTPConnection):
    """HTTP over the connection that `dial` makes. `_new_conn` is where urllib3's own SOCKS connections do the same."""

    def __init__(self, target: Target, dial: Dial) -> None:
        super().__init__(target.host, target.port)
        self._dial = dial

    def _new_conn(self) -> socket:
        return self._dial()


class SecureConnection(HTTPSConnection):
    """The same with TLS, by the certificates that this machine trusts."""

    def __init__(self, target: Target, dial: Dial) -> None:
        super().__init__(target.host, target.port, ssl_context=ssl.create_default_context())
        self._dial = dial

    def _new_conn(self) -> socket:
        return self._dial()


def connection_to(target: Target, addresses: Sequence[IpAddress], deadline: Deadline) -> HTTPConnection:
    """Return a connection to the first of these addresses that answers; it is made by the first request."""

    def dial() -> socket:
        return _first_that_answers(addresses, target.port, deadline)

    return SecureConnection(target, dial) if target.scheme == "https" else PlainConnection(target, dial)


def _first_that_answers(addresses: Sequence[IpAddress], port: int, deadline: Deadline) -> socket:
    """Errors: OSError of the last address, if none answers."""
    failure = OSError("no address")
    for address in addresses:
        try:
            connection = create_connection((str(address), port), deadline.left())
        except OSError as error:
            failure = error
        else:
            deadline.watch(connection)
            return connection
    raise failure
