"""The one shortener of texts: to one line, cut between words."""

import re

ELLIPSIS = "…"

# White space that a screen shows as a gap. For Python nine controls and line separators are white space too, but no
# screen shows them: here they are no gap between words. They are shown by their names (`invisible.py`).
SPACE = "\t\n\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_GAP = re.compile(f"[{SPACE}]+")
_UNSEEN_SPACE = re.compile("[\v\f\x1c-\x1f\x85\u2028\u2029]")


def one_line(text: str) -> str:
    """Return a text on one line: a single space in each gap, no space at the ends.

    >>> one_line("One of  the\\n four ")
    'One of the four'
    """
    words = _GAP.split(text.strip(SPACE)) if _UNSEEN_SPACE.search(text) else text.split()
    return " ".join(words)


def shorten(text: str, limit: int) -> str:
    """Return the beginning of a text on one line, at most `limit` characters and the ellipsis.

    >>> shorten("One of the four sources said", 12)
    'One of the…'
    """
    line = one_line(text)
    if len(line) <= limit:
        return line
    return (line[: limit + 1].rpartition(" ")[0] or line[:limit]).rstrip(" ,;:–—-") + ELLIPSIS


def last_words(text: str, limit: int) -> str:
    """Return the end of a text on one line, at most `limit` characters and the ellipsis.

    >>> last_words("One of the four sources said", 12)
    '…sources said'
    """
    line = one_line(text)
    if len(line) <= limit:
        return line
    return ELLIPSIS + (line[-limit - 1 :].partition(" ")[2] or line[-limit:])
