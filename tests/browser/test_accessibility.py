"""axe finds nothing to complain about: every pair of samples, every view, light and dark, wide and narrow."""

import itertools
from collections.abc import Sequence

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

PAIRS = list(itertools.combinations(range(1, 6), 2))
OF_EACH_KIND = [(1, 2), (1, 4), (3, 5)]
"""A translation, a rewrite, and a story among others."""
VIEWS = ["inline", "side", "changes", "clean-old", "clean-new"]
STATES = [
    "/compare?old=1&new=2&lens=translation",
    "/compare?old=1&new=4&lens=meaning&show=dropped",
    "/compare?old=1&new=4&mend=2",
    "/compare?old=1&new=2&view=side&mend=4&apart=0-0",
]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_of_the_samples_reads_without_barriers(browser: Browser, site: Site, view: str) -> None:
    """The first view of all pairs, the others of a pair of each kind: axe takes seconds for a page."""
    pairs = PAIRS if view == VIEWS[0] else OF_EACH_KIND
    addresses = [f"/compare?old={old}&new={new}&view={view}" for old, new in pairs]
    assert barriers(browser, site, addresses, 1360, "light") == []


@pytest.mark.parametrize("view", VIEWS)
def test_the_colours_of_the_dark_are_told_apart(browser: Browser, site: Site, view: str) -> None:
    """Only the colours differ in the dark, so only their rule is asked."""
    addresses = [f"/compare?old={old}&new={new}&view={view}" for old, new in OF_EACH_KIND]
    assert barriers(browser, site, addresses, 1360, "dark", ["color-contrast"]) == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (390, "dark"), (1360, "dark")])
def test_other_states_of_the_page_do_too(browser: Browser, site: Site, width: int, scheme: str) -> None:
    assert barriers(browser, site, [*STATES, "/compare?old=1&new=2"], width, scheme) == []


def test_the_search_for_barriers_finds_one(tab: Page) -> None:
    tab.goto("/compare?old=1&new=2")
    tab.locator("#place").evaluate("place => place.setAttribute('role', 'nonsense')")
    assert complaints(tab, [])


def complaints(page: Page, rules: list[str]) -> list[str]:
    """Return what axe says of a page: by these rules, or by all of its own."""
    options = {"runOnly": rules} if rules else {}
    violations = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in violations for node in rule["nodes"][:3]]


def barriers(
    browser: Browser, site: Site, addresses: list[str], width: int, scheme: str, rules: Sequence[str] = ()
) -> list[str]:
    """Return what axe finds on the pages, options unfolded."""
    context = browser.new_context(
        base_url=site.address, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page, found = context.new_page(), []
    for address in addresses:
        page.goto(address)
        page.locator("#more").evaluate("options => options.open = true")
        found += [f"{address}: {complaint}" for complaint in complaints(page, list(rules))]
    context.close()
    return found
