"""What leaves Stet, as a browser has it: printed, saved to a disk, framed by who knows the address alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import Site
from webapp.engine.options import Options
from webapp.services import parse_terms

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 800}


@pytest.fixture
def link(site: Site) -> str:
    """A link with everything that a sharer can say of it."""
    services = site.app.extensions["stet.services"]
    versions = {card.outlet: card.version_id for card in services.search_articles("")}
    terms = parse_terms("Wire copy and its way back", "Read the third paragraph.", "week", "a key")
    return f"/c/{services.freeze(versions['CTV News'], versions['Unnamed site'], Options(), terms)}"


def test_the_button_opens_the_dialogue_to_print(tab: Page, link: str) -> None:
    tab.add_init_script("window.print = () => { document.title = 'The dialogue is open' }")
    tab.goto(link)
    tab.get_by_role("button", name="Print, or save as PDF").click()
    expect(tab).to_have_title("The dialogue is open")


def test_without_scripts_there_is_no_button_that_does_nothing(plain_tab: Page, link: str) -> None:
    plain_tab.goto(link)
    expect(plain_tab.get_by_role("button", name="Print, or save as PDF")).to_have_count(0)


def test_what_is_printed_is_evidence_by_itself(tab: Page, site: Site, link: str) -> None:
    """Paper has no address bar: where it came from, when, and the sums stand on it; what cannot be pressed does not."""
    tab.goto(link)
    shown = tab.locator("main").inner_text()
    sums = re.findall("[0-9a-f]{64}", shown)
    assert len(set(sums)) == 3
    tab.emulate_media(media="print")
    printed = tab.locator("main").inner_text()
    assert f"{site.address}{link}" in printed
    assert set(sums) <= set(re.findall("[0-9a-f]{64}", printed))
    assert "In the version captured on" in printed
    assert "Wire copy and its way back" in printed
    for absent in ("Copy", "Delete this link", "Word, with tracked changes", "Compare again", "Verify it, and see"):
        assert absent not in printed
    assert tab.pdf().startswith(b"%PDF-")


def test_the_key_is_never_printed(tab: Page) -> None:
    tab.goto("/")
    tab.get_by_role("region", name="Or start with a sample").get_by_role("link", name="NextShark").click()
    tab.get_by_role("button", name="Share this comparison").click()
    expect(tab.get_by_label("Key to delete this link")).to_be_visible()
    tab.emulate_media(media="print")
    expect(tab.get_by_label("Key to delete this link")).not_to_be_visible()


@pytest.mark.parametrize(
    "screen", [{"width": 1280, "height": 800}, {"width": 390, "height": 844}], ids=["wide", "phone"]
)
def test_a_link_just_made_and_its_key_stand_in_the_first_screen(tab: Page, screen: ViewportSize) -> None:
    tab.set_viewport_size(screen)
    tab.goto("/compare?old=1&new=2")
    tab.get_by_role("button", name="Share this comparison").click()
    made = tab.get_by_role("region", name="Your link")
    expect(made).to_be_in_viewport(ratio=1)
    expect(made.get_by_label("To send")).to_have_value(tab.url)
    expect(tab.locator(".verdict")).to_be_in_viewport()
    tab.reload()
    expect(made).to_have_count(0)
    tab.get_by_role("link", name="Link, frame and checksums").click()
    expect(tab.get_by_label("Link to this comparison")).to_be_in_viewport()


def test_the_date_of_the_end_is_asked_for_where_it_is_needed(tab: Page) -> None:
    tab.goto("/")
    tab.get_by_role("region", name="Or start with a sample").get_by_role("link", name="NextShark").click()
    tab.get_by_role("link", name=re.compile("title")).click()
    end = tab.get_by_label("Expiry date")
    expect(end).not_to_be_visible()
    tab.get_by_label("The link expires").select_option("date")
    end.fill("2099-12-31")
    tab.get_by_role("button", name="Make the link").click()
    expect(tab.locator(".evidence")).to_contain_text("This link expires on 31 December 2099, 23:59 UTC.")


def test_a_second_profile_that_is_signed_in_nowhere_sees_the_same(tab: Page, browser: Browser, site: Site) -> None:
    """Whoever made the link has a cookie and sees the key, once; all else is the same, byte for byte."""
    tab.goto("/")
    tab.get_by_role("region", name="Or start with a sample").get_by_role("link", name="NextShark").click()
    tab.get_by_role("button", name="Share this comparison").click()
    expect(tab.get_by_label("Key to delete this link")).to_be_visible()
    tab.reload()
    stranger = browser.new_context(base_url=site.address, viewport=tab.viewport_size)
    page = stranger.new_page()
    page.goto(tab.url)
    for part in ("#result", "#share"):
        assert page.locator(part).inner_html() == tab.locator(part).inner_html()
    assert page.screenshot() == tab.screenshot()
    assert stranger.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    stranger.close()


def test_each_copy_button_copies_what_stands_beside_it(tab: Page) -> None:
    tab.goto("/")
    tab.get_by_role("region", name="Or start with a sample").get_by_role("link", name="NextShark").click()
    tab.get_by_role("button", name="Share this comparison").click()
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for name in ("made_link", "delete_key", "link", "iframe"):
        tab.locator(f"[data-copy={name}]").click()
        expect(tab.locator(f"[data-copy={name}]")).to_have_text("Copied")
        assert tab.evaluate("navigator.clipboard.readText()") == tab.locator(f"#{name}").input_value() != ""


def read(page: Page) -> list[str]:
    """Return the paragraphs as they are read, folded ones among them."""
    page.locator("article").evaluate("article => article.querySelectorAll('details').forEach(fold => fold.open = true)")
    return page.locator("article p[dir]").all_inner_texts()


def marks(page: Page) -> list[tuple[str, str]]:
    """Return what is marked, with the way that the eye sees it."""
    told = "marks => marks.map(mark => [getComputedStyle(mark).textDecorationLine, mark.textContent])"
    return [(line, text) for line, text in page.locator("article").locator("ins, del").evaluate_all(told)]


def test_a_saved_page_shows_from_a_disk_without_a_network_what_the_link_shows(
    tab: Page, browser: Browser, link: str, tmp_path: Path
) -> None:
    tab.goto(link)
    with tab.expect_download() as download:
        tab.get_by_role("link", name="web page").click()
    saved = tmp_path / "saved.html"
    download.value.save_as(saved)
    offline = browser.new_context(offline=True)
    page, asked = offline.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(saved.as_uri())
    page.wait_for_load_state("networkidle")
    assert asked == [saved.as_uri()]
    assert read(page) == read(tab) != []
    assert marks(page) == marks(tab) != []
    assert [line for line, _ in marks(page)].count("underline") == page.locator("article ins").count()
    offline.close()


@pytest.mark.parametrize("end", ["", "?change=c2", "/verify", "/delete"])
def test_a_phone_shows_the_pages_of_a_link_without_scrolling_sideways(tab: Page, link: str, end: str) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(link + end)
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_phone_shows_the_interface_for_programs_without_scrolling_sideways(tab: Page) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto("/api/v1/")
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
