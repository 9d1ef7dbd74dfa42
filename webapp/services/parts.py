"""The stories of a text that holds several, each ready to be added by itself."""

from collections.abc import Mapping
from dataclasses import replace

from webapp.input.stories import stories_in
from webapp.services.model import Paste


def parts_of(paste: Paste) -> list[Paste]:
    """Return the stories of a text that holds several; the text itself if it holds one.

    A story gets its own first line as its title. Outlet and language are those of the whole, whose evidence it keeps as
    `whole`: a story is not what stands at the address.
    """
    stories = stories_in(paste.text)
    if len(stories) == 1:
        return [paste]
    return [_part(paste, story, {"part": number, "parts": len(stories)}) for number, story in enumerate(stories, 1)]


def _part(paste: Paste, story: str, place: Mapping[str, object]) -> Paste:
    evidence = {**place, "whole": dict(paste.evidence)} if paste.evidence else place
    origin = "paste" if paste.origin == "url" else paste.origin
    return replace(paste, text=story, title="", byline="", published=None, origin=origin, evidence=evidence)
