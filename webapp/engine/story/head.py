"""Where a story begins: its headline, above its prose, below the menus and teasers of its page."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache

from webapp.engine.languages.language import Language
from webapp.engine.story.core import content_of
from webapp.engine.story.lines import has_menu, is_boundary, is_label, is_menu_line, is_title
from webapp.engine.story.partners import Partners
from webapp.engine.story.tail import topic_share
from webapp.engine.text.document import Document

# Lines above the first sentence that belong to its headline.
# Range: 0–8 lines
# Why: headline, byline and date of the pages
# Cases: 6: *828cloud-archive--daily-caller-rewrite*, *828cloud-archive--nextshark-rewrite* …
MAX_LINES_OF_TITLE = 3

# Lines above the first sentence among which they are looked for: labels of the page may stand between them.
# Range: 3–20 lines
# Why: shares, counters and the time of the last update
# Cases: none
MAX_LINES_ABOVE = 10

# Share of the content words of prose above a subhead that occurs below it, if the story began above.
# Range: .10–.60 share of content words
# Why: `test_an_edit_of_the_story_is_never_hidden`; teasers above a headline have less
# Cases: none
MIN_SHARE_ABOVE = 0.2

# Sentences of a story that tell its topic, from its first one on.
# Range: 50–2,000 sentences
# Why: what is equal is cut into words only for this; a story of 10,000 words took a fifth longer with all of them
# Cases: none
MAX_OF_TOPIC = 400

# Content words that a headline shares with the sentences below it.
# Range: 1–4 words
# Why: `test_what_changes_by_itself_between_two_captures_is_no_change_of_the_story`: menus stand right above headlines
# Cases: none
MIN_HEADLINE_TOPIC = 2


def first_of_story(document: Document, core: range, partners: Partners, language: Language) -> int:
    """Return the first sentence: up through prose to the headline and the lines above it, or a linked headline."""
    topic = cache(lambda: topic_of(document, core))  # asked for only where lines above the core are in doubt
    first = core[0] if document.is_headline(core[0]) else _first_of_prose(document, core[0], language)
    while (above := _prose_above(document, first, partners, language)) is not None:
        start = _first_of_prose(document, above, language)
        if not _is_of_story(document, range(start, above + 1), topic, partners):
            break
        first = start
    titles = [] if document.is_headline(first) else list(_titles_above(document, first, language))
    return _headline(document, titles, topic(), partners) if titles else first


def _is_of_story(document: Document, prose: range, topic: Callable[[], Set[str]], partners: Partners) -> bool:
    """Return whether prose above a subhead stands below a headline of both pages, and either is on the topic."""
    lines = partners.sure.intersection(range(max(0, prose.start - MAX_LINES_ABOVE), prose.start))
    if not lines:
        return False
    return topic_share(document, prose, topic()) >= MIN_SHARE_ABOVE or bool(_on_topic(document, lines, topic()))


def _on_topic(document: Document, lines: Iterable[int], topic: Set[str]) -> list[int]:
    """Return the lines that may be the headline of prose with this topic."""
    return [line for line in lines if len(content_of(document, [line]).keys() & topic) >= MIN_HEADLINE_TOPIC]


def _headline(document: Document, titles: Sequence[int], topic: Set[str], partners: Partners) -> int:
    """Return the first line of a story's headline, of the lines above its prose, nearest first."""
    on_topic = _on_topic(document, titles, topic)
    words = {title: content_of(document, [title]).keys() for title in on_topic}
    # A line that holds the headline and more is the page's name for it: "date 2022-07-20 China seeks to stop".
    own = [title for title in on_topic if not any(words[title] > words[below] for below in on_topic if below > title)]
    # A line on topic above a menu is the name of the site.
    own = [title for title in own if not has_menu(document, range(title + 1, own[0]))]
    return min(partners.linked.intersection(own) or own or _without_menu(document, titles[:MAX_LINES_OF_TITLE]))


def _without_menu(document: Document, titles: Sequence[int]) -> Sequence[int]:
    """Return lines, nearest first, without those of a menu above a longer one."""
    longer = [title for title in titles if not is_menu_line(document, title)]
    return [title for title in titles if title >= min(longer)] if longer else titles


def _first_of_prose(document: Document, first: int, language: Language) -> int:
    """Return the first sentence of the prose that leads to a sentence, past lines of the page in its midst."""
    place = first
    while place > 0:
        place -= 1
        if not is_boundary(document, place, language):
            first = place
        elif not is_label(document, place, language):
            break
    return first


def _prose_above(document: Document, first: int, partners: Partners, language: Language) -> int | None:
    """Return the nearest sentence of prose above another, with no more than a subhead's lines between; None if none.

    A sentence with a sure partner may have a box of facts below it.
    """
    lines = range(first - 1, max(-1, first - 2 - MAX_LINES_ABOVE), -1)
    prose = next((line for line in lines if not is_boundary(document, line, language)), None)
    is_near = prose is not None and (prose >= first - 1 - MAX_LINES_OF_TITLE or prose in partners.sure)
    return prose if is_near else None


def _titles_above(document: Document, first: int, language: Language) -> Iterator[int]:
    """Yield the lines above the first sentence that may be its headline, from below, without labels of the page."""
    for sentence in reversed(range(max(0, first - MAX_LINES_ABOVE), first)):
        if not is_label(document, sentence, language):
            if not is_title(document, sentence, language):
                return
            yield sentence


def topic_of(document: Document, core: range) -> Set[str]:
    """Return the content stems of a story's core."""
    return content_of(document, core[:MAX_OF_TOPIC]).keys()
