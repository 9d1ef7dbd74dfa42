"""The form in which names are compared: case-folded, with composed letters."""

import unicodedata


def name_key(name: str) -> str:
    """Return a name in the form in which it is compared with others."""
    return unicodedata.normalize("NFC", name.casefold())
