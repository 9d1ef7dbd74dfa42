"""The verbs about links: share, show, verify, delete."""

from collections.abc import Hashable, Sequence

from webapp.engine.model import Comparison
from webapp.engine.options import Options
from webapp.errors import InvalidInput
from webapp.exporters.files import File
from webapp.services.base import Verbs
from webapp.services.exports import export_permalink
from webapp.services.frozen import freeze, thaw
from webapp.services.model import Paste, Permalink, Shared, Verification
from webapp.services.pastes import Side, keep_sides, same_on_both_sides
from webapp.services.terms import key_checksum
from webapp.services.verification import verify
from webapp.storage.comparisons import new_public_id
from webapp.storage.records import NO_TERMS, Removed, Request, Terms, Version
from webapp.storage.store import Store
from webapp.storage.versions import no_such_version

SWEPT_AT_A_START = 200
"""Expired links deleted in one transaction when pruning."""


class Links(Verbs):
    """The verbs about links."""

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
        TooMany, Busy. Two equal texts are two sides.
        """
        made = self._made_before(request) if request else None
        if made:
            return made
        old, new = self._ready(sides)
        if isinstance(old, Version) and isinstance(new, Version) and old.id == new.id:
            raise same_on_both_sides()
        # The engine runs before the transaction, which makes every other writer wait.
        comparison = self._recent.compare(old, new, options, self._guard.comparison)
        with self._write() as store:
            public_id = new_public_id()
            first_id = store.requests.claim(request, public_id) if request else public_id
            if first_id == public_id:
                _add_link(store, public_id, (old, new), comparison, terms)
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

    def version_of_link(self, public_id: str, version_id: int) -> Version:
        """Return one of the two versions that a link compares: whoever has the link may read them.

        Errors: NotFound, also for a version of no side.
        """
        with self._database.read() as store:
            frozen = store.comparisons.get(public_id)
        for version in (frozen.old, frozen.new):
            if version.id == version_id:
                return version
        raise no_such_version()

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
            received = {
                "old_received": (frozen.old, store.versions.received(frozen.old.id)),
                "new_received": (frozen.new, store.versions.received(frozen.new.id)),
            }
        with self._guard.comparison():
            return verify(frozen, received, self._compare)

    def export(self, public_id: str, ending: str, link: str) -> File:
        """Return a link as a file of this kind; `link` is its address. Errors: NotFound as in `permalink`; Busy."""
        permalink = self.permalink(public_id)
        with self._guard.work():
            return export_permalink(permalink, ending, link)

    def delete(self, public_id: str, key: str) -> None:
        """Delete a link by its delete key.

        Errors: NotFound as in `permalink`; InvalidInput for another key.
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
        """Delete all expired links and the rows that only they used, and all texts that are held no longer."""
        removed = Removed()
        while (swept := self._database.sweep(SWEPT_AT_A_START)) != Removed():
            removed += swept
        return removed

    def _made_before(self, request: Request) -> Shared | None:
        """Return the link that this request made before.

        Called first, so that a repeated request runs no comparison and meets no limit.
        """
        with self._database.read() as store:
            public_id = store.requests.find(request)
            frozen = store.comparisons.get(public_id) if public_id else None
        return Shared(thaw(frozen), is_new=False) if frozen else None


def _add_link(store: Store, public_id: str, sides: tuple[Side, Side], comparison: Comparison, terms: Terms) -> None:
    """Store both sides and the comparison. The versions are locked against deletion until the transaction ends."""
    ids = keep_sides(store, sides)
    store.versions.hold(ids)
    old, new = (store.versions.get(version_id) for version_id in ids)
    store.comparisons.add(old.id, new.id, freeze(comparison, old, new), terms, public_id)
