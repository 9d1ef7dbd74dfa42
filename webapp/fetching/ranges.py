"""Which IP addresses are outside: on the internet, and not this machine's."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from socket import AF_INET, AF_INET6, SOCK_DGRAM, socket

IpAddress = IPv4Address | IPv6Address

# By IANA's registries of special-purpose addresses. `is_global` of `ipaddress` differs between versions of Python.
INSIDE_IPV4 = tuple(
    ip_network(written)
    for written in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by customers of one provider
        "127.0.0.0/8",
        "168.63.129.16/32",  # what machines ask in Azure
        "169.254.0.0/16",  # link-local; what machines ask about themselves in most clouds
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",
    )
)
OUTSIDE_IPV6 = ip_network("2000::/3")
"""All that was ever given out. What embeds an IPv4 address (::ffff:0:0/96, 64:ff9b::/96) is not in it, but for 6to4."""

INSIDE_IPV6 = tuple(ip_network(written) for written in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))


def is_outside(address: IpAddress) -> bool:
    """Return whether an address is on the internet, and is not one of this machine's."""
    return is_global(address) and not is_own(address)


def is_global(address: IpAddress) -> bool:
    """Return whether an address is on the internet.

    >>> is_global(ip_address("93.184.215.14")), is_global(ip_address("::ffff:93.184.215.14"))
    (True, False)
    """
    if isinstance(address, IPv4Address):
        return not any(address in network for network in INSIDE_IPV4)
    return address in OUTSIDE_IPV6 and not any(address in network for network in INSIDE_IPV6)


def is_own(address: IpAddress) -> bool:
    """Return whether an address is one of this machine's: only then would a packet to it come from it.

    No packet is sent: connecting a datagram socket chooses the sender only.
    """
    with socket(AF_INET if address.version == 4 else AF_INET6, SOCK_DGRAM) as probe:
        try:
            probe.connect((str(address), 9))
        except OSError:
            return False
        return ip_address(probe.getsockname()[0]) == address
