"""The keys that delete links, kept in the session of their maker until each link is opened for the first time."""

from flask import request, session

from webapp.web.shell.htmx import wants_fragment

KEYS = "delete_keys"
SHOWS_KEY = "permalinks.show"

MAX_KEYS = 20
"""Of links that their maker has not opened. A browser drops a cookie of over 4 KB, and the session with it."""


def keep_delete_key(public_id: str, key: str) -> None:
    """Keep a key until its link is opened. The list keeps their order: the oldest goes first."""
    session[KEYS] = [*session.get(KEYS, ()), (public_id, key)][-MAX_KEYS:]


def waits_for_key(public_id: str) -> bool:
    """Return whether this answer shows its reader the delete key of the link that they have just made.

    HEAD has no body, and the part that htmx swaps does not show the key: neither removes it from the session.
    """
    if request.endpoint != SHOWS_KEY or request.method != "GET" or wants_fragment():
        return False
    return public_id in dict(session.get(KEYS, ()))


def take_delete_key(public_id: str) -> str:
    """Return the key of a link that this reader has just made, and forget it; "" for everybody else."""
    if not waits_for_key(public_id):
        return ""
    kept = dict(session[KEYS])
    key = kept.pop(public_id)
    session[KEYS] = list(kept.items())
    return str(key)
