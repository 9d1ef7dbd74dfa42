"""When a part of the page cannot be had: the reader is told, and loses nothing. The console may speak here."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import choose

pytestmark = pytest.mark.browser


@pytest.fixture
def page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("/compare?old=1&new=2")
    return page


def test_a_refusal_is_said_above_the_result_that_stays(page: Page) -> None:
    before = page.url
    page.locator(".options [name=new]").evaluate("field => field.value = 999999")
    choose(page, "case")
    expect(page.locator("#error")).to_contain_text("Not found")
    expect(page.locator("#error")).to_be_in_viewport()
    expect(page.locator(".verdict")).to_be_visible()
    assert page.url == before


def test_a_server_that_does_not_answer_is_said_and_forgotten_when_it_does(page: Page) -> None:
    page.route("**/compare?*", lambda route: route.abort())
    choose(page, "case")
    expect(page.locator("#error")).to_contain_text("The server does not answer")
    expect(page.locator(".verdict")).to_be_visible()
    page.unroute_all()
    choose(page, "typography")
    expect(page.locator("#error")).to_be_empty()
    expect(page).to_have_url(re.compile("ignore=case,typography$"))
