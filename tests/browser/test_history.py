"""The history of an article: two clicks, the reader's time zone, without barriers, narrow and without scripts."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.test_accessibility import complaints
from webapp.services import Paste, Services

pytestmark = pytest.mark.browser

NINE = "The council met on Monday. Four people came to the meeting. Nobody from the opposition was there."
START = datetime(2026, 11, 2, 9, 14, tzinfo=UTC)


@pytest.fixture(scope="module")
def history(site: Site) -> str:
    """The address of an article with four versions of different days."""
    services: Services = site.app.extensions["stet.services"]
    article = services.add_article(Paste(NINE.replace("Four", "Six"), title="Council in four versions"))
    for day, text in enumerate((NINE, NINE.replace("Four", "Five"), NINE.replace(" Nobody from", " No one from"))):
        services.add_versions(article, Paste(text), START + timedelta(days=day))
    return f"/articles/{article}"


def test_any_two_versions_compare_in_two_clicks(tab: Page, history: str) -> None:
    tab.goto(history)
    tab.get_by_role("link", name="Compare version 2 with …").click()
    expect(tab.get_by_role("status").filter(has_text="Version 2 is chosen.")).to_be_visible()
    tab.get_by_role("link", name="Compare version 2 with version 4").click()
    expect(tab).to_have_url(re.compile(r"/compare\?old="))


def test_the_keyboard_compares_two_versions(tab: Page, history: str) -> None:
    tab.goto(history)
    tab.get_by_role("link", name="Compare version 3 with …").focus()
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="Compare version 3 with version 2").focus()
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(r"/compare\?old="))


@pytest.mark.parametrize(
    ("zone", "written"), [("Europe/Paris", "10:14"), ("Australia/Adelaide", "19:44"), ("America/New_York", "04:14")]
)
def test_moments_are_in_the_time_zone_of_the_reader(
    browser: Browser, site: Site, history: str, zone: str, written: str
) -> None:
    context = browser.new_context(base_url=site.address, timezone_id=zone)
    page = context.new_page()
    page.goto(history)
    expect(page.locator("time[datetime='2026-11-02T09:14:00+00:00']").first).to_have_text(f"2 November 2026, {written}")
    expect(page.locator("[data-zone]")).to_have_text(f"Times are in {zone}.")
    context.close()


def test_a_time_that_is_given_is_in_the_time_zone_of_the_reader(browser: Browser, site: Site, history: str) -> None:
    context = browser.new_context(base_url=site.address, timezone_id="Australia/Adelaide")
    page = context.new_page()
    page.goto(history)
    page.get_by_text("Add a version").click()
    page.get_by_label("Text", exact=True).fill(NINE.replace("Four", "Three"))
    page.get_by_label("Captured at").fill("2026-11-01T05:30")
    page.get_by_role("button", name="Add the version").click()
    expect(page.locator("time[datetime='2026-10-31T19:00:00+00:00']").first).to_have_text("1 November 2026, 05:30")
    context.close()


def test_without_scripts_moments_are_said_in_utc(plain_tab: Page, history: str) -> None:
    plain_tab.goto(history)
    expect(plain_tab.locator("[data-zone]")).to_have_text("Times are in UTC.")
    moment = plain_tab.locator("#versions time[datetime='2026-11-02T09:14:00+00:00']")
    expect(moment.first).to_have_text("2 November 2026, 09:14 UTC")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (390, "dark"), (1360, "dark"), (1360, "light")])
def test_the_history_reads_without_barriers_and_without_scrolling_sideways(
    browser: Browser, site: Site, history: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        base_url=site.address, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    for address in (history, f"{history}?with=1"):
        page.goto(address)
        page.get_by_text("Add a version").click()
        assert complaints(page, []) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()


def test_what_is_printed_is_the_history_without_forms(tab: Page, history: str) -> None:
    tab.goto(history)
    tab.emulate_media(media="print")
    expect(tab.locator("#versions li").first).to_be_visible()
    expect(tab.locator("#sentences li").first).to_be_visible()
    expect(tab.get_by_text("Add a version")).to_be_hidden()
    expect(tab.get_by_role("link", name="Compare version 2 with …")).to_be_hidden()
