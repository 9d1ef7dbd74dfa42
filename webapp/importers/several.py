"""Files that tell their stories apart, such as feeds: each story by itself, and all of them as one text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from webapp.errors import InvalidInput, TooLarge
from webapp.importers.imported import Imported, KnownStory
from webapp.importers.texts.encodings import REPLACEMENT

MAX_STORIES = 500
"""Of one file. Range: 200..5,000. Why: a feed has 10 to 100 entries, and each story becomes an article of the library.
Cases: tests/importers/test_several.py."""

MAX_CHARS = 20_000_000
"""Of the stories of one file together. Range: 10 to 30 million. Why: as MAX_UNPACKED_BYTES."""

MAX_WARNINGS = 20
"""About single stories, shown with the whole. Range: 5..50. Why: more is not read; each story keeps its own."""

HOLDS = (
    "It holds {count:,} stories, which are one text here. To have each as an article of its own, look at it first in "
    "the library, or use stet add --split."
)
MORE = "{count:,} more warnings are about single stories."

NOT_STORED = dict.fromkeys([0, *range(0xD800, 0xE000)], REPLACEMENT)


def join_stories(stories: Iterable[KnownStory], importer: str, name: str, warnings: tuple[str, ...] = ()) -> Imported:
    """Return the stories of a file, those without text left out. `warnings`: about the file.

    One story is the file's text, with all that is said of it. Several are one text, in which each begins with its own,
    and each has the warnings about the file as well.
    Errors: InvalidInput if there is none; TooLarge above a limit.
    """
    kept = _counted(stories, name)
    if not kept:
        raise InvalidInput(f"{name} holds no story: none of its parts has a text.")
    if len(kept) == 1:
        return _single(kept[0], importer, warnings)
    return Imported(
        "\n\n".join(story.text for story in kept),
        importer,
        outlet=_common(story.outlet for story in kept),
        language=_common(story.language for story in kept),
        warnings=(HOLDS.format(count=len(kept)), *warnings, *_told_apart(kept)),
        stories=tuple(replace(story, warnings=(*warnings, *story.warnings)) for story in kept),
    )


def _counted(stories: Iterable[KnownStory], name: str) -> Sequence[KnownStory]:
    """Return the stories with a text, equal ones once. They are counted as they are read. Errors: TooLarge."""
    kept: dict[KnownStory, None] = {}
    chars = 0
    for story in stories:
        text = story.text.translate(NOT_STORED)
        if not text.strip():
            continue
        kept[replace(story, text=text)] = None
        chars += len(text)
        if len(kept) > MAX_STORIES:
            raise TooLarge(f"{name} holds more than {MAX_STORIES:,} stories, the most that Stet reads from one file.")
        if chars > MAX_CHARS:
            raise TooLarge(f"{name} is too long: its stories may have {MAX_CHARS:,} characters together.")
    return list(kept)


def _single(story: KnownStory, importer: str, warnings: tuple[str, ...]) -> Imported:
    whole = replace(story, warnings=(*warnings, *story.warnings))
    return Imported(
        whole.text,
        importer,
        title=whole.title,
        byline=whole.byline,
        outlet=whole.outlet,
        language=whole.language,
        published=whole.published,
        warnings=whole.warnings,
        stories=(whole,),
    )


def _common(values: Iterable[str]) -> str:
    """Return the value that all stories share; "" if they differ."""
    different = set(values)
    return different.pop() if len(different) == 1 else ""


def _told_apart(stories: Sequence[KnownStory]) -> Iterator[str]:
    """Yield the warnings about single stories, each behind the story's title."""
    told = [
        f"{story.title or f'Story {number}'}: {warning}"
        for number, story in enumerate(stories, 1)
        for warning in story.warnings
    ]
    yield from told[:MAX_WARNINGS]
    if len(told) > MAX_WARNINGS:
        yield MORE.format(count=len(told) - MAX_WARNINGS)
