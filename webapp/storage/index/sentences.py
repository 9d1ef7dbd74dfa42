"""The sentences of articles by their checksums: which other articles share some, and how many.

The candidates are those that share a sentence of the sketch: of at most MAX_SKETCH sentences, those with the lowest
checksums. This is MinHash (Broder 1997, the sketch of the lowest values): a checksum is as good as drawn at random, and
two articles that share sentences draw the same ones. An article of the news has fewer sentences than that, so all of
its are in it; bands of MinHash would take as many rows and say less. What is said of a candidate is counted over all
sentences of both.
"""

import struct
from collections import Counter
from collections.abc import Collection, Sequence

from sqlalchemy import delete, insert, select, union_all
from sqlalchemy.orm import Session

from webapp.storage.index.records import Overlap
from webapp.storage.index.tables import IndexRow, SentenceRow

MAX_SKETCH = 64
"""Of the sentences of an article, by which others are found. Two articles of 1,000 sentences that share half of them
share a third of their sketches, so that both are without a common one in one of 10^11 cases."""

MAX_SAME = 200
"""Articles that are looked at for one sentence, the newest. What stands in more is said by a whole outlet."""

MAX_CANDIDATES = 50
"""Of which all sentences are compared: those that share the most of the sketch."""

CHECKSUM_BYTES = 8


class Sentences:
    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, version_id: int, sentences: Sequence[int]) -> None:
        """Add the checksums of an article's sentences, in ascending order."""
        rows = [{"checksum": checksum, "version_id": version_id} for checksum in sentences[:MAX_SKETCH]]
        if rows:
            self._session.execute(insert(SentenceRow), rows)

    def remove(self, version_ids: Collection[int]) -> None:
        self._session.execute(delete(SentenceRow).where(SentenceRow.version_id.in_(version_ids)))

    def of(self, article_id: int) -> Sequence[int]:
        """Return the checksums of an article's sentences, in ascending order; none if it is not in the index."""
        packed = self._session.scalar(select(IndexRow.sentences).where(IndexRow.article_id == article_id))
        return unpack(packed or b"")

    def overlaps(self, sentences: Sequence[int], apart_from: int = 0) -> list[Overlap]:
        """Return the articles that share a sentence, those that share the most first; not `apart_from` itself."""
        own = set(sentences)
        versions = [version_id for version_id, _ in self._candidates(sentences).most_common(MAX_CANDIDATES + 1)]
        query = select(IndexRow.article_id, IndexRow.sentences).where(IndexRow.version_id.in_(versions))
        found = [
            Overlap(article_id, len(own.intersection(others)), len(others))
            for article_id, packed in self._session.execute(query)
            if article_id != apart_from and (others := unpack(packed))
        ]
        return sorted(found, key=lambda overlap: (-overlap.shared, overlap.of_other, -overlap.article_id))

    def _candidates(self, sentences: Sequence[int]) -> Counter[int]:
        """Return how many sentences of the sketch stand in the sketches of which articles."""
        parts = [
            select(SentenceRow.version_id)
            .where(SentenceRow.checksum == checksum)
            .order_by(SentenceRow.version_id.desc())
            .limit(MAX_SAME)
            .subquery()
            for checksum in sentences[:MAX_SKETCH]
        ]
        query = union_all(*(select(part.c.version_id) for part in parts))
        return Counter(self._session.scalars(query)) if parts else Counter()


def pack(sentences: Sequence[int]) -> bytes:
    """Return checksums as they are stored, eight bytes each."""
    return struct.pack(f"<{len(sentences)}q", *sentences)


def unpack(packed: bytes) -> Sequence[int]:
    """Return stored checksums."""
    return struct.unpack(f"<{len(packed) // CHECKSUM_BYTES}q", packed)
