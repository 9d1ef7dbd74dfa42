"""A file chosen in the library is looked at, its stories are added, with scripts and without; axe finds no barriers."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

TABLE: FilePayload = {
    "name": "export.csv",
    "mimeType": "text/csv",
    "buffer": b"title,body\nBudget passed,The council passed it.\nBudget failed,The council rejected it.\n",
}
OLD: FilePayload = {
    "name": "old.txt",
    "mimeType": "text/plain",
    "buffer": "Der Bürgermeister von Köln kam.".encode("cp850"),
}


@pytest.fixture(params=["tab", "plain_tab"], ids=["scripts", "no scripts"])
def either(request: pytest.FixtureRequest) -> Page:
    """A page with scripts, and one without."""
    page: Page = request.getfixturevalue(request.param)
    return page


def look(page: Page, chosen: FilePayload) -> None:
    page.goto("/articles")
    page.get_by_text("Add a text or a file").click()
    page.locator("#file").set_input_files(chosen)
    page.get_by_role("button", name="Look at it first").click()
    expect(page.locator(".look")).to_be_visible()


def test_one_story_of_a_file_is_added_and_the_file_chosen_once(either: Page) -> None:
    look(either, TABLE)
    either.get_by_label("Budget passed").uncheck()
    either.get_by_role("button", name="Add these as articles of their own").click()
    expect(either.locator("#articles li").first).to_contain_text("Budget failed")
    expect(either.locator("#articles")).not_to_contain_text("Budget passed")


def test_a_wrong_guess_is_seen_and_changed(either: Page) -> None:
    look(either, OLD)
    expect(either.locator(".look")).not_to_contain_text("Köln")
    either.get_by_label("Encoding").fill("cp850")
    either.get_by_role("button", name="Look again").click()
    expect(either.locator(".look")).to_contain_text("Der Bürgermeister von Köln kam.")


def test_files_with_several_stories_lead_to_a_look_at_them(either: Page) -> None:
    either.goto("/articles/files")
    either.locator("#several").set_input_files(TABLE)
    either.get_by_role("button", name="Add the files").click()
    either.get_by_role("link", name="Add its 2 stories apart").click()
    expect(either.get_by_label("Budget failed")).to_be_checked()


@pytest.mark.parametrize(("width", "scheme"), [(1360, "light"), (390, "dark")])
def test_the_look_at_a_file_reads_without_barriers(browser: Browser, site: Site, width: int, scheme: str) -> None:
    context = browser.new_context(
        base_url=site.address, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    for chosen in (TABLE, OLD):
        look(page, chosen)
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
