"""Texts that somebody pasted: made ready before anything is stored, then kept as articles."""

from dataclasses import dataclass

from webapp.services.model import Paste
from webapp.services.texts import check_line, check_text, default_title
from webapp.settings import Settings
from webapp.storage.database import Store
from webapp.storage.records import Description


@dataclass(frozen=True, slots=True)
class CheckedPaste:
    """A paste that may be stored as it stands."""

    text: str
    words: int
    title: str
    outlet: str


def check_paste(paste: Paste, settings: Settings) -> CheckedPaste:
    """Errors: InvalidInput and TooLarge carry the paste's field."""
    # Browsers send CRLF for every line end of a text box, whatever was pasted into it: kept, it would make a paste
    # differ in every line from the same text out of a file. Nothing is lost: a text box cannot tell them apart.
    text = paste.text.replace("\r\n", "\n")
    words = check_text(text, settings, field=paste.field)
    title = check_line(paste.title, "The title", paste.field) or default_title(text)
    return CheckedPaste(text, words, title, check_line(paste.outlet, "The outlet", paste.field))


def keep_paste(store: Store, paste: CheckedPaste, text_sha256: str) -> int:
    """Return the version that holds a paste whose text is stored.

    The same text under the same title and outlet is the same article: who goes back and sends a form again means no
    second one.
    """
    found = store.versions.find_paste(text_sha256, paste.title, paste.outlet)
    if found is not None:
        return found
    article_id = store.articles.add(Description(title=paste.title, outlet=paste.outlet), "paste")
    return store.versions.add(article_id, text_sha256, {"importer": "paste/1"}).id
