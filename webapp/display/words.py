"""Short forms of long passages, cut between words."""

ELLIPSIS = "…"


def shorten(text: str, limit: int) -> str:
    """Return the beginning of a text on one line, at most `limit` characters and the ellipsis.

    >>> shorten("One of the four sources said", 12)
    'One of the…'
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return (line[: limit + 1].rpartition(" ")[0] or line[:limit]).rstrip(" ,;:–—-") + ELLIPSIS


def last_words(text: str, limit: int) -> str:
    """Return the end of a text on one line, at most `limit` characters and the ellipsis.

    >>> last_words("One of the four sources said", 12)
    '…sources said'
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return ELLIPSIS + (line[-limit - 1 :].partition(" ")[2] or line[-limit:])
