"""Addresses on the desk in a real browser, with scripts and without. The site is a real server on loopback."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

SIDES = ("Original", "Compared with")
PASTED = "A file, a pasted text or an address"


def give(page: Page, *texts: str) -> None:
    page.goto("/")
    for side, text in zip(SIDES, texts, strict=True):
        page.get_by_role("group", name=side).get_by_label(PASTED).check()
        page.get_by_role("group", name=side).get_by_label("Text or address").fill(text)
    page.get_by_role("button", name="Compare", exact=True).click()


def expect_the_comparison(page: Page, site: Site) -> None:
    give(page, f"{site.news}/nine", f"{site.news}/noon")
    expect(page).to_have_url(re.compile(r"/compare\?old=\d+&new=\d+"))
    expect(page.locator("article del").first).to_contain_text("Monday")
    expect(page.locator(".side").first).to_contain_text("Web page of 127.0.0.1, 10 words")


def test_two_addresses_are_compared(tab: Page, site: Site) -> None:
    expect_the_comparison(tab, site)


def test_two_addresses_are_compared_without_scripts(plain_tab: Page, site: Site) -> None:
    expect_the_comparison(plain_tab, site)
