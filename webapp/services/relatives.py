"""The verbs about articles that share sentences: which they are, and that two become one."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.errors import InvalidInput
from webapp.finding.entry import text_entry
from webapp.services.base import Verbs
from webapp.storage.index.records import Overlap
from webapp.storage.records import ArticleCard

MIN_SHARED = 2
"""Sentences. One that two stories share may be a quotation; of an article that has one, it is all."""

MIN_SHARE = 0.2
"""Of the sentences of the shorter article. Stories that share fewer took over a passage, and are no versions."""

MAX_RELATIVES = 5


@dataclass(frozen=True, slots=True)
class Relative:
    """An article that shares sentences with another one. Those of fewer than five words do not count.

    shared    how many of the other one's sentences it has
    share     what part of the other one's sentences that is, from 0 to 1
    of_other  what part of its own sentences that is
    """

    article: ArticleCard
    shared: int
    share: float
    of_other: float


class Relatives(Verbs):
    """The verbs about articles that share sentences."""

    def relatives(self, article_id: int, limit: int = MAX_RELATIVES) -> Sequence[Relative]:
        """Return the articles that share the most sentences with an article's newest version. Errors: NotFound."""
        with self._database.read() as store:
            article = self._article(store, article_id).article
            sentences = store.index.sentences.of(article_id)
            if not article.kept:
                sentences = text_entry(store.versions.get(article.version_id).text).sentences
            near = [each for each in store.index.sentences.overlaps(sentences, article_id) if _is_near(each, sentences)]
            cards = store.listing.cards([each.article_id for each in near[:limit]])
        return tuple([_relative(each, cards, sentences) for each in near[:limit]])

    def join_articles(self, article_id: int, into: int) -> int:
        """Make the texts of an article versions of another one, delete the article, and return the other one.

        Links that were made of it keep theirs. Errors: NotFound; InvalidInput if both are the same article.
        """
        if article_id == into:
            raise InvalidInput("An article cannot become a version of itself. Choose another one.", "into")
        with self._erase() as store:
            versions, _ = self._article(store, article_id).versions, self._article(store, into)
            store.articles.keep(into)
            for card in sorted(versions, key=lambda version: version.captured_at):
                version, received = store.versions.get(card.id), store.versions.received(card.id)
                packed = zlib.compress(received) if received else b""
                store.versions.add(into, card.sha256, version.capture, card.origin, packed, card.captured_at)
            store.articles.delete(article_id)
        return into


def _is_near(overlap: Overlap, sentences: Sequence[int]) -> bool:
    shorter = min(overlap.of_other, len(sentences))
    return overlap.shared >= min(MIN_SHARED, shorter) and overlap.shared >= MIN_SHARE * shorter


def _relative(overlap: Overlap, cards: Mapping[int, ArticleCard], sentences: Sequence[int]) -> Relative:
    shared = overlap.shared
    return Relative(cards[overlap.article_id], shared, shared / len(sentences), shared / overlap.of_other)
