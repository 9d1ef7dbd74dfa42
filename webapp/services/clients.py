"""Clients, known by their address, and how many of the shared places one client may take.

Until readers sign in an address is all there is. Readers behind one address share one share.
"""

from collections import Counter
from ipaddress import IPv6Address, ip_address, ip_network
from math import inf

OF_ONE_NETWORK = 64
"""Bits of an IPv6 address that one household or office has in common: each of its machines makes up the rest."""


def client_of(address: str) -> str:
    """Return the client at an address: of IPv6 the network, since one client has as many addresses as it likes.

    >>> client_of("192.0.2.7"), client_of("[2001:db8::7]"), client_of("::ffff:192.0.2.7"), client_of("")
    ('192.0.2.7', '2001:db8::/64', '192.0.2.7', '')
    """
    try:
        known = ip_address(address.strip("[]"))
    except ValueError:
        return address
    if not isinstance(known, IPv6Address):
        return str(known)
    return str(known.ipv4_mapped or ip_network((int(known), OF_ONE_NETWORK), strict=False))


def half(places: int) -> int:
    """Return what one client may have of some places: half of them, and one of one."""
    return max(1, places // 2)


class Shares:
    """Counts the places that each client holds; one client and all together have a limit.

    To be used under a lock.
    """

    def __init__(self, of_one: int, of_all: float = inf) -> None:
        self._of_one, self._of_all = of_one, of_all
        self._held: Counter[str] = Counter()

    def has_room(self, client: str) -> bool:
        """Return whether the client may take one more."""
        return self._held.total() < self._of_all and self._held[client] < self._of_one

    def take(self, client: str) -> None:
        self._held[client] += 1

    def give_back(self, client: str) -> None:
        self._held[client] -= 1
        if not self._held[client]:
            del self._held[client]
