"""Pages of news sites, captured twice: the text holds the whole story, and only its edits count as changes."""

import pytest

from tests.importers.news_pages import NEWS_PAGES, NewsPage, places
from webapp.engine import Comparison, compare
from webapp.engine.span import Span
from webapp.importers.formats import read

pages = pytest.mark.parametrize("page", NEWS_PAGES, ids=lambda page: page.name)

NOT_FOUND = ["interview"]
"""Pages whose story is found at another place: this headline shares no word with its story, a line below it does."""


def text_of(page: NewsPage, *, is_new: bool) -> str:
    return read(page.capture(is_new=is_new), "page.html").text


def compared(page: NewsPage) -> Comparison:
    return compare(text_of(page, is_new=False), text_of(page, is_new=True))


def block_of(span: Span, blocks: list[str], text: str) -> str:
    """Return the block of the story that a span is in, "" for none."""
    around = zip(blocks, places(blocks, text), strict=True)
    return next((block for block, place in around if place.start <= span.start and span.end <= place.stop), "")


def test_there_are_at_least_forty_pages() -> None:
    assert len({page.name for page in NEWS_PAGES}) == len(NEWS_PAGES) >= 40


@pages
def test_the_whole_story_is_stored(page: NewsPage) -> None:
    for is_new in (False, True):
        assert places(page.blocks(is_new=is_new), text_of(page, is_new=is_new))


@pages
def test_two_captures_show_only_the_edits_of_the_story(page: NewsPage) -> None:
    result = compared(page)
    old_blocks, new_blocks = page.blocks(is_new=False), page.blocks(is_new=True)
    changes = [change for change in result.changes if change.scope == "story"]
    olds = {block_of(change.old, old_blocks, result.old.text) for change in changes if change.old}
    news = {block_of(change.new, new_blocks, result.new.text) for change in changes if change.new}
    assert olds <= {*old_blocks} - {*new_blocks}
    assert news <= {*new_blocks} - {*old_blocks}
    assert len(changes) >= len(page.edits()) >= 3


def is_found(page: NewsPage) -> bool:
    """Return whether the story of the new capture begins and ends where it does, and nothing of it is left out."""
    result = compared(page)
    blocks = places(page.blocks(is_new=True), result.new.text)
    shown = [
        place
        for span in result.new.story
        for place in range(span.start, span.end)
        if not result.new.text[place].isspace()
    ]
    is_whole = {place for block in blocks for place in block if not result.new.text[place].isspace()} <= {*shown}
    return is_whole and (shown[0], shown[-1]) == (blocks[0].start, blocks[-1].stop - 1)


def test_the_story_is_found_where_it_is() -> None:
    assert [page.name for page in NEWS_PAGES if not is_found(page)] == NOT_FOUND
