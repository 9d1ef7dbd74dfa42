"""The form in which a search compares: case-folded, with composed letters."""

import unicodedata


def search_key(*parts: str) -> str:
    """Return the parts, one per line, in the form that a search compares."""
    return unicodedata.normalize("NFC", "\n".join(parts).casefold())


def search_words(query: str) -> list[str]:
    """Return the distinct words of the query, in order, in the form that a search compares."""
    return list(dict.fromkeys(search_key(query).split()))
