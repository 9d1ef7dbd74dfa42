"""Each side of the desk says what it is while it is filled in, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.browser.conftest import LONG_WORDS, Site
from tests.browser.test_dropping import NEW, OLD, chosen, drop, expect_the_comparison

pytestmark = pytest.mark.browser


def looks_of(page: Page) -> list[Request]:
    """Return the looks that the page asks for from now on."""
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request) if "/-/looks/" in request.url else None)
    return asked


def test_a_typed_text_is_counted_before_it_is_sent(tab: Page) -> None:
    tab.goto("/")
    tab.locator("#old_text").press_sequentially("The council met on Monday.")
    expect(tab.locator("#old_look")).to_have_text("5 words, English")
    expect(tab.locator("#new_look")).to_have_text("")


def test_a_chosen_file_is_told_and_so_is_one_that_is_dropped(tab: Page) -> None:
    tab.goto("/")
    tab.locator("#old_file").set_input_files(chosen("nine.txt", OLD))
    expect(tab.locator("#old_look")).to_have_text("Plain text, 10 words, English")
    tab.locator("#old_file").set_input_files([])
    expect(tab.locator("#old_look")).to_have_text("")
    drop(tab, "#new_articles", ("noon.txt", NEW))
    expect(tab.locator("#new_look")).to_have_text("Plain text, 10 words, English")


def test_an_address_is_told_and_not_fetched(tab: Page, site: Site) -> None:
    tab.goto("/")
    tab.locator("#new_text").fill(f"{site.news}/never-there")
    expect(tab.locator("#new_look")).to_have_text("Address: it will be fetched from 127.0.0.1.")


def test_what_was_filled_in_is_told_again_when_the_reader_comes_back(tab: Page) -> None:
    tab.goto("/")
    for side, text in (("old", OLD), ("new", NEW)):
        tab.locator(f"#{side}_text").fill(text)
    tab.get_by_role("button", name="Compare", exact=True).click()
    expect_the_comparison(tab)
    tab.go_back()
    expect(tab.locator("#old_look")).to_have_text("10 words, English")


def test_many_keys_are_one_question_and_an_older_answer_is_dropped(tab: Page) -> None:
    """The first answer is kept back until the second came."""
    kept: list[Route] = []

    def answer(route: Route) -> None:
        if len(kept):
            route.continue_()
        else:
            kept.append(route)

    tab.route("**/-/looks/old", answer)
    tab.goto("/")
    asked = looks_of(tab)
    with tab.expect_request("**/-/looks/old"):
        tab.locator("#old_text").press_sequentially("The council met")
    tab.locator("#old_text").press_sequentially(" on Monday.")
    expect(tab.locator("#old_look")).to_have_text("5 words, English")
    kept[0].abort()
    expect(tab.locator("#old_look")).to_have_text("5 words, English")
    assert len(asked) == 2


def test_a_pasted_text_of_100_000_words_is_asked_about_once(tab: Page) -> None:
    tab.goto("/")
    asked = looks_of(tab)
    tab.locator("#old_text").fill(f"{'word ' * 100}\n" * (LONG_WORDS // 100))
    for _ in range(5):
        tab.locator("#old_text").dispatch_event("input")
    expect(tab.locator("#old_look")).to_have_text(re.compile("100,000 words"), timeout=30_000)
    assert len(asked) == 1


def test_a_file_over_the_limit_is_told_and_not_sent(tab: Page) -> None:
    tab.goto("/")
    asked = looks_of(tab)
    tab.locator("#old_file").set_input_files(chosen("long.txt", "word " * 2_000_001))
    expect(tab.locator("#old_look")).to_have_text("long.txt is too large: a file may have 10,000,000 bytes.")
    assert asked == []


def test_two_dropped_files_are_compared_without_a_look(tab: Page) -> None:
    tab.goto("/")
    asked = looks_of(tab)
    drop(tab, "h1", ("nine.txt", OLD), ("noon.txt", NEW))
    expect_the_comparison(tab)
    assert asked == []


def test_without_scripts_nothing_is_asked_and_nothing_said(plain_tab: Page) -> None:
    plain_tab.goto("/")
    plain_tab.locator("#old_text").fill(OLD)
    expect(plain_tab.locator("#old_look")).to_have_text("")
