"""Idempotency-Key: a request that is sent again is recognised, and only as its own sender's."""

import re
from hashlib import sha256
from itertools import pairwise

from flask import request, session

from webapp.api.bodies import RequestBody
from webapp.errors import InvalidInput
from webapp.services import Request

MAX_KEY_CHARS = 255
MIN_HEX_CHARS, MIN_BASE64_CHARS = 32, 22
UNGUESSABLE = re.compile(
    rf"[0-9A-Fa-f]{{8}}(-[0-9A-Fa-f]{{4}}){{3}}-[0-9A-Fa-f]{{12}}"
    rf"|[0-9A-Fa-f]{{{MIN_HEX_CHARS},}}"
    rf"|(?=.*[G-Zg-z_-])[A-Za-z0-9_-]{{{MIN_BASE64_CHARS},}}"
)
"""A UUID, 32 hexadecimal digits or 22 signs of base64url: forms in which 128 random bits are written."""

# Range 6..8, default 8. Of 32 random hexadecimal digits fewer than 8 are different once in 28 million keys, fewer than
# 9 once in 370,000. The keys that people invent have fewer: the nil UUID has 1, deadbeef 5.
MIN_DIFFERENT = 8
PERIODIC = re.compile(r"(.+?)\1+", re.DOTALL)

KEY_HELP = (
    "Makes the same request happen once, however often it is sent. In a session any key will do, for it is the "
    f"session's own. Without one it must be 128 random bits: a UUID, {MIN_HEX_CHARS} or more hexadecimal digits, or "
    f"{MIN_BASE64_CHARS} or more signs of base64url. A key that is plainly not random is refused: the nil UUID, one "
    f"that repeats itself or counts up, one of fewer than {MIN_DIFFERENT} different signs."
)


def read_request(asked: RequestBody) -> Request | None:
    """Return who sends this request and what it asks for; None without a key.

    A key belongs to its sender. Two sessions may use the same one; without a session only the key distinguishes two
    senders, so it must be hard to guess.
    Errors: InvalidInput.
    """
    key = request.headers.get("Idempotency-Key", "")
    if not key:
        return None
    if len(key) > MAX_KEY_CHARS:
        raise InvalidInput(f"An Idempotency-Key has at most {MAX_KEY_CHARS} characters.")
    sender = _session()
    if not sender and not (UNGUESSABLE.fullmatch(key) and _looks_random(key)):
        raise InvalidInput(
            "This Idempotency-Key could be guessed. Without a session it must be 128 random bits: a UUID, "
            f"{MIN_HEX_CHARS} or more hexadecimal digits, or {MIN_BASE64_CHARS} or more signs of base64url, and "
            f"neither repeat itself nor count up nor have fewer than {MIN_DIFFERENT} different signs."
        )
    return Request(_checksum(f"{sender} {key}" if sender else key), _checksum(asked.model_dump_json()))


def _looks_random(key: str) -> bool:
    """Return False for a key that is plainly not random: few different signs, few different steps, or a repetition.

    The steps are those from each sign to the next: 0123456789abcdef… has 16 different signs and 2 different steps.
    """
    signs = key.replace("-", "").lower()
    steps = {ord(after) - ord(before) for before, after in pairwise(signs)}
    return min(len(set(signs)), len(steps)) >= MIN_DIFFERENT and not PERIODIC.fullmatch(signs)


def _session() -> str:
    """Return the secret of the session that this request belongs to: that of its form tokens, which no other has."""
    return str(session.get("csrf_token", ""))


def _checksum(text: str) -> str:
    return sha256(text.encode(errors="replace")).hexdigest()
