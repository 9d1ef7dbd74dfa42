"""BAD_INPUT 40: who may put which page into a frame, as Chromium decides it."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site
from webapp.engine.model import Options

pytestmark = pytest.mark.browser


@pytest.fixture
def link(site: Site) -> str:
    services = site.app.extensions["stet.services"]
    old, new = (card.version_id for card in services.search_articles("")[:2])
    return f"{site.address}/c/{services.freeze(old, new, Options())}"


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_context(viewport={"width": 320, "height": 640}).new_page()


def framed(page: Page, framing: str, address: str) -> str:
    """Return what stands in the frame: its text, or nothing where Chromium refused."""
    page.goto(f"{framing}/?{address}")
    frame = page.frames[1]
    frame.wait_for_load_state()
    return "" if frame.url.startswith("chrome-error:") else frame.locator("body").inner_text()


def test_an_embed_stands_in_a_page_of_an_allowed_origin_and_sets_no_cookie(page: Page, site: Site, link: str) -> None:
    assert re.search("of the original’s words stand", framed(page, site.friend, f"{link}/embed"))
    assert page.context.cookies() == []
    page.context.close()


def test_an_embed_is_refused_in_a_page_of_another(page: Page, site: Site, link: str) -> None:
    assert framed(page, site.stranger, f"{link}/embed") == ""
    page.context.close()


@pytest.mark.parametrize("path", ["/", "/articles", "/compare?old=1&new=2"])
def test_every_other_page_is_refused_in_every_frame(page: Page, site: Site, path: str) -> None:
    assert framed(page, site.friend, f"{site.address}{path}") == ""
    page.context.close()


def test_a_permalink_itself_is_refused_in_every_frame(page: Page, site: Site, link: str) -> None:
    assert framed(page, site.friend, link) == ""
    page.context.close()
