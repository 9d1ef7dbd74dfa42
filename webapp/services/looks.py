"""A look at a text before it is stored: what was understood, and where it begins and ends."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from webapp.engine.languages.detect import detect_language
from webapp.input.texts import shorten_line
from webapp.services.model import Paste
from webapp.services.parts import label_of, parts_of
from webapp.services.pastes import check_paste, full_capture
from webapp.settings import Settings


@dataclass(frozen=True, slots=True)
class TextPreview:
    """What would be stored of a text. `begins` and `ends` are its first and last line, shortened.

    `language` is the name of the language that it seems to be written in, "" if none can be told. `stories` are the
    stories if it holds several, each by its title, where it stands and when it was captured, as far as that is known.
    """

    words: int
    begins: str
    ends: str
    language: str
    capture: Mapping[str, object] = field(hash=False)
    stories: tuple[str, ...] = ()


def look_at(paste: Paste, settings: Settings) -> TextPreview:
    """Return a look at a text. Errors: InvalidInput and TooLarge if it, or one of its known stories, cannot be stored.

    The stories of a file that tells them apart may be longer together than one text.
    """
    parts = parts_of(paste)
    checked = [check_paste(part, settings) for part in (parts if len(paste.stories) > 1 else [paste])]
    lines = [line for line in paste.text.splitlines() if line.strip()]
    titles = tuple(map(label_of, parts)) if len(parts) > 1 else ()
    return TextPreview(
        sum(each.words for each in checked),
        shorten_line(lines[0]),
        shorten_line(lines[-1]),
        detect_language(paste.text).name,
        full_capture(paste),
        titles,
    )
