"""The terms of a link: a title, a note, an expiry date; and the key that deletes it."""

import secrets
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from webapp.errors import InvalidInput, TooLarge
from webapp.input.limits import MAX_NOTE_CHARS
from webapp.input.texts import check_line, is_storable
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
        note=_check_note(note),
        expires_at=_parse_end(expires.strip(), datetime.now(UTC)),
        delete_key_sha256=key_checksum(delete_key) if delete_key else None,
    )


def _check_note(note: str) -> str:
    tidy = note.replace("\r\n", "\n").strip()
    if not is_storable(tidy):
        raise InvalidInput("The note holds a NUL or half of a character. Remove it and try again.", "note")
    if len(tidy) > MAX_NOTE_CHARS:
        raise TooLarge(
            f"The note is too long: it has {len(tidy):,} characters, and the limit is {MAX_NOTE_CHARS:,}.", "note"
        )
    return tidy


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
