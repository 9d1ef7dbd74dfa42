"""The verb that tells the history of an article: its versions, what changed, and each sentence's life."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from webapp.display.phrases.captures import capture_way
from webapp.display.phrases.differences import NO_DIFFERENCE, difference_line
from webapp.display.phrases.lives import LifeWords, life_words
from webapp.services.history.lives import SentenceLife, sentence_lives
from webapp.services.history.neighbours import Neighbours, kept_summaries
from webapp.services.history.summaries import PairSummary
from webapp.storage.pairs import PairKey
from webapp.storage.records import ArticlePage, VersionCard


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A version, how it was captured, and what changed against the one before.

    line    "" for the first version, and if the two were not compared yet
    before  the version before; None for the first
    """

    card: VersionCard
    way: str
    line: str
    before: VersionCard | None


@dataclass(frozen=True, slots=True)
class HistorySentence:
    """A sentence, when it came and went, and what it became: the moment, and the place of that sentence from 0."""

    text: str
    life: tuple[LifeWords, ...]
    is_there: bool
    became: tuple[tuple[datetime, int], ...]
    moved: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The history of an article, newest version first. `sentences` are empty if one version is all there is.

    left  how many neighbouring versions were not compared yet; while there are any, no sentence is listed
    """

    known: ArticlePage
    entries: tuple[HistoryEntry, ...]
    sentences: tuple[HistorySentence, ...]
    left: int


class TimeLines(Neighbours):
    """The verb that tells the history of an article."""

    def time_line(self, article_id: int) -> TimeLine:
        """Return the history of an article, in the order in which its versions were captured. Errors: NotFound."""
        with self._database.read() as store:
            known = self._article(store, article_id)
            texts = store.versions.texts_of(article_id) if len(known.versions) > 1 else {}
            keys = _pairs_of(known.versions)
            kept = kept_summaries(store, keys)
        words = {version.sha256: version.words for version in known.versions}
        kept |= self._compared([key for key in keys if key not in kept], texts, words)
        left = len(set(keys) - kept.keys())
        sentences = () if left else tuple(_sentences(known.versions, texts, kept))
        return TimeLine(known, tuple(_entries(known.versions, kept)), sentences, left)


def _pairs_of(versions: Sequence[VersionCard]) -> list[PairKey]:
    """Return the neighbouring texts of versions, newest first, without those that are equal."""
    keys = ((old.sha256, new.sha256) for new, old in pairwise(versions))
    return list(dict.fromkeys(key for key in keys if key[0] != key[1]))


def _entries(versions: Sequence[VersionCard], kept: Mapping[PairKey, PairSummary]) -> Iterator[HistoryEntry]:
    for version, before in zip(versions, [*versions[1:], None], strict=True):
        yield HistoryEntry(version, capture_way(version.origin, version.capture), _line(version, before, kept), before)


def _line(version: VersionCard, before: VersionCard | None, kept: Mapping[PairKey, PairSummary]) -> str:
    if before is None:
        return ""
    if before.sha256 == version.sha256:
        return NO_DIFFERENCE
    summary = kept.get((before.sha256, version.sha256))
    return difference_line(summary.differences) if summary else ""


def _sentences(
    versions: Sequence[VersionCard], texts: Mapping[str, str], kept: Mapping[PairKey, PairSummary]
) -> Iterator[HistorySentence]:
    """Yield the sentences of a history. Of equal versions next to each other the earliest is taken."""
    oldest = versions[::-1]
    turns = [*oldest[:1], *(new for old, new in pairwise(oldest) if old.sha256 != new.sha256)]
    summaries = [kept[old.sha256, new.sha256] for old, new in pairwise(turns)]
    moments = [version.captured_at for version in turns]
    for life in sentence_lives([texts[version.sha256] for version in turns], summaries) if summaries else ():
        yield _told(life, moments)


def _told(life: SentenceLife, moments: Sequence[datetime]) -> HistorySentence:
    stays = [(moments[came], None if gone is None else moments[gone]) for came, gone in life.stays]
    return HistorySentence(
        life.text,
        life_words(stays),
        is_there=stays[-1][1] is None,
        became=tuple((moments[place], successor) for place, successor in life.became),
        moved=tuple(moments[place] for place in life.moved),
    )
