"""The stories in an archive: its pages, each once, with where and when each was captured."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urldefrag

from webapp.errors import InvalidInput
from webapp.importers.imported import Imported, KnownStory
from webapp.importers.pages.page import label_in, read_page
from webapp.importers.several import join_stories
from webapp.importers.texts.encodings import decode_labelled
from webapp.importers.web_archives.captures import Capture, Captures
from webapp.importers.web_archives.distinct import DistinctPage, add_revisits, distinct, names_of

CUT = "The archive is damaged or was cut off. What stands before that was read."
PAGE_CUT = "The archive does not hold all of this page."
ELSEWHERE = "Captures that only refer to a page in another file: {count:,}."
UNREADABLE = "Pages that could not be read and are left out: {count:,}."
NOT_IN_IT = "Pages that the archive lists and does not hold: {count:,}."


def stories_of(found: Captures, importer: str, name: str, listed: Mapping[str, str]) -> Imported:
    """Return the stories in an archive.

    listed  the titles of its pages by their addresses, if it says which are pages. All others are left out then,
            unless none of these is in it
    Errors: InvalidInput if there is no story; TooLarge above a limit.
    """
    own = [page for page in found.pages if not page.records & found.inner]
    pages = distinct([page for page in own if _address(page) in listed] or own)
    in_file = {known for page in found.pages for known in names_of(page)}
    others = add_revisits(pages, found.revisits)
    elsewhere = [each for each in others if each.is_page and not in_file & {each.digest, each.original}]
    reader = StoryReader(name, listed)
    stories = list(reader.read(pages))
    warnings = [] if found.is_whole else [CUT]
    for count, warning in (
        (len(elsewhere), ELSEWHERE),
        (len(listed.keys() - set(map(_address, own))), NOT_IN_IT),
        (reader.unreadable, UNREADABLE),
    ):
        warnings += [warning.format(count=count)] if count else []
    return join_stories(stories, importer, name, tuple(warnings))


class StoryReader:
    """Reads pages and counts those that cannot be read. `titles`: of pages that have none of their own."""

    def __init__(self, name: str, titles: Mapping[str, str]) -> None:
        self.unreadable = 0
        self._name = name
        self._titles = titles

    def read(self, pages: Iterable[DistinctPage]) -> Iterator[KnownStory]:
        for page in pages:
            try:
                yield self._story(page)
            except InvalidInput:
                self.unreadable += 1

    def _story(self, page: DistinctPage) -> KnownStory:
        capture = page.capture
        read = _read(capture, self._name)
        return KnownStory(
            read.text,
            read.title or self._titles.get(_address(capture), ""),
            read.byline,
            read.outlet,
            read.language,
            read.published,
            capture.address,
            capture.moment,
            (*read.warnings, *filter(None, ["" if capture.is_whole else PAGE_CUT, page.again()])),
        )


def _read(capture: Capture, name: str) -> Imported:
    label = capture.charset or ("" if capture.is_text else label_in(capture.body))
    decoded = decode_labelled(capture.body, label)
    if capture.is_text:
        return Imported(decoded.text.strip(), "", warnings=decoded.warnings)
    return read_page(decoded.text, name, decoded.warnings, capture.address)


def _address(capture: Capture) -> str:
    """Return the address of a page without a place within it."""
    return urldefrag(capture.address).url
