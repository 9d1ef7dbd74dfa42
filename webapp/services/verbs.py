"""The verbs: what a reader can do. What one writes is one transaction; a failure leaves nothing behind."""

from collections.abc import Collection, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from webapp.engine.model import Comparison
from webapp.engine.options import Options
from webapp.errors import InvalidInput
from webapp.importers.process.reader import Reader
from webapp.input.texts import check_text
from webapp.services.finding import Finding
from webapp.services.history.announcements import Announcing
from webapp.services.history.timeline import TimeLines
from webapp.services.library import Library
from webapp.services.links import Links
from webapp.services.model import Compared, Paste, SeedReport
from webapp.services.opening import open_database
from webapp.services.parts import label_of, parts_of, received_once
from webapp.services.pastes import keep_sides, same_on_both_sides
from webapp.services.relatives import Relatives
from webapp.services.seeds import load_seed, read_seed
from webapp.services.watching.watches import Watching
from webapp.services.watching.workers import JobWorkers
from webapp.settings import Settings
from webapp.storage.records import ArticlePage, CollectionCard, Version


class Services(Links, Watching, JobWorkers, TimeLines, Announcing, Library, Finding, Relatives):
    """The verbs, on one database. Those about links are in `links.py`, about files and addresses in `imports.py`,
    about articles that change in `library.py`, about their versions in `history/`, about what is watched in
    `watching/`, about what is found in `finding.py` and `relatives.py`.
    """

    def assert_ready(self) -> None:
        """Check that readers and writers can be served. Errors: DatabaseSilent, DatabaseReadOnly, DatabaseFull."""
        self.samples()
        self._database.assert_writable()

    def samples(self) -> Sequence[CollectionCard]:
        """Return the collections with a base article, to which the others of the collection are compared."""
        with self._database.read() as store:
            return store.collections.with_base()

    def collections(self) -> Sequence[CollectionCard]:
        with self._database.read() as store:
            return store.collections.all()

    def article(self, article_id: int) -> ArticlePage:
        """Errors: NotFound."""
        with self._database.read() as store:
            return self._article(store, article_id)

    def version(self, version_id: int) -> Version:
        """Errors: NotFound."""
        with self._database.read() as store:
            return self._version(store, version_id)

    def stamp_of_versions(self, *version_ids: int) -> Hashable:
        """Return a value that differs whenever a page shows something else of these versions.

        One query, if all of them are in the library.

        Errors: NotFound.
        """
        with self._database.read() as store:
            stamps = store.versions.stamps(version_ids)
            for version_id, stamp in zip(version_ids, stamps, strict=True):
                if not stamp.kept:
                    self._version(store, version_id)
            return stamps

    def choose(self, sides: Sequence[int | Paste]) -> list[int]:
        """Return the version ids of the sides: of picked versions, and of given texts, which are stored.

        What is not to be kept is held for a while (`hold_hours`). All or nothing: if one side is invalid, the other is
        not stored. Two equal texts are two versions.
        Errors: NotFound; InvalidInput and TooLarge carry the paste's field; TooMany.
        """
        ready = self._ready(sides)
        with self._write() as store:
            return keep_sides(store, ready, store.holding.until(self._settings.hold_hours))

    def add_article(self, paste: Paste) -> int:
        """Add a text to the library and return its article. Adding it again makes no second article.

        Errors: InvalidInput and TooLarge carry the paste's field.
        """
        return self.add_articles([paste])[0]

    def add_articles(self, pastes: Sequence[Paste], *, texts: int | None = None) -> list[int]:
        """Add texts to the library, all or none, and return their articles.

        `texts`: how many are counted against the limit of the client, by default all of them.
        Errors: as for `add_article`.
        """
        ready = self._ready([replace(paste, keep=True) for paste in pastes], texts=texts)
        with self._write() as store:
            return [store.versions.get(version_id).article.id for version_id in keep_sides(store, ready)]

    def add_stories(self, paste: Paste, chosen: Collection[str] | None = None) -> list[int]:
        """Add the stories of a text that holds several as articles, all or none, and return these.

        They came as one text, and are counted as one. `chosen`: only these, as `look_at` names them.
        Errors: as for `add_article`; InvalidInput if no story is one of these.
        """
        parts = parts_of(paste)
        if chosen is not None:
            parts = [part for part in parts if label_of(part) in chosen]
        if not parts:
            raise InvalidInput("No story of this text was chosen. Look at the text first, then choose.", paste.field)
        return self.add_articles(received_once(parts), texts=1)

    def compare(self, old_id: int, new_id: int, options: Options) -> Compared:
        """Errors: NotFound; InvalidInput if both sides are the same version; TooMany, Busy."""
        with self._database.read() as store:
            old, new = self._version(store, old_id), self._version(store, new_id)
        if old.id == new.id:
            raise same_on_both_sides()
        return Compared(old, new, self._recent.compare(old, new, options, self._guard.comparison))

    def compare_texts(self, old: str, new: str, options: Options) -> Comparison:
        """Compare two texts that are not stored. Errors: InvalidInput, TooLarge, TooMany, Busy."""
        check_text(old, self._settings, "The old text", "old.text")
        check_text(new, self._settings, "The new text", "new.text")
        with self._guard.comparison():
            return self._compare(old, new, options)

    def seed(self, folder: Path) -> SeedReport:
        """Load the collection in a folder. Errors: InvalidInput and TooLarge name the file."""
        seed = read_seed(folder, self._settings)
        with self._write() as store:
            return load_seed(store, seed)


@contextmanager
def open_services(settings: Settings, *, create: bool = False) -> Iterator[Services]:
    """Open the database of the settings, brought up to date, and close it at the end.

    Errors: BadSetting, without `create` also if there is no database yet; DatabaseTooNew.
    """
    database = open_database(settings, create=create)
    try:
        database.migrate()
        with Reader() as reader:
            yield Services(database, settings, read=reader.read)
    finally:
        database.close()
