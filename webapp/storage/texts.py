"""Texts, stored once each, keyed by the SHA-256 of their UTF-8 bytes."""

from collections.abc import Collection, Mapping
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.storage.tables import TextRow
from webapp.storage.upsert import insert_or_ignore

LINE_ENDS = ("\n", "\r\n", "\r")


def plain_line_ends(text: str) -> str:
    """Return a text with every line end as LF. Two texts that agree in this form count as the same text."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Texts:
    def __init__(self, session: Session) -> None:
        self._session = session

    def stored_form(self, text: str) -> str:
        """Return the stored text that differs from `text` at most in its line ends, else `text`."""
        plain = plain_line_ends(text)
        forms = [text, *(plain.replace("\n", end) for end in LINE_ENDS)]
        by_digest = {sha256(form.encode()).hexdigest(): form for form in forms}
        stored = set(self._session.scalars(select(TextRow.sha256).where(TextRow.sha256.in_(by_digest))))
        return next((form for digest, form in by_digest.items() if digest in stored), text)

    def bodies(self, digests: Collection[str]) -> dict[str, str]:
        """Return those of these texts that are stored, by their SHA-256."""
        query = select(TextRow.sha256, TextRow.body).where(TextRow.sha256.in_(digests))
        return {row.sha256: row.body for row in self._session.execute(query)}

    def add(self, words: Mapping[str, int]) -> dict[str, str]:
        """Store texts that are not stored yet, each with its number of words; return the SHA-256 of each.

        The rows stay locked until the transaction ends: another writer that adds the same text waits here and then sees
        the article made from it. Locking in the order of the SHA-256 prevents a deadlock between two such writers.
        """
        digests = {text: sha256(text.encode()).hexdigest() for text in words}
        for text, digest in sorted(digests.items(), key=lambda item: item[1]):
            row = {"sha256": digest, "body": text, "words": words[text]}
            insert_or_ignore(self._session, TextRow, **row)
            while not self._hold(digest):  # another writer removed the row between the insert and the lock
                insert_or_ignore(self._session, TextRow, **row)
        return digests

    def _hold(self, digest: str) -> bool:
        query = select(TextRow.sha256).where(TextRow.sha256 == digest)
        return self._session.scalar(query.with_for_update()) is not None
