"""The terms of a link: a title, a note, an expiry date; and the key that deletes it."""

import secrets
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from webapp.errors import InvalidInput
from webapp.input.texts import check_line, check_note
from webapp.storage.records import Terms

DELETE_KEY_BYTES = 16  # 128 random bits cannot be guessed, so a fast hash of the key may be stored
LIFETIMES = {"day": timedelta(days=1), "week": timedelta(days=7), "month": timedelta(days=30)}


def new_delete_key() -> str:
    """Return a key that no link has yet. It is shown to the sharer and not kept."""
    return secrets.token_urlsafe(DELETE_KEY_BYTES)


def key_checksum(key: str) -> str:
    """Return the checksum of a key, which is stored in its place."""
    return sha256(key.encode(errors="replace")).hexdigest()


def parse_terms(title: str = "", note: str = "", expires: str = "never", delete_key: str = "") -> Terms:
    """Return the terms of a link. `expires`: never, day, week, month, or a date such as 2030-12-31, whose end it is.

    Errors: InvalidInput and TooLarge carry the field.
    """
    return Terms(
        title=check_line(title, "The title", "title"),
        note=check_note(note, "The note", "note"),
        expires_at=_parse_end(expires.strip(), datetime.now(UTC)),
        delete_key_sha256=key_checksum(delete_key) if delete_key else None,
    )


def _parse_end(expires: str, now: datetime) -> datetime | None:
    if expires in {"", "never"}:
        return None
    if expires in LIFETIMES:
        return now + LIFETIMES[expires]
    try:
        end = datetime.combine(date.fromisoformat(expires), time.max, UTC)
    except ValueError as error:
        raise InvalidInput(
            "A link expires never, after a day, a week or a month, or on a date such as 2030-12-31.", "expires"
        ) from error
    if end < now:
        raise InvalidInput("This date is past. The earliest expiry date is today.", "expires")
    return end
