"""Pasted texts: checked before anything is stored, then stored as articles."""

import dataclasses
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from webapp.errors import InvalidInput
from webapp.importers.plain import NAME as PLAIN
from webapp.input.texts import check_line, check_text, default_title
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

    @property
    def sha256(self) -> str:
        return sha256(self.text.encode()).hexdigest()


Side = CheckedPaste | Version
"""One side of a comparison, ready to be compared and kept."""


def check_paste(paste: Paste, settings: Settings) -> CheckedPaste:
    """Errors: InvalidInput and TooLarge carry the paste's field."""
    # Browsers send every line end of a text box as CRLF, whatever was pasted; the box itself has LF.
    text = paste.text.replace("\r\n", "\n") if paste.origin == "paste" else paste.text
    words = check_text(text, settings, field=paste.field)
    title = check_line(paste.title, "The title", paste.field_of("title")) or default_title(text)
    outlet = check_line(paste.outlet, "The outlet", paste.field_of("outlet"))
    byline = check_line(paste.byline, "The byline", paste.field_of("byline"))
    language = check_line(paste.language, "The language", paste.field_of("language"))
    file = {"raw_sha256": paste.raw_sha256, "file": paste.file, "warnings": list(paste.warnings)}
    capture = capture_of(paste.origin, paste.importer) | {name: value for name, value in file.items() if value}
    capture |= paste.evidence
    packed = zlib.compress(paste.received) if paste.received and settings.keep_received else b""
    return CheckedPaste(
        text, words, title, outlet, byline, language, paste.published, paste.field, paste.origin, capture, packed
    )


def with_stored_texts(store: Store, sides: Sequence[Side]) -> list[Side]:
    """Return the sides with their texts in their stored form, or in the form of the first equal text.

    Called before they are compared: the spans of a result are spans of the stored text.
    """
    known: dict[str, str] = {}
    return [_with_stored_text(store, side, known) if isinstance(side, CheckedPaste) else side for side in sides]


def _with_stored_text(store: Store, side: CheckedPaste, known: dict[str, str]) -> CheckedPaste:
    text = known.setdefault(plain_line_ends(side.text), store.texts.stored_form(side.text))
    return dataclasses.replace(side, text=text)


def keep_sides(store: Store, sides: Sequence[Side]) -> list[int]:
    """Return the versions of both sides, storing those that were given as texts.

    Errors: InvalidInput if both are the same version. The caller must roll back: the text may have been stored.
    """
    checksums = store.texts.add({side.text: side.words for side in sides if isinstance(side, CheckedPaste)})
    ids = [
        keep_paste(store, side, checksums[side.text]) if isinstance(side, CheckedPaste) else side.id for side in sides
    ]
    if len(set(ids)) < len(ids):
        raise same_on_both_sides(sides[-1])
    return ids


def keep_paste(store: Store, paste: CheckedPaste, text_sha256: str) -> int:
    """Return the version that holds a paste whose text is stored.

    The same text with the same title and outlet is the same article: resubmitting a form makes no second article. What
    is fetched from one address is one article, in its versions, and belongs to the library.
    """
    if paste.origin == "url":
        article_id = store.versions.article_at(str(paste.capture["address"])) or _add_article(store, paste)
        return store.versions.add(article_id, text_sha256, paste.capture, paste.origin, paste.packed).id
    found = store.versions.find_paste(text_sha256, paste.title, paste.outlet)
    if found is not None:
        return found
    article_id = _add_article(store, paste)
    return store.versions.add(article_id, text_sha256, paste.capture, paste.origin, paste.packed).id


def _add_article(store: Store, paste: CheckedPaste) -> int:
    description = Description(paste.title, paste.outlet, paste.byline, paste.language, paste.published)
    is_fetched = paste.origin == "url"
    return store.articles.add(description, "url" if is_fetched else "paste", is_kept=is_fetched)


def capture_of(origin: Origin, importer: str = "") -> dict[str, object]:
    """Return what is stored about how a text came here."""
    return {"importer": importer or (PLAIN if origin == "upload" else "paste/1")}


def same_on_both_sides(side: Side) -> InvalidInput:
    """Return the error for two equal sides."""
    if isinstance(side, CheckedPaste):
        return InvalidInput("Both sides are the same text. Give another one here.", side.field or "new")
    return InvalidInput("Both sides are the same version. Pick another article or version for one of them.", "new")
