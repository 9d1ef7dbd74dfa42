"""The verbs about what comes in: files and addresses are read, looked at, and saved as they came."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from webapp.errors import InvalidInput, NotFound
from webapp.importers.imported import Imported
from webapp.input.addresses import host_of, read_address
from webapp.input.files import read_file
from webapp.services.addresses import paste_of_page
from webapp.services.base import Verbs
from webapp.services.looks import TextPreview, look_at
from webapp.services.model import Paste
from webapp.services.pastes import file_to_hold, keep_sides
from webapp.services.received import ReceivedFile, name_of


class Imports(Verbs):
    """The verbs about what comes in."""

    def read_upload(self, data: bytes, name: str, field: str, encoding: str = "") -> Paste:
        """Return the story in a file, ready to be chosen or added. `field`: the form field of the file.

        Nothing is stored. Errors: InvalidInput and TooLarge carry the field; Busy.
        """
        with _named(field):
            return Paste.of_file(data, self.read_file(data, name, encoding), field, name)

    def read_file(self, data: bytes, name: str, encoding: str = "") -> Imported:
        """Return the story in a file, by the format of its bytes. `name`: the file's name, for messages.

        encoding  the name of that of a text file that does not say it itself; "" to have it guessed
        Nothing is stored. Errors: InvalidInput, TooLarge, Busy.
        """
        with self._guard.reading():
            return read_file(data, name, self._settings, read=self._read, encoding=encoding)

    def hold_file(self, story: Paste) -> int:
        """Hold the file that a story was read from, for the reader who looks at it; `received` returns it.

        It is held like a text that is not kept, also if files are not to be kept with articles: the version that is
        returned has the file's name and checksum for its text. Errors: TooMany.
        """
        self._guard.imports(1)
        ready = file_to_hold(story, self._settings)
        with self._write() as store:
            return keep_sides(store, [ready], store.holding.until(self._settings.hold_hours))[0]

    def articles_of_files(self) -> Mapping[str, int]:
        """Return the article of each file in the library, by the SHA-256 of the file."""
        with self._database.read() as store:
            return store.versions.articles_of_files()

    def read_address(self, written: str, field: str | None = None) -> Paste:
        """Return the story at an address, ready to be chosen or added. `field`: the form field of the address.

        Nothing is stored. Errors: InvalidInput and its kinds carry the field; TooMany, Busy.
        """
        self._guard.imports(1)
        with _named(field), self._guard.fetch():
            return paste_of_page(read_address(written, self._fetch, self._settings, read=self._read), field)

    def look_at(self, paste: Paste) -> TextPreview:
        """Return what would be stored of a text. Nothing is stored. Errors: as for `add_article`."""
        with self._guard.work():
            return look_at(paste, self._settings)

    def look_at_address(self, written: str) -> str:
        """Return the host that an address will be fetched from. Nothing is fetched. Errors: InvalidInput."""
        return host_of(written, self._settings.fetch_rules)

    def received(self, version_id: int) -> ReceivedFile:
        """Return what a version was read from, as it came. Errors: NotFound, also if it was not kept."""
        with self._database.read() as store:
            version, data = self._version(store, version_id), store.versions.received(version_id)
        if data is None:
            raise NotFound("What this version was read from was not kept.")
        return ReceivedFile(data, name_of(version))


@contextmanager
def _named(field: str | None) -> Iterator[None]:
    """Let an error carry the field of the form that it is about."""
    try:
        yield
    except InvalidInput as error:
        error.field = error.field or field
        raise
