"""The verbs about links: share, show, verify, delete."""

from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager

from webapp.engine import compare
from webapp.engine.options import Options
from webapp.errors import InvalidInput
from webapp.exporters.files import File
from webapp.services.evidence import verify
from webapp.services.exports import export_permalink
from webapp.services.frozen import freeze, thaw
from webapp.services.guard import OPEN, Guard
from webapp.services.model import Paste, Permalink, Shared, Verification
from webapp.services.pastes import Side, as_kept, check_paste, keep_sides, same_on_both_sides
from webapp.services.recent import RecentComparisons
from webapp.services.terms import key_checksum
from webapp.settings import Settings
from webapp.storage.comparisons import new_public_id
from webapp.storage.database import Database
from webapp.storage.records import NO_TERMS, Removed, Request, Terms
from webapp.storage.store import Store
from webapp.workers import Compare

SWEPT_AT_ONCE, SWEPT_AT_A_START = 20, 200
"""Expired links deleted in one transaction: before a write, which waits for it; and when pruning."""


class Links:
    """The verbs about links, on one database."""

    def __init__(self, database: Database, settings: Settings, guard: Guard = OPEN, compare: Compare = compare) -> None:
        self._database = database
        self._settings = settings
        self._guard = guard
        self._compare = compare
        self._recent = RecentComparisons(compare=compare)

    def share(
        self,
        sides: Sequence[int | Paste],
        options: Options,
        terms: Terms = NO_TERMS,
        request: Request | None = None,
    ) -> Shared:
        """Freeze a comparison of two sides, each a version's id or a text, and return its link.

        All or nothing: a refused one leaves neither a link nor a text. Freezing the same comparison again makes another
        link, because deleting one must not remove the other. Repeating the same `request` makes no second link.
        Errors: NotFound; InvalidInput and TooLarge carry the paste's field; InvalidInput if both sides are the same;
        TooMany, Busy.
        """
        made = self._made_before(request) if request else None
        if made:
            return made
        old, new = self._ready(sides)
        if old == new:
            raise same_on_both_sides(new)
        # The engine runs before the transaction, which makes every other writer wait.
        comparison = self._recent.compare(old, new, options, self._guard.comparison)
        with self._write() as store:
            public_id = new_public_id()
            first_id = store.requests.claim(request, public_id) if request else public_id
            if first_id == public_id:
                ids = keep_sides(store, (old, new))
                store.versions.hold(ids)
                kept = [store.versions.get(version_id) for version_id in ids]
                store.comparisons.add(kept[0].id, kept[1].id, freeze(comparison, *kept), terms, public_id)
            # Read within the same transaction: after the commit nothing may fail before the link is returned.
            frozen = store.comparisons.get(first_id)
        return Shared(thaw(frozen), is_new=first_id == public_id)

    def freeze(self, old_id: int, new_id: int, options: Options, terms: Terms = NO_TERMS) -> str:
        """Share two versions and return the public id of the link. Errors: as in `share`."""
        return self.share([old_id, new_id], options, terms).permalink.public_id

    def permalink(self, public_id: str) -> Permalink:
        """Errors: NotFound for an unknown, truncated, deleted or expired link alike."""
        with self._database.read() as store:
            frozen = store.comparisons.get(public_id)
        return thaw(frozen)

    def result_json(self, public_id: str) -> bytes:
        """Return the frozen result as it was stored. Errors: NotFound as in `permalink`."""
        with self._database.read() as store:
            return store.comparisons.get(public_id).json

    def stamp(self, public_id: str) -> Hashable:
        """Return a value that differs whenever the link shows something else, by one query.

        Errors: NotFound as in `permalink`.
        """
        with self._database.read() as store:
            return store.comparisons.stamp(public_id)

    def verify(self, public_id: str) -> Verification:
        """Recompute every checksum of a link from what is stored. Errors: NotFound as in `permalink`; TooMany, Busy."""
        with self._database.read() as store:
            frozen = store.comparisons.inspect(public_id)
        with self._guard.comparison():
            return verify(frozen, self._compare)

    def export(self, public_id: str, ending: str, link: str) -> File:
        """Return a link as a file of this kind; `link` is its address. Errors: NotFound as in `permalink`; Busy."""
        permalink = self.permalink(public_id)
        with self._guard.work():
            return export_permalink(permalink, ending, link)

    def delete(self, public_id: str, key: str) -> None:
        """Delete a link by the key that its sharer was given.

        Errors: NotFound as in `permalink`; InvalidInput where this is not its key.
        """
        with self._erase() as store:
            if not store.comparisons.opens(public_id, key_checksum(key.strip())):
                raise InvalidInput("This is not the key of this link. Nothing was deleted.", "key")
            store.comparisons.withdraw(public_id)

    def withdraw(self, public_id: str) -> None:
        """Delete a link without its key. Errors: NotFound as in `permalink`."""
        with self._erase() as store:
            store.comparisons.withdraw(public_id)

    def prune(self) -> Removed:
        """Delete all expired links and the rows that only they used."""
        removed = Removed()
        while (swept := self._database.sweep(SWEPT_AT_A_START)).links:
            removed += swept
        return removed

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
        """Check what was given and read what was picked. Nothing is stored."""
        self._guard.imports(sum(isinstance(side, Paste) for side in sides))
        checked = [check_paste(side, self._settings) if isinstance(side, Paste) else side for side in sides]
        with self._database.read() as store:
            return as_kept(store, [store.versions.get(side) if isinstance(side, int) else side for side in checked])

    def _made_before(self, request: Request) -> Shared | None:
        """Return the link that this request made before. Nothing is computed for what is there, or is refused."""
        with self._database.read() as store:
            public_id = store.requests.find(request)
            frozen = store.comparisons.get(public_id) if public_id else None
        return Shared(thaw(frozen), is_new=False) if frozen else None
