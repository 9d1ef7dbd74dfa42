"""The verb that adds versions to an article by hand: a text, or the story or stories of a file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from operator import itemgetter

from webapp.errors import InvalidInput
from webapp.services.history.captures import Recaptures
from webapp.services.model import Paste
from webapp.services.parts import parts_of, received_once
from webapp.services.pastes import CheckedPaste, check_paste
from webapp.storage.records import Origin

AHEAD = timedelta(minutes=5)
"""By which a given time may be ahead of this server's clock. Range: 0..1 day. Why: clocks of two machines differ."""

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Before which no page was captured. Range: any. Why: a year that was mistyped puts a version before all others."""


class Additions(Recaptures):
    """The verbs that add versions by hand."""

    def add_version(self, article_id: int, text: str, origin: Origin = "paste") -> int:
        """Add a text to an article as its newest version and return its id, or that of the newest if it is the same.

        Errors: as for `add_versions`.
        """
        return self.add_versions(article_id, Paste(text, field="text", origin=origin))[0]

    def add_versions(self, article_id: int, paste: Paste, captured_at: datetime | None = None) -> list[int]:
        """Add a text, or each story of a file that says when they were captured, to an article. Return the versions.

        captured_at  when the text was captured, if it was not now; it stands among the versions by that time
        A text that the version before has makes no second one.
        Errors: NotFound; InvalidInput and TooLarge carry the field; TooMany.
        """
        if captured_at is not None:
            check_moment(captured_at)
        parts = received_once(_stories_in(paste))
        self._guard.imports(0 if paste.origin == "url" else 1)
        now = datetime.now(UTC)
        ready = [_dated(check_paste(part, self._settings), captured_at or captured_in(part), now) for part in parts]
        with self._write() as store:
            self._article(store, article_id)
            stored = [(replace(page, text=store.texts.stored_form(page.text)), moment) for page, moment in ready]
            store.texts.add({page.text: page.words for page, _ in stored})
            store.articles.keep(article_id)
            return [
                store.versions.add(article_id, page.sha256, page.capture, page.origin, page.packed, moment).id
                for page, moment in stored
            ]


def check_moment(captured_at: datetime, field: str = "captured_at") -> None:
    """Errors: InvalidInput if nothing can have been captured then, or if it has no time zone."""
    if captured_at.tzinfo is None:
        raise InvalidInput("A time of capture needs a time zone: 2026-11-02T09:14Z.", field)
    if captured_at > datetime.now(UTC) + AHEAD:
        raise InvalidInput("The time of capture is still to come.", field)
    if captured_at < EARLIEST:
        raise InvalidInput(f"The time of capture is before {EARLIEST.year}.", field)


def captured_in(paste: Paste) -> datetime | None:
    """Return when a story was captured, as its file says; None if it does not, or says what cannot be."""
    said = paste.evidence.get("captured")
    moment = datetime.fromisoformat(str(said)) if said else None
    return moment if moment and EARLIEST <= moment <= datetime.now(UTC) + AHEAD else None


def _stories_in(paste: Paste) -> Sequence[Paste]:
    """Return the stories of a file in the order in which they were captured.

    Errors: InvalidInput if they are several, and not the same page captured several times.
    """
    if len(paste.stories) < 2:
        return [paste]
    parts = parts_of(paste)
    dated = [(moment, part) for part in parts if (moment := captured_in(part))]
    if len(dated) < len(parts) or len({part.evidence.get("link") for part in parts}) > 1:
        raise InvalidInput(
            f"This file holds {len(parts):,} stories, and a version is one. Only captures of one page, each with its "
            "time, are added together.",
            paste.field,
        )
    return [part for _, part in sorted(dated, key=itemgetter(0))]


def _dated(page: CheckedPaste, moment: datetime | None, now: datetime) -> tuple[CheckedPaste, datetime | None]:
    """Return a text and when it was captured. A time that was not our clock's is marked as such, with ours."""
    if moment is None:
        return page, None
    return replace(
        page, capture={**page.capture, "captured_at": moment.isoformat(), "added_at": now.isoformat()}
    ), moment
