"""The base of all verbs: what each needs, and the transactions that they run in."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from webapp.engine import compare
from webapp.fetching.model import Fetch
from webapp.importers.formats import Read, read
from webapp.input.addresses import gate_of
from webapp.services.guard import OPEN, Guard
from webapp.services.model import Paste
from webapp.services.pastes import Side, check_paste, with_stored_texts
from webapp.services.recent import RecentComparisons
from webapp.settings import Settings
from webapp.storage.database import Database
from webapp.storage.store import Store
from webapp.workers import Compare

SWEPT_AT_ONCE = 20
"""Expired links deleted in one transaction before a write, which waits for it."""


class Verbs:
    """A database, the settings, the limits, the engine, the reader of files and the gate; no verb."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        guard: Guard = OPEN,
        compare: Compare = compare,
        read: Read = read,
        fetch: Fetch | None = None,
    ) -> None:
        self._database = database
        self._settings = settings
        self._guard = guard
        self._compare = compare
        self._read = read
        self._fetch = fetch or gate_of(settings.fetch_rules)
        self._recent = RecentComparisons(compare=compare)

    @contextmanager
    def _write(self) -> Iterator[Store]:
        """Begin a transaction. Some expired links are deleted first, in another one, so no scheduled job is needed.

        That deletion is kept even if this transaction fails.
        """
        self._database.sweep(SWEPT_AT_ONCE)
        with self._database.write() as store:
            yield store

    @contextmanager
    def _erase(self) -> Iterator[Store]:
        """Like `_write`, for a transaction that deletes texts."""
        self._database.sweep(SWEPT_AT_ONCE)
        with self._database.erase() as store:
            yield store

    def _ready(self, sides: Sequence[int | Paste]) -> list[Side]:
        """Check the given texts and read the picked versions. Nothing is stored.

        A text from an address was counted when it was fetched.
        """
        self._guard.imports(sum(isinstance(side, Paste) and side.origin != "url" for side in sides))
        checked = [check_paste(side, self._settings) if isinstance(side, Paste) else side for side in sides]
        with self._database.read() as store:
            return with_stored_texts(
                store, [store.versions.get(side) if isinstance(side, int) else side for side in checked]
            )
