"""How far the story reaches around its core, and which lines inside it belong to the page."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from webapp.engine.languages.language import Language
from webapp.engine.story.boxes import box_below
from webapp.engine.story.core import content_of
from webapp.engine.story.head import first_of_story, topic_of
from webapp.engine.story.lines import bounds_story, has_menu, heads_section, is_boundary, is_label
from webapp.engine.story.partners import Partners
from webapp.engine.text.document import Document


def story_around(core: range, tail: int, document: Document, partners: Partners, language: Language) -> set[int]:
    """Return the sentences of the story around its core, above the tail of its page."""
    start, end = first_of_story(document, core, partners, language), _end_of_story(document, core, tail, language)
    is_below_page = _is_page(document, range(start), language)
    above: set[int] = set()
    if not is_below_page and tail == len(document.sentences):
        is_sure = start in partners.linked and document.is_headline(start)
        is_story = not is_sure or bool(partners.sure.intersection(range(start)))
        above = set(range(start)).difference(partners.of_page) if is_story else set()
    story = above.union(range(start, end)).difference(_page_lines(document, range(start, end), partners, language))
    lines = [line for line in range(start, core[0]) if line in story]
    return story.difference(_bylines(document, lines, core, partners)) if is_below_page else story


def _is_page(document: Document, above: range, language: Language) -> bool:
    """Return whether the lines above a story hold a menu or words of the page."""
    return has_menu(document, above) or any(bounds_story(document, line, language) for line in above)


def _bylines(document: Document, lines: Sequence[int], core: range, partners: Partners) -> Iterator[int]:
    """Yield the lines right above the prose of a page that only one version has and that share no word with it."""
    headlines = takewhile(document.is_headline, reversed(lines))
    unlinked = [line for line in headlines if line not in partners.linked]
    topic = topic_of(document, core) if unlinked else frozenset()
    yield from (line for line in unlinked if content_of(document, [line]).keys().isdisjoint(topic))


def _end_of_story(document: Document, core: range, tail: int, language: Language) -> int:
    """Return the end: down to a line that ends the story, whatever the form of the lines above it."""
    end = core[-1] + 1
    while end < tail and not (bounds_story(document, end, language) and not _interrupts(document, end, language)):
        end += 1
    return end


def _interrupts(document: Document, sentence: int, language: Language) -> bool:
    """Return whether prose goes on right below a line of the page; a question there may be a teaser."""
    below = sentence + 1
    if below == len(document.sentences) or is_boundary(document, below, language):
        return False
    return document.ends_as_statement(below)


def _page_lines(document: Document, story: range, partners: Partners, language: Language) -> Iterator[int]:
    """Yield the lines inside the story that belong to its page: advertisements, captions, promotions, teasers."""
    for sentence in story:
        if sentence in partners.of_page or (sentence not in partners.linked and is_label(document, sentence, language)):
            yield sentence
        if heads_section(document, sentence, language):
            yield from _teasers(document, sentence, partners, language)


def _teasers(document: Document, heading: int, partners: Partners, language: Language) -> list[int]:
    """Return the lines of a box inside the story.

    The last one above prose may be a subhead of the story: it counts as one, unless the boxes of both pages are equally
    long and it has no partner.
    """
    lines = box_below(document, heading, language)
    below = lines.stop
    is_above_prose = below < len(document.sentences) and not is_boundary(document, below, language)
    if is_above_prose and (heading not in partners.boxes or lines[-1] in partners.linked):
        lines = lines[:-1]
    return [line for line in lines if line in partners.equal or line not in partners.linked]
