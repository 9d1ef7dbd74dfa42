"""The verb that captures an article's address again, for a reader's button and for a watcher alike.

fetched --- no answer, no story, a wall, or too little of it ----------> failed
        `-- the story stands, whatever changed on the page around it --> unchanged
        `-- the story was edited --------------------------------------> changed: a new version
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from webapp.display.phrases.differences import NO_DIFFERENCE, difference_line
from webapp.engine.model import Comparison
from webapp.engine.span import Span
from webapp.errors import AddressRefused, InvalidInput
from webapp.services.history.faults import fault_in
from webapp.services.history.summaries import FORM, OPTIONS, PairSummary
from webapp.services.imports import Imports
from webapp.services.pastes import CheckedPaste, check_paste
from webapp.storage.records import Version, VersionCard
from webapp.storage.store import Store
from webapp.storage.watching.records import Outcome


@dataclass(frozen=True, slots=True)
class Captured:
    """What came of a capture. `said`: what changed, or why it failed, in one line. `version_id`: the newest now."""

    outcome: Outcome
    said: str
    version_id: int
    before_id: int


Ending = Callable[[Store, Outcome], None]
"""What else is written in the transaction that notes what came of a capture."""


def _end(store: Store, outcome: Outcome) -> None:
    """Write nothing else."""


class _Outrun(Exception):
    """Another writer added a version while this capture was compared with the one before."""


class Recaptures(Imports):
    """The verb that captures an address again."""

    def capture_again(self, article_id: int) -> Captured:
        """Fetch the address of an article again. Only if its story differs from the newest version, it is a new one.

        A capture that fails is noted with its reason and is no error.
        Errors: NotFound; InvalidInput if no version was fetched; AddressRefused, with nothing noted; TooMany, Busy.
        """
        with self._database.read() as store:
            known = self._article(store, article_id)
        address = address_of(known.versions)
        if not address:
            raise InvalidInput("No version of this article was fetched from an address.")
        try:
            page = check_paste(self.read_address(address), self._settings)
        except AddressRefused:
            raise
        except InvalidInput as error:
            return self._noted(article_id, known.article.version_id, "failed", error.message)
        return self._taken(article_id, page)

    def _taken(self, article_id: int, page: CheckedPaste, ending: Ending = _end) -> Captured:
        """Compare a page that was fetched with the newest version, and keep it if the story differs."""
        while True:
            try:
                return self._judged(article_id, page, ending)
            except _Outrun:
                continue

    def _judged(self, article_id: int, page: CheckedPaste, ending: Ending) -> Captured:
        """Compare a page with the newest version and keep it if the story differs. Errors: _Outrun."""
        with self._database.read() as store:
            versions = self._article(store, article_id).versions
            newest = self._version(store, versions[0].id)
            page = replace(page, text=store.texts.stored_form(page.text))
            story = _known_story(store, versions)
        if page.sha256 == newest.sha256:
            return self._noted(article_id, newest.id, "unchanged", NO_DIFFERENCE, ending)
        comparison = self._recent.compare(newest, page, OPTIONS, self._guard.work)
        if fault := fault_in(comparison, story):
            return self._noted(article_id, newest.id, "failed", fault, ending)
        if not any(change.scope == "story" for change in comparison.changes):
            return self._noted(article_id, newest.id, "unchanged", NO_DIFFERENCE, ending)
        return self._changed(newest, page, comparison, ending)

    def _changed(self, newest: Version, page: CheckedPaste, comparison: Comparison, ending: Ending) -> Captured:
        article_id, summary = newest.article.id, PairSummary.of(comparison)
        line = difference_line(summary.differences)
        with self._write() as store:
            store.texts.add({page.text: page.words})
            store.articles.keep(article_id)
            if store.versions.of_article(article_id)[0].id != newest.id:
                raise _Outrun
            added = store.versions.add(article_id, page.sha256, page.capture, page.origin, page.packed, self._clock())
            store.kept_pairs.keep((newest.sha256, page.sha256), FORM, summary.packed())
            store.last_captures.note(article_id, self._clock(), "changed", line)
            ending(store, "changed")
        return Captured("changed", line, added.id, newest.id)

    def _noted(self, article_id: int, newest_id: int, outcome: Outcome, said: str, ending: Ending = _end) -> Captured:
        with self._write() as store:
            store.articles.lock(article_id)
            store.last_captures.note(article_id, self._clock(), outcome, said)
            ending(store, outcome)
        return Captured(outcome, said, newest_id, newest_id)


def address_of(versions: Sequence[VersionCard]) -> str:
    """Return the address from which the newest version that was fetched came; "" if none was."""
    fetched = (version.capture.get("address") for version in versions if version.origin == "url")
    return str(next(filter(None, fetched), ""))


def _known_story(store: Store, versions: Sequence[VersionCard]) -> list[Span]:
    """Return the sentences of the newest version that its comparison with the one before found to be the story."""
    if len(versions) < 2:
        return []
    key = (versions[1].sha256, versions[0].sha256)
    kept = store.kept_pairs.get([key], FORM)
    return PairSummary.unpacked(kept[key]).story_of_new() if kept else []
