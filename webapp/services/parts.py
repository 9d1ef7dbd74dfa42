"""The stories of a text that holds several, each ready to be added by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from webapp.display.phrases.imports import where_it_stands
from webapp.importers.imported import KnownStory
from webapp.input.stories import stories_in
from webapp.input.texts import default_title, shorten_line
from webapp.services.model import Paste
from webapp.services.said import encoding_in, evidence_of


def parts_of(paste: Paste) -> list[Paste]:
    """Return the stories of a text that holds several; the text itself if it holds one.

    A file that tells its stories apart says what they are; in any other text they are found. Outlet and language are
    those of the whole if a story has none of its own, and it keeps the evidence of the whole as `whole`: a story is not
    what stands at the address. What was received is kept once, with the first.
    """
    found = [KnownStory(story, warnings=paste.warnings) for story in stories_in(paste.text)]
    stories = paste.stories if len(paste.stories) > 1 else found
    if len(stories) == 1:
        return [paste]
    return [_part(paste, story, {"part": number, "parts": len(stories)}) for number, story in enumerate(stories, 1)]


def title_of(part: Paste) -> str:
    """Return the title that a part gets when it is stored."""
    return part.title or default_title(part.text)


def label_of(part: Paste) -> str:
    """Return what tells a part from others: its title, where it stands and when it was captured."""
    return ", ".join(filter(None, [title_of(part), where_it_stands(part.evidence)]))


def warnings_apart(paste: Paste) -> tuple[str, ...]:
    """Return the warnings about a text whose stories become articles: those about all once, others by their title."""
    parts = parts_of(paste)
    common = [warning for warning in parts[0].warnings if all(warning in part.warnings for part in parts)]
    single = [f"{title_of(part)}: {each}" for part in parts for each in part.warnings if each not in common]
    return tuple(dict.fromkeys([*common, *single]))


def received_once(parts: Sequence[Paste]) -> list[Paste]:
    """Return parts of which the first alone keeps the file that all were read from."""
    return [*parts[:1], *(replace(part, received=b"") for part in parts[1:])]


def _part(paste: Paste, story: KnownStory, place: Mapping[str, object]) -> Paste:
    encoding = encoding_in(paste.evidence)
    of_whole = {name: value for name, value in paste.evidence.items() if name not in encoding}
    whole = {"whole": of_whole} if of_whole else {}
    return replace(
        paste,
        text=story.text,
        title=shorten_line(story.title),
        outlet=shorten_line(story.outlet) or paste.outlet,
        byline=shorten_line(story.byline),
        language=shorten_line(story.language) or paste.language,
        published=story.published,
        origin="paste" if paste.origin == "url" else paste.origin,
        warnings=story.warnings,
        evidence={
            **place,
            **encoding,
            **evidence_of(story),
            **whole,
        },
        stories=(),
    )
