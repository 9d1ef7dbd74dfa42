"""What is opened or switched stays where the reader looks."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

WIRE_AND_NEXTSHARK = "/compare?old=1&new=3"
PENCILS = 11
SENTENCE = "#s10"
MAX_MOVED = 2
"""CSS pixels."""


def top(place: Locator) -> float:
    found: float = place.evaluate("place => place.getBoundingClientRect().top")
    return found


def settle(page: Page) -> None:
    expect(page.locator(".htmx-request, .htmx-settling, .htmx-added, .htmx-swapping")).to_have_count(0)


@pytest.mark.parametrize("number", range(PENCILS))
def test_a_pencil_opens_its_panel_on_the_screen(tab: Page, number: int) -> None:
    tab.goto(WIRE_AND_NEXTSHARK)
    pencil = tab.locator(".reading a.correct").nth(3 * number)
    pencil.evaluate("pencil => pencil.scrollIntoView({ block: 'center' })")
    pencil.click()
    settle(tab)
    expect(tab.locator("#corrections")).to_be_in_viewport(ratio=1)


def put_below_the_bar(sentence: Locator) -> float:
    """Scroll a sentence to where the text begins on the screen, and return how far down that is."""
    sentence.evaluate(
        "sentence => scrollBy(0, sentence.getBoundingClientRect().top - innerHeight / 2)"
    )  # the bar sticks from here on
    sentence.evaluate(
        "sentence => scrollBy(0, sentence.getBoundingClientRect().top - document.querySelector('.bar')"
        ".getBoundingClientRect().bottom - 4)"
    )
    return top(sentence)


def test_each_view_keeps_the_sentence_at_its_top(tab: Page) -> None:
    tab.goto(WIRE_AND_NEXTSHARK)
    for view in ("side", "clean-new", "changes", "inline"):
        before = put_below_the_bar(tab.locator(SENTENCE))
        tab.locator(f"#view_{view}").click()
        expect(tab).to_have_url(re.compile(f"view={view}" if view != "inline" else r"new=3$"))
        settle(tab)
        assert abs(top(tab.locator(SENTENCE)) - before) <= MAX_MOVED, view


def test_a_view_that_is_turned_to_at_the_top_of_the_page_stays_there(tab: Page) -> None:
    tab.goto(WIRE_AND_NEXTSHARK)
    tab.locator("#view_side").click()
    expect(tab.locator("article.side_by_side")).to_be_visible()
    settle(tab)
    assert tab.evaluate("scrollY") == 0


def test_a_lens_keeps_the_place(tab: Page) -> None:
    tab.goto(WIRE_AND_NEXTSHARK)
    tab.locator(SENTENCE).evaluate("sentence => sentence.scrollIntoView({ block: 'center' })")
    before = top(tab.locator(SENTENCE))
    tab.locator("#lens_quotations").click()
    expect(tab.locator("article.lens_quotations")).to_be_visible()
    settle(tab)
    assert abs(top(tab.locator(SENTENCE)) - before) <= MAX_MOVED
