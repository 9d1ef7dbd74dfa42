"""How far the story reaches around its core, and which lines inside it belong to the page."""

from collections.abc import Collection, Iterable, Iterator

from webapp.engine.languages.language import Language
from webapp.engine.story.core import content_of
from webapp.engine.story.lines import ends_story, is_boundary, is_label, is_menu_line, is_title
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

# Sentences below a subhead that may be a section of the story.
# Range: 1–9 sentences
# Why: the wire's section DIRECT LOBBYING
# Cases: 8: *828cloud-archive--daily-caller-rewrite*, *828cloud-archive--nextshark-rewrite* …
MIN_SECTION = 3

# Share of such a section's content words that occurs in the core.
# Range: .05–.60 share of content words
# Why: the wire's section reaches .33 to .50, the teasers below it .07
# Cases: 8: *828cloud-archive--daily-caller-rewrite*, *828cloud-archive--nextshark-rewrite* …
MIN_SECTION_TOPIC_SHARE = 0.25


def story_around(core: range, document: Document, linked: set[int], language: Language) -> set[int]:
    """Return the sentences of the story around its core; `linked` are those with any partner."""
    start, end = _first_of_story(document, core[0], language), _end_of_story(document, core, language)
    above, below = range(start), range(end, len(document.sentences))
    is_below_page = _ends_story(document, above, linked, language) or _has_menu(document, above, linked)
    if not is_below_page and not document.is_headline(core[0]):
        start = 0
    if not _ends_story(document, below, linked, language):
        end = len(document.sentences)
    return set(range(start, end)).difference(_page_lines(document, range(start, end), linked, language))


def _first_of_story(document: Document, first: int, language: Language) -> int:
    """Return the first sentence: up through prose to the headline and the lines above it, or a linked headline."""
    if document.is_headline(first):
        return first
    while first > 0 and not is_boundary(document, first - 1, language):
        first -= 1
    titles = 0
    while first > 0 and titles < MAX_LINES_OF_TITLE and is_title(document, first - 1, language):
        first, titles = first - 1, titles + 1
    return first


def _end_of_story(document: Document, core: range, language: Language) -> int:
    """Return the end: down through prose, and past a subhead if the prose below it is on the story's topic."""
    end = _end_of_prose(document, core[-1] + 1, language)
    if end == len(document.sentences) or not is_title(document, end, language):
        return end
    topic = content_of(document, core).keys()
    while end < len(document.sentences) and is_title(document, end, language):
        below = range(end + 1, _end_of_prose(document, end + 1, language))
        if len(below) < MIN_SECTION or _topic_share(document, below, topic) < MIN_SECTION_TOPIC_SHARE:
            return end
        end = below.stop
    return end


def _end_of_prose(document: Document, end: int, language: Language) -> int:
    while end < len(document.sentences) and not is_boundary(document, end, language):
        end += 1
    return end


def _topic_share(document: Document, sentences: Iterable[int], topic: Collection[str]) -> float:
    """Return the share of the sentences' content words that are in the topic, 0..1; 0 without any."""
    words = content_of(document, sentences)
    return sum(count for stem, count in words.items() if stem in topic) / max(1, words.total())


def _ends_story(document: Document, sentences: range, linked: set[int], language: Language) -> bool:
    """Return whether a line outside the core ends a story. Without one all of it is story, whatever its form."""
    return any(ends_story(document, sentence, language) for sentence in sentences if sentence not in linked)


def _has_menu(document: Document, above: range, linked: set[int]) -> bool:
    """Return whether the lines above a story hold a menu: very short ones, one below another."""
    row = 0
    for sentence in above:
        row = row + 1 if sentence not in linked and is_menu_line(document, sentence) else 0
        if row == MIN_MENU_LINES:
            return True
    return False


def _page_lines(document: Document, story: range, linked: set[int], language: Language) -> Iterator[int]:
    """Yield the lines inside the story that belong to its page: advertisements, captions, promotions."""
    return (sentence for sentence in story if sentence not in linked and is_label(document, sentence, language))
