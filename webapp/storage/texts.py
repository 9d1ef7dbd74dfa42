"""Texts, kept once each by the SHA-256 of their UTF-8 bytes."""

from collections.abc import Mapping
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.storage.tables import TextRow
from webapp.storage.upsert import insert_or_ignore

LINE_ENDS = ("\n", "\r\n", "\r")


def plain_line_ends(text: str) -> str:
    """Return a text with every line end written as LF: what two texts are compared by, to tell whether they are one."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Texts:
    def __init__(self, session: Session) -> None:
        self._session = session

    def as_kept(self, text: str) -> str:
        """Return a text as it is stored already, be it with another kind of line ends; itself where it is not."""
        plain = plain_line_ends(text)
        forms = [text, *(plain.replace("\n", end) for end in LINE_ENDS)]
        by_sum = {sha256(form.encode()).hexdigest(): form for form in forms}
        stored = set(self._session.scalars(select(TextRow.sha256).where(TextRow.sha256.in_(by_sum))))
        return next((form for digest, form in by_sum.items() if digest in stored), text)

    def add(self, words: Mapping[str, int]) -> dict[str, str]:
        """Store texts (keys, with their number of words) that are not there yet; return the SHA-256 of each.

        The rows stay locked until the transaction ends: whoever adds the same text at the same moment waits here, and
        then sees the article we made of it. The order by SHA-256 keeps two such writers from waiting for each other.
        """
        sums = {text: sha256(text.encode()).hexdigest() for text in words}
        for text, digest in sorted(sums.items(), key=lambda item: item[1]):
            row = {"sha256": digest, "body": text, "bytes": len(text.encode()), "words": words[text]}
            insert_or_ignore(self._session, TextRow, **row)
            while not self._hold(digest):  # it stood there, and was removed by another writer before we held it
                insert_or_ignore(self._session, TextRow, **row)
        return sums

    def _hold(self, digest: str) -> bool:
        query = select(TextRow.sha256).where(TextRow.sha256 == digest)
        return self._session.scalar(query.with_for_update()) is not None
