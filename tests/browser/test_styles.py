"""How much of the style sheets no page uses: every selector is tried on every page."""

from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Site
from tests.browser.pages import addresses
from tests.browser.test_chosen_files import TABLE, look
from webapp.engine.options import Options
from webapp.services import Paste

pytestmark = pytest.mark.browser

MAX_UNUSED_SHARE = 0.05

# What a reader does to an element, and what is drawn around it, cannot be asked of a document: the rest can.
USED_SELECTORS = r"""
() => {
  const doings = ":(?:hover|focus|focus-visible|focus-within|target|active)(?![-a-z])";
  const asked = (selector) => selector.replace(/::[-a-z]+(?:\([^)]*\))?/g, "")
    .replace(new RegExp(`:not\\(${doings}\\)`, "g"), "").replace(new RegExp(doings, "g"), ":where(*)").trim() || "*";
  const rules = (list) => [...list].flatMap((rule) => rule.selectorText ? [rule] : rules(rule.cssRules ?? []));
  const found = [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules))
    .flatMap((rule) => rule.selectorText.split(/,(?![^(]*\))/).map((one) => one.trim()));
  return Object.fromEntries(found.map((selector) => [selector, document.querySelector(asked(selector)) ? 1 : 0]));
}
"""


def test_the_style_sheets_hold_little_that_no_page_uses(
    browser: Browser, site: Site, moved: str, long_pair: str, tell: Callable[[str], None]
) -> None:
    services = site.app.extensions["stet.services"]
    link = f"/c/{services.freeze(1, 2, Options())}"
    article = services.add_article(Paste("The mayor said 300 came. The bridge will close on Friday."))
    services.add_version(article, "The mayor said 500 came. The ferries are full.")
    page = browser.new_context(base_url=site.address).new_page()
    used = Counter[str]()
    for address in [*addresses(link), moved, long_pair, f"/articles/{article}"]:
        page.goto(address)
        page.keyboard.press("n")
        for partner in page.locator("[data-c], .departed").all()[:1]:
            partner.dispatch_event("pointerover")
        for column in page.locator(".old.column:has(p), .new.column:has(p)").all()[:2]:
            column.dispatch_event("pointerdown")
            used.update(page.evaluate(USED_SELECTORS))
        used.update(page.evaluate(USED_SELECTORS))
    page.goto("/")
    page.get_by_role("button", name="Compare", exact=True).click()
    used.update(page.evaluate(USED_SELECTORS))
    page.goto("/compare?old=1&new=2")
    page.get_by_role("button", name="Share this comparison").click()
    page.locator(".made").wait_for()
    used.update(page.evaluate(USED_SELECTORS))
    page.goto("/articles?q=China")
    used.update(page.evaluate(USED_SELECTORS))
    page.goto("/articles")
    page.get_by_text("Add a text or a file").click()
    page.get_by_label("Text or address").fill(f"{site.news}/nine")
    page.get_by_role("button", name="Look at it first").click()
    page.locator(".look").wait_for()
    used.update(page.evaluate(USED_SELECTORS))
    look(page, TABLE)
    used.update(page.evaluate(USED_SELECTORS))
    page.context.close()
    unused = sorted(selector for selector, pages in used.items() if not pages)
    tell(f"style sheets: {len(unused)} of {len(used)} selectors are used by no page: {', '.join(unused)}")
    assert len(unused) <= MAX_UNUSED_SHARE * len(used)
