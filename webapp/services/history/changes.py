"""The verb that tells what changed in the library, newest first, for its feeds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from webapp.display.phrases.differences import NO_DIFFERENCE, NOTHING, Differences, difference_line, headline
from webapp.services.history.neighbours import Neighbours, kept_summaries
from webapp.services.history.summaries import PairSummary
from webapp.services.library import named_collection
from webapp.storage.articles import no_such_article
from webapp.storage.pairs import PairKey
from webapp.storage.revisions import WHOLE_LIBRARY, Area, Revision
from webapp.storage.store import Store

TOLD_AT_ONCE = 50
"""Changes of one part of a feed. Range: 10..200. Why: a reader that asks every hour misses none of the changes of a
newsroom; if none was compared yet, it waits some two seconds."""


@dataclass(frozen=True, slots=True)
class StoryChange:
    """A version, and what changed against the one before.

    id        names the version for ever, on every copy of this library
    headline  the weightiest of what changed, and the title of the story; `line`: all that changed
    differences  all that changed, counted; None if nothing of the story did
    """

    id: UUID
    revision: Revision
    headline: str
    line: str
    differences: Differences | None


@dataclass(frozen=True, slots=True)
class ChangeList:
    """What changed in the library, a collection or an article: `title` is of these two, "" for the library.

    id         names it for ever, as above
    updated    when the newest change was captured; without one, when the library was made
    following  the version behind which the next part begins; None for the last one
    """

    id: UUID
    title: str
    updated: datetime
    changes: Sequence[StoryChange]
    following: int | None


class StoryChanges(Neighbours):
    """The verb about what changed."""

    def story_changes(self, area: Area = WHOLE_LIBRARY, behind: int | None = None) -> ChangeList:
        """Return what changed in articles of the library, the last captured first, TOLD_AT_ONCE versions at most.

        behind  the version behind which a part begins; None for the first part
        A version that could not be compared yet is left out until it is. Errors: NotFound.
        """
        with self._database.read() as store:
            title, library = _title(store, area), store.revisions.library()
            found = store.revisions.newest(area, TOLD_AT_ONCE + 1, behind)
        told, root = found[:TOLD_AT_ONCE], UUID(library.uuid)
        return ChangeList(
            uuid5(root, _name(area)),
            title,
            told[0].version.captured_at if told else library.made_at,
            self._told(root, told),
            told[-1].version.id if len(found) > len(told) else None,
        )

    def _told(self, root: UUID, told: Sequence[Revision]) -> tuple[StoryChange, ...]:
        """Return what these versions changed, without those that could not be compared yet."""
        known = self._summaries(told)
        return tuple(
            _change(root, each, known.get(_key(each))) for each in told if _is_same(each) or _key(each) in known
        )

    def _summaries(self, told: Sequence[Revision]) -> dict[PairKey, PairSummary]:
        """Return what is known of these versions; what is not kept is compared, the first of them first."""
        keys = list(dict.fromkeys(_key(each) for each in told if not _is_same(each)))
        words = {mark.sha256: mark.words for each in told for mark in (each.before, each.version)}
        with self._database.read() as store:
            known = kept_summaries(store, keys)
            missing = [key for key in keys if key not in known]
            texts = store.texts.bodies({sha256 for key in missing for sha256 in key})
        return known | self._compared([key for key in missing if texts.keys() >= set(key)], texts, words)


def _title(store: Store, area: Area) -> str:
    """Return the title of an article or the name of a collection; "" for the library. Errors: NotFound."""
    if area.article_id is not None:
        card = store.articles.card(area.article_id)
        if not card.kept:
            raise no_such_article()
        return card.title
    if area.collection:
        return named_collection(store, area.collection).title
    return ""


def _name(area: Area) -> str:
    """Return what a feed is named by: neither slugs nor numbers are given twice."""
    if area.article_id is not None:
        return f"article/{area.article_id}"
    return f"collection/{area.collection}" if area.collection else "library"


def _change(root: UUID, revision: Revision, summary: PairSummary | None) -> StoryChange:
    found = summary.differences if summary and summary.differences != NOTHING else None
    line = difference_line(found) if found else NO_DIFFERENCE
    name = uuid5(root, f"version/{revision.version.id}")
    return StoryChange(name, revision, headline(found, revision.title), line, found)


def _key(revision: Revision) -> PairKey:
    return revision.before.sha256, revision.version.sha256


def _is_same(revision: Revision) -> bool:
    return revision.before.sha256 == revision.version.sha256
