"""A look at a text before it is stored: what was understood, and where it begins and ends."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from webapp.input.stories import stories_in
from webapp.input.texts import default_title, shorten_line
from webapp.services.pastes import CheckedPaste


@dataclass(frozen=True, slots=True)
class TextPreview:
    """What would be stored of a text. `begins` and `ends` are its first and last line, shortened.

    `stories` are the titles of its stories if it holds several.
    """

    words: int
    begins: str
    ends: str
    capture: Mapping[str, object] = field(hash=False)
    stories: tuple[str, ...] = ()


def look_at(checked: CheckedPaste) -> TextPreview:
    """Return a look at a text that can be stored."""
    lines = [line for line in checked.text.splitlines() if line.strip()]
    stories = stories_in(checked.text)
    titles = tuple(map(default_title, stories)) if len(stories) > 1 else ()
    return TextPreview(checked.words, shorten_line(lines[0]), shorten_line(lines[-1]), checked.capture, titles)
