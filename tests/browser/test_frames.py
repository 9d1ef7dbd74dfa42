"""BAD_INPUT 40: who may put which page into a frame, as Chromium decides it."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site
from webapp.engine.options import Options

pytestmark = pytest.mark.browser


@pytest.fixture
def link(site: Site) -> str:
    services = site.app.extensions["stet.services"]
    versions = {card.outlet: card.version_id for card in services.search_articles("")}
    old, new = versions["CTV News"], versions["NextShark"]
    return f"{site.address}/c/{services.freeze(old, new, Options())}"


@pytest.fixture
def long_link(site: Site, long_pair: str) -> str:
    old, new = (int(part.partition("=")[2]) for part in long_pair.partition("?")[2].split("&"))
    return f"{site.address}/c/{site.app.extensions['stet.services'].freeze(old, new, Options())}"


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


def test_a_frame_takes_the_height_of_what_is_in_it_and_follows_it(page: Page, site: Site, link: str) -> None:
    page.goto(f"{site.friend}/sized?{link}/embed")
    frame, inside = page.locator("iframe"), page.frames[1]
    page.wait_for_function("document.querySelector('iframe').height > 500")
    height = inside.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")
    assert frame.get_attribute("height") == str(height)
    inside.evaluate("document.body.append(Object.assign(document.createElement('p'), {textContent: 'One more.'}))")
    page.wait_for_function(f"document.querySelector('iframe').height > {height}")
    page.context.close()


def test_a_frame_is_read_at_300_pixels_without_scrolling_sideways(page: Page, site: Site, link: str) -> None:
    for end in ("", "?change=c2", "?view=side", "?theme=dark"):
        framed(page, site.friend, f"{link}/embed{end}")
        assert page.frames[1].evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.frames[1].evaluate("innerWidth") <= 300
    page.context.close()


KEPT = """async () => [
  localStorage.length, sessionStorage.length, document.cookie,
  (await indexedDB.databases()).length, (await caches.keys()).length,
  (await navigator.serviceWorker.getRegistrations()).length,
]"""


def test_a_frame_keeps_nothing_in_the_browser(page: Page, site: Site, link: str) -> None:
    sent: list[dict[str, str]] = []
    page.on("response", lambda response: sent.append(response.headers))
    framed(page, site.friend, f"{link}/embed")
    assert page.frames[1].evaluate(KEPT) == [0, 0, "", 0, 0, 0]
    assert page.context.cookies() == []
    assert len(sent) > 3 and not [headers for headers in sent if "set-cookie" in headers]
    page.context.close()


def settled_height(page: Page) -> int:
    """Return the height of the frame once it is that of what is in it."""
    for _ in range(100):
        inside = page.frames[1].evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")
        if page.locator("iframe").get_attribute("height") == str(inside):
            return int(inside)
        page.wait_for_timeout(50)
    raise AssertionError("the frame never took the height of what is in it")


@pytest.mark.parametrize("linked", ["link", "long_link"])
def test_a_frame_follows_the_width_of_its_page_both_ways(
    page: Page, site: Site, linked: str, request: pytest.FixtureRequest
) -> None:
    page.goto(f"{site.friend}/sized?{request.getfixturevalue(linked)}/embed")
    page.add_style_tag(content="iframe { width: 100% }")
    heights = []
    for width in (400, 1000, 400):
        page.set_viewport_size({"width": width, "height": 640})
        heights.append(settled_height(page))
    assert heights[0] == heights[2] > heights[1]
    page.context.close()


def test_what_is_copied_for_a_page_is_the_code_that_frames_it(browser: Browser, site: Site, link: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(link)
    page.click("[data-copy=iframe]")
    page.locator("[data-copy=iframe]", has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f'<iframe data-stet src="{link}/embed"')
    assert copied.strip().endswith(f'<script src="{site.address}/static/js/embed.js" async></script>')
    context.close()


@pytest.mark.parametrize("kind", ["discovered", "discovered.xml"])
def test_a_consumer_that_knows_the_address_alone_shows_the_frame(page: Page, site: Site, link: str, kind: str) -> None:
    page.goto(f"{site.friend}/{kind}?{link}?change=c2&lens=quotations&theme=dark")
    frame = page.frame_locator("iframe")
    frame.locator("article.one_change ins, article.one_change del").first.wait_for()
    assert "dark" in (frame.locator("body").get_attribute("class") or "")
    assert page.locator("iframe").get_attribute("src") == f"{link}/embed?change=c2&lens=quotations&theme=dark"
    page.context.close()


def test_a_consumer_at_a_site_that_is_not_allowed_shows_nothing(page: Page, site: Site, link: str) -> None:
    page.goto(f"{site.stranger}/discovered?{link}")
    page.frames[1].wait_for_load_state()
    assert page.frames[1].url.startswith("chrome-error:")
    page.context.close()
