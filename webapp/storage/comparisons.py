"""Frozen comparisons: stored once, read by their public id, marked as deleted."""

import re
import secrets
import zlib
from datetime import UTC, datetime
from hashlib import sha256
from hmac import compare_digest

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from webapp.errors import NotFound, StetError
from webapp.storage.records import NO_TERMS, FrozenComparison, Result, Terms
from webapp.storage.tables import ComparisonRow
from webapp.storage.versions import Versions

PUBLIC_ID_BYTES = 16  # 128 bits: a link cannot be guessed
PUBLIC_ID = re.compile("[A-Za-z0-9_-]{22}")


def new_public_id() -> str:
    """Return an id that no comparison has yet: 22 letters, digits, hyphens or underscores."""
    return secrets.token_urlsafe(PUBLIC_ID_BYTES)


class Comparisons:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, old_id: int, new_id: int, result: Result, terms: Terms = NO_TERMS, public_id: str = "") -> str:
        """Freeze a result and return its public id: the one given, else a new one."""
        row = ComparisonRow(
            public_id=public_id or new_public_id(),
            old_version_id=old_id,
            new_version_id=new_id,
            options=dict(result.options),
            engine=result.engine,
            result=zlib.compress(result.json, level=9),
            result_sha256=sha256(result.json).hexdigest(),
            created_at=datetime.now(UTC),
            title=terms.title,
            note=terms.note,
            expires_at=terms.expires_at,
            delete_key_sha256=terms.delete_key_sha256,
        )
        self._session.add(row)
        return row.public_id

    def get(self, public_id: str) -> FrozenComparison:
        """Errors: NotFound for an id that is unknown, cut off, deleted or expired; StetError where it is damaged."""
        frozen = self.inspect(public_id)
        if sha256(frozen.json).hexdigest() != frozen.json_sha256:
            raise StetError(
                "The stored result of this comparison is damaged. A backup of the database may still have it."
            )
        return frozen

    def inspect(self, public_id: str) -> FrozenComparison:
        """Return what is stored without asking whether it is sound. Errors: NotFound as in `get`."""
        row = self._living(public_id)
        versions = Versions(self._session)
        return FrozenComparison(
            public_id=row.public_id,
            created_at=row.created_at,
            engine=row.engine,
            json=_unpack(row.result),
            json_sha256=row.result_sha256,
            old=versions.get(row.old_version_id),
            new=versions.get(row.new_version_id),
            terms=Terms(row.title, row.note, row.expires_at, row.delete_key_sha256),
        )

    def withdraw(self, public_id: str) -> None:
        """Mark as deleted. Errors: NotFound as in `get`."""
        self._living(public_id).deleted_at = datetime.now(UTC)

    def opens(self, public_id: str, delete_key_sha256: str) -> bool:
        """Say whether this is the sum of the key that deletes it. Errors: NotFound as in `get`."""
        kept = self._living(public_id).delete_key_sha256
        return kept is not None and compare_digest(kept, delete_key_sha256)

    def _living(self, public_id: str) -> ComparisonRow:
        query = select(ComparisonRow).where(ComparisonRow.public_id == public_id, _is_living(datetime.now(UTC)))
        row = self._session.scalars(query).one_or_none() if PUBLIC_ID.fullmatch(public_id) else None
        if row is None:
            raise NotFound("There is no such comparison. It may have been deleted, or its time may be over.")
        return row


def _unpack(stored: bytes) -> bytes:
    """Return the JSON, or nothing where it cannot be read any more."""
    try:
        return zlib.decompress(stored)
    except zlib.error:
        return b""


def _is_living(now: datetime) -> ColumnElement[bool]:
    unexpired = or_(ComparisonRow.expires_at.is_(None), ComparisonRow.expires_at > now)
    return ComparisonRow.deleted_at.is_(None) & unexpired
