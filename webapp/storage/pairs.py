"""What is kept of the comparisons of neighbouring versions, so that a time line needs no engine."""

from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.storage.tables import KeptPairRow, TextRow
from webapp.storage.upsert import insert_or_ignore

PairKey = tuple[str, str]
"""The SHA-256 of the old text and of the new one."""


class KeptPairs:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, keys: Collection[PairKey], form: str) -> dict[PairKey, bytes]:
        """Return what is kept of these pairs in this form."""
        olds, news = {old for old, _ in keys}, {new for _, new in keys}
        query = select(KeptPairRow.old_sha256, KeptPairRow.new_sha256, KeptPairRow.data).where(
            KeptPairRow.old_sha256.in_(olds), KeptPairRow.new_sha256.in_(news), KeptPairRow.form == form
        )
        return {(old, new): data for old, new, data in self._session.execute(query) if (old, new) in keys}

    def keep(self, key: PairKey, form: str, data: bytes) -> None:
        """Keep what is known of a pair, in place of what an earlier form kept. Nothing, if a text has gone."""
        texts = select(TextRow.sha256).where(TextRow.sha256.in_(key)).order_by(TextRow.sha256)
        if len(self._session.scalars(texts.with_for_update(read=True, key_share=True)).all()) < len(set(key)):
            return
        old, new = key
        this = (KeptPairRow.old_sha256 == old, KeptPairRow.new_sha256 == new)
        self._session.execute(delete(KeptPairRow).where(*this, KeptPairRow.form != form))
        insert_or_ignore(self._session, KeptPairRow, old_sha256=old, new_sha256=new, form=form, data=data)
