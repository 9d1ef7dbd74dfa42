"""Picking two articles on the desk while its lists change: what the reader picked last is what is compared."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.test_desk_to_link import BACK, WIRE

pytestmark = pytest.mark.browser


def hold_lists_of_new(page: Page) -> list[Route]:
    """Keep the requests for the list of the second side from being answered; return them as they come."""
    held: list[Route] = []
    page.route("**/-/articles/new?*", lambda route: held.append(route))
    return held


def let_go(page: Page, held: list[Route]) -> None:
    with page.expect_response("**/-/articles/new?*"):
        held.pop().continue_()
    expect(page.locator(".htmx-request, .htmx-settling, .htmx-added, .htmx-swapping")).to_have_count(0)


def test_a_pick_outlives_the_list_of_partners_that_comes_after_it(tab: Page) -> None:
    tab.goto("/")
    held = hold_lists_of_new(tab)
    with tab.expect_request("**/-/articles/new?*"):
        tab.get_by_role("group", name="Original").get_by_label(WIRE).check()
    other = tab.get_by_role("group", name="Compared with")
    other.get_by_label(BACK).check()
    let_go(tab, held)
    expect(other.get_by_text("These share sentences")).to_be_visible()
    expect(other.get_by_label(BACK)).to_be_checked()
    tab.get_by_role("button", name="Compare", exact=True).click()
    expect(tab).to_have_url(re.compile("/compare"))


def test_a_pick_that_a_late_search_does_not_list_stands_above_it(tab: Page) -> None:
    tab.goto("/")
    held = hold_lists_of_new(tab)
    other = tab.get_by_role("group", name="Compared with")
    with tab.expect_request("**/-/articles/new?*"):
        other.get_by_role("searchbox").fill("nextshark")
    other.get_by_label(BACK).check()
    let_go(tab, held)
    expect(other.locator(".articles .pick")).to_have_count(2)
    expect(other.get_by_label(BACK)).to_be_checked()


def test_a_pasted_text_outlives_a_late_list_in_which_an_article_was_picked(tab: Page) -> None:
    tab.goto("/")
    other = tab.get_by_role("group", name="Compared with")
    other.get_by_label(BACK).check()
    held = hold_lists_of_new(tab)
    with tab.expect_request("**/-/articles/new?*"):
        other.get_by_role("searchbox").fill("china")
    other.get_by_label("A file, a pasted text or an address").check()
    let_go(tab, held)
    expect(other.get_by_label("A file, a pasted text or an address")).to_be_checked()
