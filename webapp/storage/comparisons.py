"""Frozen comparisons: stored once, read by their public id, deleted permanently.

The id of a deleted link is never reused, although it is not recorded: ids are random numbers of 131 bits.
"""

import re
import secrets
import string
import zlib
from collections.abc import Collection
from datetime import UTC, datetime
from hashlib import sha256
from hmac import compare_digest

from sqlalchemy import Select, bindparam, delete, func, or_, select
from sqlalchemy.orm import Session

from webapp.errors import NotFound, StetError
from webapp.storage.lifetimes import Lifetimes
from webapp.storage.orphans import Orphans
from webapp.storage.records import NO_TERMS, FrozenComparison, Removed, Result, Terms
from webapp.storage.tables import ArticleRow, ComparisonRow, VersionRow
from webapp.storage.versions import Versions

_VERSIONS = VersionRow.__table__.alias(), VersionRow.__table__.alias()
_ARTICLES = ArticleRow.__table__.alias(), ArticleRow.__table__.alias()
_COMPARISON = ComparisonRow.__table__
_STAMPS = (
    select(
        *(column for column in _COMPARISON.c if column.name not in {"result", "options"}),
        *(column for article in _ARTICLES for column in article.c),
    )
    .join(_VERSIONS[0], _VERSIONS[0].c.id == _COMPARISON.c.old_version_id)
    .join(_VERSIONS[1], _VERSIONS[1].c.id == _COMPARISON.c.new_version_id)
    .join(_ARTICLES[0], _ARTICLES[0].c.id == _VERSIONS[0].c.article_id)
    .join(_ARTICLES[1], _ARTICLES[1].c.id == _VERSIONS[1].c.article_id)
    .where(_COMPARISON.c.public_id == bindparam("public_id"))
)
"""A link and the descriptions of its articles today. Its versions never change, and its checksum covers the result."""

FIRST_CHARACTERS = string.ascii_letters + string.digits
PUBLIC_ID = re.compile("[A-Za-z0-9_-]{22}")
"""The form of the id of a link, as `new_public_id` makes it."""


def new_public_id() -> str:
    """Return an unused id: 22 letters, digits, hyphens or underscores, with 131 random bits.

    It begins with a letter or a digit, because a command line would read a leading hyphen as an option.
    """
    others = secrets.token_urlsafe(16)[:21]  # the last of its 22 characters holds only 2 bits, the others 6 each
    return secrets.choice(FIRST_CHARACTERS) + others


class Comparisons:
    def __init__(self, session: Session, lifetimes: Lifetimes) -> None:
        self._session = session
        self._lifetimes = lifetimes

    def add(self, old_id: int, new_id: int, result: Result, terms: Terms = NO_TERMS, public_id: str = "") -> str:
        """Freeze a result and return its public id: `public_id` if given, else a new one."""
        row = ComparisonRow(
            public_id=public_id or new_public_id(),
            old_version_id=old_id,
            new_version_id=new_id,
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
        """Errors: NotFound for an unknown, truncated, deleted or expired id; StetError for a damaged result."""
        frozen = self.inspect(public_id)
        if sha256(frozen.json).hexdigest() != frozen.json_sha256:
            raise StetError(
                "The stored result of this comparison is damaged. A backup of the database may still have it."
            )
        return frozen

    def stamp(self, public_id: str) -> tuple[object, ...]:
        """Return values that differ whenever the link shows something else. Errors: NotFound as in `get`."""
        found = self._session.execute(_STAMPS, {"public_id": public_id}) if PUBLIC_ID.fullmatch(public_id) else None
        row = found.one_or_none() if found else None
        if row is None or self._lifetimes.has_ended(public_id, row.expires_at):
            raise not_there()
        return tuple(row)

    def inspect(self, public_id: str) -> FrozenComparison:
        """Return what is stored without checking its checksum. Errors: NotFound as in `get`."""
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

    def withdraw(self, public_id: str) -> Removed:
        """Delete a link and the rows that only it used. Errors: NotFound as in `get`."""
        self._living(public_id)
        removed = self._remove(select(ComparisonRow).where(ComparisonRow.public_id == public_id).with_for_update())
        if not removed.links:  # another request deleted it first
            raise not_there()
        return removed

    def count_of(self, article_id: int) -> int:
        """Return how many links were made of an article's versions and have not expired."""
        versions = select(VersionRow.id).where(VersionRow.article_id == article_id)
        of_it = or_(ComparisonRow.old_version_id.in_(versions), ComparisonRow.new_version_id.in_(versions))
        lives = or_(ComparisonRow.expires_at.is_(None), ComparisonRow.expires_at > self._lifetimes.now())
        return self._session.scalar(select(func.count()).select_from(ComparisonRow).where(of_it, lives)) or 0

    def ended(self, seen: Collection[str], limit: int) -> list[str]:
        """Return the ids of stored links that have expired: those in `seen`, and at most `limit` by the clock."""
        of_seen = select(ComparisonRow.public_id).where(ComparisonRow.public_id.in_(seen))
        by_clock = select(ComparisonRow.public_id).where(ComparisonRow.expires_at <= self._lifetimes.now())
        queries = (of_seen, by_clock.order_by(ComparisonRow.expires_at).limit(limit))
        return list(dict.fromkeys(public_id for query in queries for public_id in self._session.scalars(query)))

    def remove(self, public_ids: Collection[str]) -> Removed:
        """Delete links and the rows that only they used. Skip links that another writer is deleting."""
        these = select(ComparisonRow).where(ComparisonRow.public_id.in_(public_ids)).order_by(ComparisonRow.id)
        return self._remove(these.with_for_update(skip_locked=True))

    def opens(self, public_id: str, delete_key_sha256: str) -> bool:
        """Return whether this is the checksum of the link's delete key. Errors: NotFound as in `get`."""
        kept = self._living(public_id).delete_key_sha256
        return kept is not None and compare_digest(kept, delete_key_sha256)

    def _living(self, public_id: str) -> ComparisonRow:
        query = select(ComparisonRow).where(ComparisonRow.public_id == public_id)
        row = self._session.scalars(query).one_or_none() if PUBLIC_ID.fullmatch(public_id) else None
        if row is None or self._lifetimes.has_ended(public_id, row.expires_at):
            raise not_there()
        return row

    def _remove(self, query: Select[ComparisonRow]) -> Removed:
        rows = self._session.scalars(query.execution_options(populate_existing=True)).all()
        version_ids = {version_id for row in rows for version_id in (row.old_version_id, row.new_version_id)}
        self._session.execute(delete(ComparisonRow).where(ComparisonRow.id.in_([row.id for row in rows])))
        articles, texts = Orphans(self._session).remove(version_ids)
        return Removed(len(rows), articles, texts)


def not_there() -> NotFound:
    """Return the one error for every link that cannot be shown, so that nobody learns which ids once existed."""
    return NotFound("There is no such comparison. It may have been deleted, or its time may be over.")


def _unpack(stored: bytes) -> bytes:
    """Return the JSON, or empty bytes if the stored data are damaged."""
    try:
        return zlib.decompress(stored)
    except zlib.error:
        return b""
