"""The one gate for outgoing requests: all that Stet asks of other servers goes through `FetchGate.fetch`.

address -> read strictly -> is the host, the port allowed? -> every address of the name is outside
  ^                                                                        |
  `--- a redirect, at most MAX_REDIRECTS <---- an answer <---- connected to one of these very addresses
                                                 `-- 200 -> its kind -> its body, counted -> Fetched

An address is a reader's wish, and the wish may be to see what only this server can reach. So nothing is believed that a
reader, a name or an answer says: where a request goes is checked at each step, and what comes back is counted.
"""

import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from http.client import HTTPException
from ipaddress import ip_address
from socket import SOCK_STREAM, getaddrinfo, gethostname

from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError
from urllib3.util.ssl_match_hostname import CertificateError

from webapp import __version__
from webapp.errors import AddressRefused, InvalidInput, NoAnswer, TooSlow
from webapp.fetching.answer import read_answer
from webapp.fetching.connection import connection_to
from webapp.fetching.deadline import Deadline
from webapp.fetching.model import MAX_REDIRECTS, OFF, PLAINLY, Asking, Fetched, FetchRules
from webapp.fetching.ranges import IpAddress, is_outside
from webapp.fetching.target import Target, read_target, redirected

REDIRECTS = {301, 302, 303, 307, 308}

Resolve = Callable[[str], Sequence[str]]


def system_answers(host: str) -> list[str]:
    """Return all IP addresses that this machine finds under a name, the best first. Errors: OSError, UnicodeError."""
    return list(dict.fromkeys(str(found[4][0]) for found in getaddrinfo(host, None, type=SOCK_STREAM)))


class FetchGate:
    """Fetches what the rules allow.

    resolve   what finds the IP addresses of a name; it is asked once for each hop
    is_there  whether an IP address is outside, so that this server may ask it
    """

    def __init__(
        self,
        rules: FetchRules,
        resolve: Resolve = system_answers,
        is_there: Callable[[IpAddress], bool] = is_outside,
    ) -> None:
        self._rules = rules
        self._resolve = resolve
        self._is_there = is_there

    def fetch(self, written: str, asking: Asking = PLAINLY) -> Fetched:
        """Return what is at an address.

        Errors: AddressRefused before anything is sent; InvalidInput if it is no address, or its server refuses, errs or
        redirects too often; TooLarge, WrongKind, NoAnswer, TooSlow.
        """
        if not self._rules.is_on:
            raise AddressRefused(OFF)
        first = target = read_target(written)
        sent = {**self._headers(), **asking.validators}
        with Deadline(self._rules.seconds) as deadline:
            addresses = self._addresses(target, deadline)
            for _ in range(MAX_REDIRECTS + 1):
                asking.check(target.address)
                with self._asked(target, addresses, deadline, sent) as answer:
                    if answer.status not in REDIRECTS:
                        is_known = bool(asking.validators) and target is first
                        return read_answer(answer, written.strip(), target, self._rules.max_bytes, is_known=is_known)
                    location = answer.headers.get("Location", "")
                target, addresses = self._redirected(first, target, location, deadline)
                sent = self._headers()
        raise InvalidInput(
            f"{first.host} redirects more than {MAX_REDIRECTS} times. Give the address of the story itself."
        )

    @contextmanager
    def _asked(
        self, target: Target, addresses: Sequence[IpAddress], deadline: Deadline, sent: Mapping[str, str]
    ) -> Iterator[BaseHTTPResponse]:
        """Ask a server, and let its answer be read."""
        with _told(target, deadline), closing(connection_to(target, addresses, deadline)) as connection:
            connection.request("GET", target.path, headers=sent, preload_content=False)
            with closing(connection.getresponse()) as answer:
                yield answer

    def _redirected(
        self, first: Target, target: Target, location: str, deadline: Deadline
    ) -> tuple[Target, list[IpAddress]]:
        """Return where a redirect leads, checked like an address that a reader gives.

        If Stet does not go there it is the fault of the page, so the error is another one.
        """
        try:
            following = redirected(target, location)
            return following, self._addresses(following, deadline)
        except AddressRefused as refusal:
            raise InvalidInput(f"{first.host} redirects to where Stet does not go. {refusal.message}") from refusal

    def _addresses(self, target: Target, deadline: Deadline) -> list[IpAddress]:
        if self._is_listed(target):
            return self._answers(target.host, deadline)
        if target.port not in self._rules.ports:
            ports = " and ".join(map(str, self._rules.ports))
            raise AddressRefused(
                f"Port {target.port} is not fetched: only {ports} are, and those that an administrator lists in "
                "STET_FETCH_HOSTS."
            )
        if self._is_own(target):
            raise _inside(target)
        addresses = self._answers(target.host, deadline)
        if not all(map(self._is_there, addresses)):
            raise _inside(target)
        return addresses

    def _is_listed(self, target: Target) -> bool:
        at_port = f"{target.written_host}:{target.port}" in self._rules.hosts
        return at_port or (target.port in self._rules.ports and target.written_host in self._rules.hosts)

    def _is_own(self, target: Target) -> bool:
        own = {"localhost", gethostname().lower(), *self._rules.own_hosts}
        return target.written_host in own or target.host.endswith(".localhost")

    def _answers(self, host: str, deadline: Deadline) -> list[IpAddress]:
        """Return every IP address of a host. One that cannot be found is not one that may be asked."""
        try:
            return [ip_address(host)]
        except ValueError:
            pass
        try:
            found = [ip_address(each) for each in deadline.run(lambda: self._resolve(host))]
        except TimeoutError as error:
            raise _too_slow(host, deadline) from error
        except (OSError, ValueError) as error:
            raise _unknown(host) from error
        if not found:
            raise _unknown(host)
        return found

    def _headers(self) -> dict[str, str]:
        contact = f" (+{self._rules.contact})" if self._rules.contact else ""
        return {
            "User-Agent": f"Stet/{__version__}{contact}",
            "Accept": "text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "gzip",
        }


@contextmanager
def _told(target: Target, deadline: Deadline) -> Iterator[None]:
    """Say failures of the network in words for a reader.

    At the deadline an answer without a length ends as if it were whole. So what came late is never taken, and whatever
    seems to be wrong with it is not its fault.
    """
    try:
        yield
    except (OSError, HTTPError, HTTPException) as error:
        raise _failure(target.host, deadline, error) from error
    except InvalidInput:
        if not deadline.is_over:
            raise
    if deadline.is_over:
        raise _too_slow(target.host, deadline)


def _failure(host: str, deadline: Deadline, error: Exception) -> InvalidInput:
    if deadline.is_over:
        return _too_slow(host, deadline)
    if isinstance(error, ssl.SSLCertVerificationError | CertificateError):
        return NoAnswer(f"{host} has no valid certificate, so nobody knows who answers there.")
    return NoAnswer(f"{host} cannot be reached, or broke off. Try again later.")


def _too_slow(host: str, deadline: Deadline) -> TooSlow:
    return TooSlow(f"{host} did not send its page within {deadline.seconds:g} seconds.")


def _inside(target: Target) -> AddressRefused:
    return AddressRefused(
        f"{target.host} is this server, or inside its network, so it is not fetched. An administrator can list it in "
        "STET_FETCH_HOSTS."
    )


def _unknown(host: str) -> InvalidInput:
    return InvalidInput(f"{host} is not found: check the address. A server without internet finds no names.")
