"""Versions of articles: read and added, never altered."""

import zlib
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.errors import NotFound
from webapp.storage.announcements import note_added
from webapp.storage.articles import Articles
from webapp.storage.columns import POSSIBLE_IDS
from webapp.storage.index.index import touch
from webapp.storage.records import AddedVersion, Origin, Version, VersionCard, VersionStamp
from webapp.storage.tables import ArticleRow, ReceivedRow, TextRow, VersionRow

_VERSION, _ARTICLE = VersionRow.__table__, ArticleRow.__table__
_STAMPS = (
    select(*(column for column in _VERSION.c if column.name != "capture"), *_ARTICLE.c)
    .join(_ARTICLE, _ARTICLE.c.id == _VERSION.c.article_id)
    .where(_VERSION.c.id.in_(bindparam("ids", expanding=True)))
)
"""Versions without their texts, and the descriptions of their articles today. The checksum covers the text."""


class Versions:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, version_id: int) -> Version:
        """Errors: NotFound, also for an id outside the range of the column."""
        row = self._session.get(VersionRow, version_id) if version_id in POSSIBLE_IDS else None
        if row is None:
            raise no_such_version()
        text = self._session.get_one(TextRow, row.text_sha256)
        card = Articles(self._session).card(row.article_id)
        return Version(
            row.id, row.number, row.captured_at, text.sha256, text.body, text.words, card, row.origin, row.capture
        )

    def stamps(self, version_ids: Sequence[int]) -> tuple[VersionStamp, ...]:
        """Return the stamps of these versions, in their order.

        Errors: NotFound, as in `get`.
        """
        possible = [version_id for version_id in version_ids if version_id in POSSIBLE_IDS]
        rows = self._session.execute(_STAMPS, {"ids": possible})
        found = {row[0]: VersionStamp(tuple(row), row.kept) for row in rows}
        if not found.keys() >= set(version_ids):
            raise no_such_version()
        return tuple(found[version_id] for version_id in version_ids)

    def hold(self, version_ids: Collection[int]) -> None:
        """Lock versions against deletion until the transaction ends. Errors: NotFound if one is missing."""
        query = select(VersionRow.id).where(VersionRow.id.in_(version_ids)).order_by(VersionRow.id)
        held = self._session.scalars(query.with_for_update(read=True, key_share=True)).all()
        if len(held) < len(set(version_ids)):
            raise no_such_version()

    def of_article(self, article_id: int) -> tuple[VersionCard, ...]:
        """Return the versions of an article in the order in which they were captured, newest first."""
        query = (
            select(VersionRow, TextRow.words, ReceivedRow.version_id.is_not(None))
            .join(TextRow, TextRow.sha256 == VersionRow.text_sha256)
            .outerjoin(ReceivedRow, ReceivedRow.version_id == VersionRow.id)
            .where(VersionRow.article_id == article_id)
            .order_by(VersionRow.captured_at.desc(), VersionRow.number.desc())
        )
        return tuple(
            VersionCard(
                row.id, row.number, row.captured_at, row.text_sha256, words, row.origin, has_received, row.capture
            )
            for row, words, has_received in self._session.execute(query)
        )

    def texts_of(self, article_id: int) -> dict[str, str]:
        """Return the texts of an article's versions by their SHA-256."""
        query = select(TextRow.sha256, TextRow.body).join(VersionRow, VersionRow.text_sha256 == TextRow.sha256)
        return {row.sha256: row.body for row in self._session.execute(query.where(VersionRow.article_id == article_id))}

    def find_paste(self, sha256: str, title: str, outlet: str, apart_from: Collection[int] = ()) -> int | None:
        """Return the earliest version pasted with the same text, title and outlet, or None; none of `apart_from`."""
        query = (
            select(VersionRow.id)
            .join(ArticleRow, ArticleRow.id == VersionRow.article_id)
            .where(VersionRow.text_sha256 == sha256, ArticleRow.origin == "paste")
            .where(ArticleRow.title == title, ArticleRow.outlet == outlet, VersionRow.id.not_in(apart_from))
            .order_by(VersionRow.id)
        )
        return self._session.scalars(query).first()

    def article_at(self, address: str) -> int | None:
        """Return the kept article a version of which was fetched from this address, the earliest of them, or None.

        It stays locked until the transaction ends: nobody deletes it while it gets a version.
        """
        query = (
            select(VersionRow.article_id)
            .join(ArticleRow, ArticleRow.id == VersionRow.article_id)
            .where(ArticleRow.kept, VersionRow.origin == "url", VersionRow.capture["address"].as_string() == address)
            .order_by(VersionRow.article_id)
            .with_for_update(of=ArticleRow)
        )
        return self._session.scalars(query).first()

    def articles_of_files(self) -> dict[str, int]:
        """Return the kept article of each file that was stored whole, the earliest, by the SHA-256 of the file."""
        query = (
            select(VersionRow.capture["raw_sha256"].as_string(), VersionRow.article_id)
            .join(ArticleRow, ArticleRow.id == VersionRow.article_id)
            .where(VersionRow.origin == "upload", ArticleRow.kept, VersionRow.capture["part"].as_string().is_(None))
            .order_by(VersionRow.id.desc())
        )
        return {checksum: article_id for checksum, article_id in self._session.execute(query) if checksum}

    def received(self, version_id: int) -> bytes | None:
        """Return the file or page that a version was read from, as it came; None if it was not kept.

        It is empty if what is stored is damaged.
        """
        row = self._session.get(ReceivedRow, version_id) if version_id in POSSIBLE_IDS else None
        try:
            return zlib.decompress(row.data) if row else None
        except zlib.error:
            return b""

    def add(
        self,
        article_id: int,
        sha256: str,
        capture: Mapping[str, object],
        origin: Origin = "unknown",
        packed: bytes = b"",
        moment: datetime | None = None,
    ) -> AddedVersion:
        """Make a stored text a version of an article, unless the version before it has this text.

        packed: what it was read from, compressed with zlib, if that is to be kept
        moment: when it was captured; by default now

        The article's row stays locked until the transaction ends, so that two writers never take the same number.
        """
        self._session.execute(select(ArticleRow.id).where(ArticleRow.id == article_id).with_for_update())
        versions = self.of_article(article_id)
        captured_at = moment or datetime.now(UTC)
        before = next((version for version in versions if version.captured_at <= captured_at), None)
        if before and before.sha256 == sha256:
            return AddedVersion(before.id, is_new=False)
        row = VersionRow(
            article_id=article_id,
            number=max((version.number for version in versions), default=0) + 1,
            text_sha256=sha256,
            captured_at=captured_at,
            capture=dict(capture),
            origin=origin,
        )
        self._session.add(row)
        self._session.flush()
        touch(self._session, article_id)
        note_added(self._session, row.id)
        if packed:
            self._session.add(ReceivedRow(version_id=row.id, data=packed))
        return AddedVersion(row.id, is_new=True)


def no_such_version() -> NotFound:
    return NotFound("There is no such version.")
