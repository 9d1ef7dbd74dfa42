"""The comparisons of neighbouring versions, of which time lines and feeds tell.

What they need of a comparison is kept in the database. What is not kept yet is computed, at most MAX_WORDS_AT_ONCE
words of it for one request, and kept for the next.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from webapp.errors import TryLater
from webapp.services.base import Verbs
from webapp.services.history.summaries import FORM, OPTIONS, PairSummary
from webapp.storage.pairs import PairKey
from webapp.storage.store import Store

MAX_WORDS_AT_ONCE = 100_000
"""Of both texts of all comparisons that one request may wait for, the first apart. Range: 10,000..1,000,000. Why: 59
comparisons of stories of 800 words have that many, and take some two seconds."""


class StoredText(NamedTuple):
    """A text with its checksum."""

    text: str
    sha256: str


class Neighbours(Verbs):
    """What verbs about neighbouring versions share; no verb."""

    def _compared(
        self, keys: Sequence[PairKey], texts: Mapping[str, str], words: Mapping[str, int]
    ) -> dict[PairKey, PairSummary]:
        """Compare pairs that are not kept, and keep them: in this order, as far as one request may go."""
        made: dict[PairKey, PairSummary] = {}
        room = MAX_WORDS_AT_ONCE
        with suppress(TryLater):  # every place for a computation is taken: the next request goes on
            for key in keys:
                room -= sum(words[sha256] for sha256 in key)
                if room < 0 and made:
                    break
                old, new = (StoredText(texts[sha256], sha256) for sha256 in key)
                made[key] = PairSummary.of(self._recent.compare(old, new, OPTIONS, self._guard.work))
        if made:
            self._database.keep(lambda store: _keep(store, made))
        return made


def kept_summaries(store: Store, keys: Collection[PairKey]) -> dict[PairKey, PairSummary]:
    """Return what is kept of these pairs."""
    return {key: PairSummary.unpacked(data) for key, data in store.kept_pairs.get(keys, FORM).items()}


def _keep(store: Store, made: Mapping[PairKey, PairSummary]) -> None:
    for key, summary in made.items():
        store.kept_pairs.keep(key, FORM, summary.packed())
