"""Tells what a reader wrote in place of a text or a file name: an address, or not."""

import re

ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|(?:file|data|javascript|source):)[^ \r\n]*", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Return whether a text is one line that is an address and nothing else, even one that cannot be fetched.

    >>> is_address("https://www.example.org/story "), is_address("The mayor of https://example.org resigned.")
    (True, False)
    """
    return ADDRESS.fullmatch(text.strip()) is not None
