"""What can be measured about the look: nothing runs out of the page, and everything can be read."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site
from webapp.engine.options import Options

pytestmark = pytest.mark.browser

MIN_CONTRAST = 4.5
MAX_REQUESTS = 6
MAX_PAGE_BYTES = 70_000
PAGES = ["/", "/articles", "/articles/1", "/compare?old=1&new=2", "/compare?old=1&new=2&view=side", "/nowhere"]
PAGES += [f"/compare?old=1&new=4&view={view}&mend=2" for view in ("changes", "clean-new", "side")]
PAGES += ["/compare?old=1&new=2&lens=translation&show=quote"]

# The luminance and contrast of WCAG 2.2, for every element that has text of its own.
FAINT_TEXT = """
() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const over = (colour, ground) => {
    canvas.fillStyle = ground; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const css = (rgb) => `rgb(${rgb.join(" ")})`;
  const ground = (element) => element
    ? css(over(getComputedStyle(element).backgroundColor, ground(element.parentElement))) : "white";
  const luminance = (rgb) => rgb.map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const contrast = (element) => {
    const paper = ground(element);
    const [dark, light] = [over(getComputedStyle(element).color, paper), over(paper, paper)]
      .map(luminance).sort((one, other) => one - other);
    return (light + 0.05) / (dark + 0.05);
  };
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.body.querySelectorAll("*")].filter((element) => own(element) && element.checkVisibility())
    .map((element) => [contrast(element), element.outerHTML.slice(0, 80)]).filter(([found]) => found < MINIMUM);
}
""".replace("MINIMUM", str(MIN_CONTRAST))


@pytest.fixture(scope="module")
def addresses(site: Site) -> list[str]:
    link = f"/c/{site.app.extensions['stet.services'].freeze(1, 2, Options())}"
    return [*PAGES, link, f"{link}?view=side", f"{link}/embed"]


@pytest.mark.parametrize("width", [300, 320, 390, 768, 1360])
def test_no_page_is_wider_than_the_screen(browser: Browser, site: Site, addresses: list[str], width: int) -> None:
    page = browser.new_context(base_url=site.address, viewport={"width": width, "height": 640}).new_page()
    for address in addresses:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(browser: Browser, site: Site, addresses: list[str], scheme: str) -> None:
    page = browser.new_context(base_url=site.address, color_scheme=scheme).new_page()
    for address in addresses:
        page.goto(address)
        assert page.evaluate(FAINT_TEXT) == [], address
    page.context.close()


@pytest.mark.parametrize("width", [320, 1360])
def test_a_change_is_as_large_as_the_text_around_it_whatever_it_is_a_change_of(
    browser: Browser, site: Site, moved: str, width: int
) -> None:
    page = browser.new_context(base_url=site.address, viewport={"width": width, "height": 640}).new_page()
    for address in ("/compare?old=1&new=2", moved):
        page.goto(address)
        sizes = "marks => marks.map(mark => [mark.getBoundingClientRect().width > 0, getComputedStyle(mark).fontSize])"
        assert {tuple(found) for found in page.locator("article .c > :is(ins, del)").evaluate_all(sizes)} == {
            (True, page.locator("article").evaluate("text => getComputedStyle(text).fontSize"))
        }
    page.context.close()


def test_everything_that_takes_the_keyboard_shows_it(tab: Page) -> None:
    tab.goto("/compare?old=1&new=2")
    for _ in range(12):
        tab.keyboard.press("Tab")
        width = tab.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert width != "0px"


def test_nothing_moves_by_itself(tab: Page) -> None:
    """Not even for readers who did not ask for calm: a page for reading has no use for it."""
    for address in ("/", "/compare?old=1&new=2"):
        tab.goto(address)
        assert tab.evaluate("document.getAnimations().length") == 0
        assert tab.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_on_paper_it_is_black_on_white_and_nothing_is_folded_away(tab: Page) -> None:
    tab.emulate_media(media="print", color_scheme="dark")
    for view in ("inline", "changes", "side"):
        tab.goto(f"/compare?old=1&new=5&view={view}")
        hidden = "fold => [...fold.querySelectorAll('p')].some(line => line.getBoundingClientRect().height === 0)"
        folds = tab.locator("details.fold, .ledger details")
        assert [fold for fold in folds.all() if fold.evaluate(hidden)] == []
        assert tab.locator("html").evaluate("html => getComputedStyle(html).backgroundColor") == "rgb(255, 255, 255)"
        assert tab.locator("article ins").first.evaluate("mark => getComputedStyle(mark).color") == "rgb(0, 0, 0)"
        assert tab.locator(".printed").first.is_visible()
        assert not tab.locator(".bar").is_visible()


def test_the_page_is_small_and_asks_little(browser: Browser, site: Site, tell: Callable[[str], None]) -> None:
    """The compare page of the back-translation pair: everything that the browser fetches, as it comes over the wire."""
    page = browser.new_context(base_url=site.address).new_page()
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto("/compare?old=1&new=2", wait_until="networkidle")
    page.context.close()
    tell(f"the compare page: {len(sizes)} requests, {sum(sizes):,} bytes as they come over the wire")
    assert len(sizes) <= MAX_REQUESTS
    assert sum(sizes) < MAX_PAGE_BYTES
