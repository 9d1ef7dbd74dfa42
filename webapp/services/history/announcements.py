"""The verb that announces new versions to the webhook of the settings.

The outbox has a version as soon as it is stored. It is claimed, sent and removed, each in a transaction of its own: who
is killed in between has sent it, or not, and it is sent again, under the same name.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from webapp.errors import BadSetting, InvalidInput
from webapp.input.sending import sender_of
from webapp.services.history.changes import StoryChange, StoryChanges
from webapp.services.signing import signed_headers
from webapp.storage.announcements import Announcement, Waiting
from webapp.storage.revisions import VersionMark

TYPE = "story.changed"
LEASE = timedelta(minutes=5)
"""For which an announcement is of the one who sends it. Range: above STET_FETCH_SECONDS at most, a minute."""

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)
"""Before the second attempt, doubled for each further one. Range: any. Why: a restart of the receiver takes a minute;
one that is down over night is asked four times a day."""

GIVEN_UP_AFTER = timedelta(days=3)
"""Range: any. Why: a receiver that fails on Friday evening is mended on Monday."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of an announcement, in one line. `is_sent`: it is told; `is_over`: it will not be tried again."""

    title: str
    said: str
    is_sent: bool
    is_over: bool


class Announcing(StoryChanges):
    """The verbs about announcements."""

    def deliver_announcements(self, now: datetime | None = None) -> Iterator[Delivered]:
        """Send what is due, the longest due first, and yield what came of each. What failed is due again later.

        now  the moment for which it is decided what is due; by default the clock of each step
        Errors: BadSetting if there is no webhook.
        """
        if not self.has_webhook:
            raise BadSetting("There is no webhook: set STET_WEBHOOK_URL.")
        while claimed := self._claimed(now or self._clock()):
            if told := self._delivered(claimed, now or self._clock()):
                yield told

    @property
    def has_webhook(self) -> bool:
        """Return whether there is anyone to announce to."""
        return bool(self._settings.webhook_url)

    def waiting_announcements(self) -> Waiting:
        """Return how many announcements wait, and when the first is due."""
        with self._database.read() as store:
            return store.announcements.waiting()

    def _claimed(self, now: datetime) -> Announcement | None:
        due_at = self.waiting_announcements().due_at
        if due_at is None or due_at > now:  # who looks every few seconds takes no turn of a writer
            return None
        with self._database.write() as store:
            return store.announcements.claim(now, now + LEASE)

    def _delivered(self, claimed: Announcement, now: datetime) -> Delivered | None:
        """Send an announcement and note what came of it; None if nothing is left to be told."""
        change = self._change_of(claimed.version_id)
        if change is None:
            self._remove(claimed)
            return None
        reason = self._refusal(change, now)
        if not reason:
            self._remove(claimed)
            return Delivered(change.headline, "delivered", is_sent=True, is_over=True)
        due_at = now + min(FIRST_WAIT * 2 ** (claimed.attempts - 1), LONGEST_WAIT)
        if due_at > claimed.made_at + GIVEN_UP_AFTER:
            self._remove(claimed)
            return Delivered(change.headline, f"given up after {claimed.attempts} attempts. {reason}", False, True)
        with self._database.write() as store:
            store.announcements.put_off(claimed.version_id, due_at)
        return Delivered(change.headline, f"not delivered. {reason}", is_sent=False, is_over=False)

    def _change_of(self, version_id: int) -> StoryChange | None:
        """Return what a version changed; None if it is gone, or its story did not change."""
        with self._database.read() as store:
            revision, library = store.revisions.of(version_id), store.revisions.library()
        if revision is None:
            return None
        change = self._told(UUID(library.uuid), [revision])
        return change[0] if change and change[0].differences else None

    def _refusal(self, change: StoryChange, now: datetime) -> str:
        """Send what changed, and return why it was not taken; "" if it was."""
        settings, name = self._settings, str(change.id)
        body = json.dumps(self._message(change, now), ensure_ascii=False).encode()
        headers = signed_headers(settings.webhook_secret, name, now, body)
        send = sender_of(replace(settings.fetch_rules, is_on=True))
        try:
            status = send(settings.webhook_url, body, {**headers, "Content-Type": "application/json"})
        except InvalidInput as error:
            return error.message
        return "" if status // 100 == 2 else f"The webhook answered with the status {status}."

    def _message(self, change: StoryChange, now: datetime) -> dict[str, object]:
        """Return what is sent, as docs/feeds.md describes it."""
        revision, differences = change.revision, change.differences
        collection = {"slug": revision.collection, "name": revision.collection_title} if revision.collection else None
        link = f"/compare?old={revision.before.id}&new={revision.version.id}"
        return {
            "type": TYPE,
            "timestamp": now.isoformat(),
            "data": {
                "id": change.id.urn,
                "title": change.headline,
                "line": change.line,
                "link": self._settings.whole_address("", link),
                "article": {
                    "id": revision.article_id,
                    "title": revision.title,
                    "outlet": revision.outlet,
                    "collection": collection,
                    "link": self._settings.whole_address("", f"/articles/{revision.article_id}"),
                },
                "old": _version(revision.before),
                "new": _version(revision.version),
                "changed": asdict(differences) if differences else {},
            },
        }

    def _remove(self, claimed: Announcement) -> None:
        with self._database.write() as store:
            store.announcements.remove([claimed.version_id])


def _version(mark: VersionMark) -> dict[str, object]:
    return {**asdict(mark), "captured_at": mark.captured_at.isoformat()}
