"""How a search compares: without regard to case, and to how an accented letter is composed."""

import unicodedata


def search_key(*parts: str) -> str:
    """Return the parts, each on its line, in the form that a search compares."""
    return unicodedata.normalize("NFC", "\n".join(parts).casefold())


def search_words(query: str) -> list[str]:
    """Return the words of the query in the form that a search compares, each once, in their order."""
    return list(dict.fromkeys(search_key(query).split()))
