"""How far the story reaches around its core, and which lines inside it belong to the page."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from webapp.engine.languages.language import Language
from webapp.engine.story.core import content_of
from webapp.engine.story.lines import ends_story, heads_section, is_boundary, is_label, is_menu_line, is_title
from webapp.engine.story.tail import topic_share
from webapp.engine.text.document import Document

# Lines of a menu above the headline that are taken for one without a word of the table.
# Range: 2–8 lines
# Why: `test_a_menu_above_the_headline_is_furniture_in_any_language`; a headline has up to three short lines around it
# Cases: none
MIN_MENU_LINES = 4

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


@dataclass(frozen=True, slots=True)
class Partners:
    """Which sentences of one side have a partner, a sure one or an equal one, and which are lines of both pages.

    `of_page`: labels that are equal or that change by themselves.
    """

    linked: frozenset[int]
    sure: frozenset[int]
    equal: frozenset[int]
    of_page: frozenset[int]


def story_around(core: range, tail: int, document: Document, partners: Partners, language: Language) -> set[int]:
    """Return the sentences of the story around its core, above the tail of its page."""
    start, end = _first_of_story(document, core, partners, language), _end_of_story(document, core, tail, language)
    is_below_page = _has_menu(document, range(start)) or any(ends_story(document, i, language) for i in range(start))
    above: set[int] = set()
    if not is_below_page:
        is_sure = start in partners.linked and document.is_headline(start)
        above = set(range(start)) if partners.sure.intersection(range(start)) or not is_sure else set()
    story = above.union(range(start, end)).difference(_page_lines(document, range(start, end), partners, language))
    return story.difference(_bylines(document, range(start, core[0]), core, partners)) if is_below_page else story


def _bylines(document: Document, lines: range, core: range, partners: Partners) -> Iterator[int]:
    """Yield the lines right above the prose of a page that only one version has and that share no word with it."""
    headlines = takewhile(document.is_headline, reversed(lines))
    unlinked = [line for line in headlines if line not in partners.linked]
    topic = _topic(document, core) if unlinked else frozenset()
    yield from (line for line in unlinked if content_of(document, [line]).keys().isdisjoint(topic))


def _topic(document: Document, core: range) -> Set[str]:
    """Return the content stems of a story's core. It is asked for only where lines above the core are in doubt."""
    return content_of(document, core[:MAX_OF_TOPIC]).keys()


def _first_of_story(document: Document, core: range, partners: Partners, language: Language) -> int:
    """Return the first sentence: up through prose to the headline and the lines above it, or a linked headline."""
    first = core[0] if document.is_headline(core[0]) else _first_of_prose(document, core[0], language)
    while (above := _prose_above(document, first, language)) is not None:
        start = _first_of_prose(document, above, language)
        is_linked = not partners.sure.isdisjoint(range(max(0, start - MAX_LINES_ABOVE), start))
        prose = range(start, above + 1)
        if not is_linked or topic_share(document, prose, _topic(document, core)) < MIN_SHARE_ABOVE:
            break
        first = start
    titles = [] if document.is_headline(first) else list(_titles_above(document, first, language))
    return _headline(document, titles, core, partners) if titles else first


def _headline(document: Document, titles: Sequence[int], core: range, partners: Partners) -> int:
    """Return the first line of a story's headline, of the lines above its prose, nearest first."""
    topic = _topic(document, core)
    words = {title: content_of(document, [title]).keys() for title in titles}
    on_topic = [title for title in titles if len(words[title] & topic) >= MIN_HEADLINE_TOPIC]
    # A line that holds the headline and more is the page's name for it: "date 2022-07-20 China seeks to stop".
    own = [title for title in on_topic if not any(words[title] > words[below] for below in on_topic if below > title)]
    return min(partners.linked.intersection(own) or own or titles[:MAX_LINES_OF_TITLE])


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


def _prose_above(document: Document, first: int, language: Language) -> int | None:
    """Return the nearest sentence of prose above another, with no more than a subhead's lines between; None if none."""
    lines = range(first - 1, max(-1, first - 2 - MAX_LINES_OF_TITLE), -1)
    return next((line for line in lines if not is_boundary(document, line, language)), None)


def _titles_above(document: Document, first: int, language: Language) -> Iterator[int]:
    """Yield the lines above the first sentence that may be its headline, from below, without labels of the page."""
    for sentence in reversed(range(max(0, first - MAX_LINES_ABOVE), first)):
        if not is_label(document, sentence, language):
            if not is_title(document, sentence, language):
                return
            yield sentence


def _end_of_story(document: Document, core: range, tail: int, language: Language) -> int:
    """Return the end: down to a line that ends the story, whatever the form of the lines above it."""
    end = core[-1] + 1
    while end < tail and not (ends_story(document, end, language) and not _interrupts(document, end, language)):
        end += 1
    return end


def _interrupts(document: Document, sentence: int, language: Language) -> bool:
    """Return whether prose goes on right below a line of the page; a question there may be a teaser."""
    below = sentence + 1
    if below == len(document.sentences) or is_boundary(document, below, language):
        return False
    return document.ends_as_statement(below)


def _has_menu(document: Document, above: range) -> bool:
    """Return whether the lines above a story hold a menu: very short ones, one below another."""
    row = 0
    for sentence in above:
        row = row + 1 if is_menu_line(document, sentence) else 0
        if row == MIN_MENU_LINES:
            return True
    return False


def _page_lines(document: Document, story: range, partners: Partners, language: Language) -> Iterator[int]:
    """Yield the lines inside the story that belong to its page: advertisements, captions, promotions, teasers."""
    for sentence in story:
        if sentence in partners.of_page or (sentence not in partners.linked and is_label(document, sentence, language)):
            yield sentence
        if heads_section(document, sentence, language):
            yield from _teasers(document, range(sentence + 1, story.stop), partners, language)


def _teasers(document: Document, below: range, partners: Partners, language: Language) -> list[int]:
    """Return the lines below the heading of a section; one right above prose may be a subhead of the story."""
    lines: list[int] = []
    for sentence in below:
        if not is_title(document, sentence, language):
            if not is_boundary(document, sentence, language):
                lines.pop()
            break
        lines.append(sentence)
    return [line for line in lines if line in partners.equal or line not in partners.linked]
