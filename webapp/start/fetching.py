"""Checks the settings of fetching addresses."""

import re

from webapp.start.hosts import HOST, PORT

CONTACT = re.compile(r"[!-'*-~]{1,200}")
"""What a header can hold inside parentheses, without a space."""


def check_fetched(hosts: tuple[str, ...]) -> tuple[str, ...]:
    """Return hosts, each with or without a port, in lower case. Errors: ValueError names the first that is none."""
    for host in hosts:
        if not HOST.fullmatch(PORT.sub("", host.lower())):
            raise ValueError(f"{host!r} is not a host such as cms.example or cms.example:8080")
    return tuple(host.lower() for host in hosts)


def check_contact(contact: str) -> str:
    """Return a mail or web address; "" for none. Errors: ValueError says what was expected."""
    if contact and not CONTACT.fullmatch(contact):
        raise ValueError(f"{contact!r} is not an address such as it@newsroom.example or https://newsroom.example/stet")
    return contact
