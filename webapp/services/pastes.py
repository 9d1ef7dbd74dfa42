"""Texts that come in: checked before anything is stored, then stored as articles."""

import dataclasses
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Literal

from webapp.errors import InvalidInput
from webapp.importers.texts.plain import NAME as PLAIN
from webapp.input.texts import check_collection, check_line, count_checked_words, default_title
from webapp.services.model import Paste
from webapp.settings import Settings
from webapp.storage.records import Description, Origin, Version
from webapp.storage.store import Store
from webapp.storage.texts import plain_line_ends


@dataclass(frozen=True, slots=True)
class CheckedPaste:
    """A paste that can be stored as it is. How it came here does not count when two are compared.

    packed  the file or page that it was read from, compressed with zlib, if that is to be kept
    """

    text: str
    words: int
    title: str
    outlet: str
    byline: str = ""
    language: str = ""
    published: date | None = None
    field: str | None = dataclasses.field(default=None, compare=False)
    origin: Origin = dataclasses.field(default="paste", compare=False)
    capture: Mapping[str, object] = dataclasses.field(default_factory=dict, compare=False)
    packed: bytes = dataclasses.field(default=b"", compare=False, repr=False)
    keep: bool = dataclasses.field(default=False, compare=False)
    collection: str = dataclasses.field(default="", compare=False)

    @property
    def sha256(self) -> str:
        return sha256(self.text.encode()).hexdigest()


Side = CheckedPaste | Version
"""One side of a comparison, ready to be compared and kept."""


def check_paste(paste: Paste, settings: Settings) -> CheckedPaste:
    """Errors: InvalidInput and TooLarge carry the paste's field."""
    # Browsers send every line end of a text box as CRLF, whatever was pasted; the box itself has LF.
    text = paste.text.replace("\r\n", "\n") if paste.origin == "paste" else paste.text
    words = count_checked_words(text, settings, field=paste.field)
    title = check_line(paste.title, "The title", paste.field_of("title")) or default_title(text)
    outlet = check_line(paste.outlet, "The outlet", paste.field_of("outlet"))
    byline = check_line(paste.byline, "The byline", paste.field_of("byline"))
    language = check_line(paste.language, "The language", paste.field_of("language"))
    packed = zlib.compress(paste.received) if paste.received and settings.keep_received else b""
    return CheckedPaste(
        text,
        words,
        title,
        outlet,
        byline,
        language,
        paste.published,
        paste.field,
        paste.origin,
        full_capture(paste),
        packed,
        paste.keep,
        check_collection(paste.collection, paste.field_of("collection")),
    )


def file_to_hold(story: Paste, settings: Settings) -> CheckedPaste:
    """Return the file that a story was read from as a paste that has its name and checksum for its text."""
    label = "\n".join(filter(None, [story.file, story.raw_sha256]))
    named = Paste(label, origin="upload", importer=story.importer, raw_sha256=story.raw_sha256, file=story.file)
    return dataclasses.replace(check_paste(named, settings), packed=zlib.compress(story.received))


def with_stored_texts(store: Store, sides: Sequence[Side]) -> list[Side]:
    """Return the sides with their texts in their stored form, or in the form of the first equal text.

    Called before they are compared: the spans of a result are spans of the stored text.
    """
    known: dict[str, str] = {}
    return [_with_stored_text(store, side, known) if isinstance(side, CheckedPaste) else side for side in sides]


def _with_stored_text(store: Store, side: CheckedPaste, known: dict[str, str]) -> CheckedPaste:
    text = known.setdefault(plain_line_ends(side.text), store.texts.stored_form(side.text))
    return dataclasses.replace(side, text=text)


def keep_sides(store: Store, sides: Sequence[Side], held_until: datetime | None = None) -> list[int]:
    """Return the versions of both sides, storing those that were given as texts.

    A text that is not to be kept in the library is held until `held_until`; if that is None, for the link that is made
    of it. A text that the other side has already is stored once more, held apart from it: the two can be compared.
    """
    checksums = store.texts.add({side.text: side.words for side in sides if isinstance(side, CheckedPaste)})
    taken = {side.id for side in sides if not isinstance(side, CheckedPaste)}
    ids = []
    for side in sides:
        if isinstance(side, CheckedPaste):
            ids.append(_keep_paste(store, side, checksums[side.text], held_until, taken))
            if side.keep and side.collection:
                _put_into(store, ids[-1], side.collection)
            taken.add(ids[-1])
        else:
            ids.append(side.id)
    return ids


def _keep_paste(
    store: Store, paste: CheckedPaste, text_sha256: str, held_until: datetime | None, taken: Collection[int]
) -> int:
    """Return the version that holds a paste whose text is stored; none of those that are taken.

    The same text with the same title and outlet is the same article: resubmitting a form makes no second article.
    """
    if paste.origin == "url":
        found = _kept_page(store, paste, text_sha256) if paste.keep else None
        return _add_held(store, paste, text_sha256, held_until) if found is None or found in taken else found
    found = store.versions.find_paste(text_sha256, paste.title, paste.outlet)
    is_taken = found in taken
    if is_taken:
        found = store.versions.find_paste(text_sha256, paste.title, paste.outlet, apart_from=taken)
    if found is None:
        found = _add_held(store, paste, text_sha256, held_until)
    article_id = store.versions.get(found).article.id
    if paste.keep and not is_taken:
        store.articles.keep(article_id)
    elif held_until:
        store.articles.hold(article_id, held_until)
    return found


def _put_into(store: Store, version_id: int, collection: str) -> None:
    article = store.versions.get(version_id).article
    if article.kept:
        store.articles.put_into(article.id, store.collections.named(collection))


def _kept_page(store: Store, page: CheckedPaste, text_sha256: str) -> int:
    """Return the version of a page in the library. What is fetched from one address is one article, in its versions."""
    article_id = store.versions.article_at(str(page.capture["address"]))
    if article_id is None:
        article_id = store.articles.add(_describe(page), "url")
    return store.versions.add(article_id, text_sha256, page.capture, page.origin, page.packed).id


def _add_held(store: Store, paste: CheckedPaste, text_sha256: str, held_until: datetime | None) -> int:
    """Store a paste as an article that is not kept, and return its version."""
    origin: Literal["url", "paste"] = "url" if paste.origin == "url" else "paste"
    article_id = store.articles.add(_describe(paste), origin, is_kept=False, held_until=held_until)
    return store.versions.add(article_id, text_sha256, paste.capture, paste.origin, paste.packed).id


def _describe(paste: CheckedPaste) -> Description:
    return Description(paste.title, paste.outlet, paste.byline, paste.language, paste.published)


def full_capture(paste: Paste) -> dict[str, object]:
    """Return what is stored about how a paste came here: of its file, and how that was fetched."""
    file = {"raw_sha256": paste.raw_sha256, "file": paste.file, "warnings": list(paste.warnings)}
    said = {name: value for name, value in file.items() if value}
    return {**capture_of(paste.origin, paste.importer), **said, **paste.evidence}


def capture_of(origin: Origin, importer: str = "") -> dict[str, object]:
    """Return what is stored about how a text came here."""
    return {"importer": importer or (PLAIN if origin == "upload" else "paste/1")}


def same_on_both_sides() -> InvalidInput:
    """Return the error for one version on both sides."""
    return InvalidInput("Both sides are the same version. Pick another article or version for one of them.", "new")
