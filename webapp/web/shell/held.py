"""The versions that a session may read although their articles are not kept: in its own signed cookie, nowhere else."""

from collections.abc import Iterable

from flask import session

HELD = "held"

MAX_HELD = 100
"""The oldest goes first. A browser drops a cookie of over 4 KB, and the session with it."""


def hold(version_ids: Iterable[int]) -> None:
    """Let this session read these versions."""
    new = dict.fromkeys(version_ids)
    session[HELD] = [*(held for held in session.get(HELD, ()) if held not in new), *new][-MAX_HELD:]


def is_held(version_id: int) -> bool:
    """Return whether this session may read this version."""
    return version_id in session.get(HELD, ())
