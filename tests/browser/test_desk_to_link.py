"""From the desk to a link that somebody else opens: with scripts, and all again without."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site, choose

pytestmark = pytest.mark.browser

WIRE = "China seeks to stop UN rights chief from releasing Xinjiang report: document"
BACK = "China seeks to block human rights chief from issuing report on Xinjiang"
MAX_RESULT_BYTES = 40_000


def pick_and_compare(page: Page) -> None:
    page.goto("/")
    page.get_by_role("group", name="Original").get_by_label(WIRE).check()
    page.get_by_role("group", name="Compared with").get_by_label(BACK).check()
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator(".verdict")).to_contain_text("of the original’s words stand")


def passages(page: Page) -> list[str]:
    return page.locator("article p[dir]").all_inner_texts()


def settle(page: Page) -> None:
    """Wait until htmx has swapped and tidied up."""
    expect(page.locator(".htmx-request, .htmx-settling, .htmx-added, .htmx-swapping")).to_have_count(0)


def test_an_option_replaces_the_result_alone_and_keeps_focus_and_place(tab: Page) -> None:
    pick_and_compare(tab)
    tab.locator("header.masthead").evaluate("element => element.marked = true")
    tab.locator("#result").evaluate("element => element.marked = true")
    tab.evaluate("window.scrollTo(0, 1500)")
    place = tab.evaluate("window.scrollY")
    with tab.expect_response(re.compile("ignore=punctuation")) as answer:
        choose(tab, "punctuation")
    expect(tab).to_have_url(re.compile(r"/compare\?old=\d+&new=\d+&ignore=punctuation$"))
    settle(tab)
    assert tab.locator("header.masthead").evaluate("element => element.marked")
    assert not tab.locator("#result").evaluate("element => element.marked")
    expect(tab.get_by_label("punctuation")).to_be_focused()
    assert tab.evaluate("window.scrollY") == place
    sizes = answer.value.request.sizes()
    assert answer.value.headers["content-encoding"] in {"br", "zstd", "gzip"}
    assert 0 < sizes["responseBodySize"] + sizes["responseHeadersSize"] < MAX_RESULT_BYTES


def test_back_forward_and_reload_show_each_state_again(tab: Page) -> None:
    pick_and_compare(tab)
    inline = tab.url
    choose(tab, "case")
    expect(tab).to_have_url(re.compile("ignore=case$"))
    settle(tab)
    tab.get_by_role("link", name="Side by side").click()
    expect(tab.locator(".side_by_side")).to_be_visible()
    expect(tab).to_have_url(re.compile("view=side&ignore=case$"))
    tab.go_back()
    expect(tab.locator("article.inline")).to_be_visible()
    expect(tab.get_by_label("case")).to_be_checked()
    tab.go_back()
    expect(tab).to_have_url(inline)
    expect(tab.get_by_label("case")).not_to_be_checked()
    tab.go_forward()
    tab.go_forward()
    expect(tab.locator(".side_by_side")).to_be_visible()
    tab.reload()
    expect(tab.locator(".side_by_side")).to_be_visible()
    expect(tab.get_by_label("case")).to_be_checked()


def test_two_options_in_quick_succession_both_count(tab: Page) -> None:
    pick_and_compare(tab)
    choose(tab, "case")
    choose(tab, "typography")
    expect(tab).to_have_url(re.compile("ignore=case,typography$"))
    expect(tab.get_by_label("case")).to_be_checked()
    expect(tab.get_by_label("typography")).to_be_checked()


def test_of_two_clicks_in_quick_succession_the_last_one_counts(tab: Page) -> None:
    """The first answer must not take the place away in which the second one is meant to stand."""
    pick_and_compare(tab)
    tab.evaluate("for (const id of ['view_side', 'view_changes']) document.getElementById(id).click()")
    expect(tab.locator("article.changes")).to_be_visible()
    expect(tab).to_have_url(re.compile("view=changes$"))


def test_a_shared_link_shows_a_stranger_the_same(tab: Page, browser: Browser, site: Site) -> None:
    pick_and_compare(tab)
    choose(tab, "typography")
    expect(tab).to_have_url(re.compile("ignore=typography$"))
    settle(tab)
    seen = passages(tab)
    tab.get_by_role("button", name="Share this comparison").click()
    expect(tab).to_have_url(re.compile("/c/[A-Za-z0-9_-]{22}$"))
    assert passages(tab) == seen
    elsewhere = browser.new_context(base_url=site.address)
    page = elsewhere.new_page()
    page.goto(tab.url)
    assert passages(page) == seen
    assert elsewhere.cookies() == []
    elsewhere.close()


def test_the_copy_buttons_copy(tab: Page) -> None:
    pick_and_compare(tab)
    tab.get_by_role("button", name="Share this comparison").click()
    expect(tab).to_have_url(re.compile("/c/"))
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for label, begins in (("Copy link", tab.url), ("Copy embed code", f'<iframe data-stet src="{tab.url}/embed"')):
        tab.locator("#share").get_by_role("button", name=label).click()
        expect(tab.locator("#share").get_by_role("button", name=label)).to_have_count(0)
        assert tab.evaluate("navigator.clipboard.readText()").startswith(begins)


def test_a_search_narrows_one_list_and_loses_nothing(tab: Page) -> None:
    tab.goto("/")
    original, other = tab.get_by_role("group", name="Original"), tab.get_by_role("group", name="Compared with")
    unsearched = tab.locator("#new_articles input").count()
    original.get_by_label(WIRE).check()
    other.get_by_label("A file, a pasted text or an address").check()
    other.get_by_label("Text or address").fill("A draft that must not be lost.")
    original.get_by_role("searchbox").press_sequentially("nextshark")
    expect(tab.locator("#old_articles input")).to_have_count(2)
    expect(original.get_by_label(WIRE)).to_be_checked()
    expect(original.get_by_role("searchbox")).to_be_focused()
    assert tab.locator("#new_articles input").count() == unsearched
    expect(other.get_by_label("Text or address")).to_have_value("A draft that must not be lost.")
    assert tab.url.endswith("/")


def test_hostile_text_runs_nothing_and_calls_nobody(tab: Page) -> None:
    """BAD_INPUT 18 to 21, where it counts: the watch over the tab fails on a dialog, a message or a request."""
    hostile = (
        "<script>alert(1)</script> <img src=https://evil.example/x onerror=alert(1)> "
        '<div hx-get="/articles" hx-trigger="load" hx-target="body">x</div> <style>@import "https://evil.example"</style>'
    )
    tab.goto("/")
    for group, text in (("Original", f"It says {hostile} here."), ("Compared with", f"It said {hostile} there.")):
        tab.get_by_role("group", name=group).get_by_label("A file, a pasted text or an address").check()
        tab.get_by_role("group", name=group).get_by_label("Text or address").fill(text)
    tab.get_by_role("button", name="Compare", exact=True).click()
    expect(tab.locator("article")).to_contain_text("<script>alert(1)</script>")
    tab.get_by_role("link", name="Side by side").click()
    expect(tab.locator(".side_by_side")).to_contain_text("hx-trigger")
    tab.get_by_role("button", name="Share this comparison").click()
    expect(tab.locator("article")).to_contain_text("<script>alert(1)</script>")


def test_without_scripts_a_reader_picks_compares_chooses_and_shares(plain_tab: Page) -> None:
    tab = plain_tab
    pick_and_compare(tab)
    choose(tab, "punctuation")
    tab.get_by_role("button", name="Apply").click()
    expect(tab).to_have_url(re.compile("ignore=punctuation"))
    expect(tab.get_by_label("punctuation")).to_be_checked()
    tab.get_by_role("link", name="Side by side").click()
    expect(tab.locator(".side_by_side")).to_be_visible()
    tab.go_back()
    expect(tab.locator("article.inline")).to_be_visible()
    tab.reload()
    expect(tab.get_by_label("punctuation")).to_be_checked()
    tab.get_by_role("button", name="Share this comparison").click()
    expect(tab).to_have_url(re.compile("/c/"))
    expect(tab.get_by_label("Link to this comparison")).to_have_value(tab.url)
    expect(tab.get_by_role("button", name="Copy")).to_have_count(0)


def test_without_scripts_a_reader_searches_swaps_and_pastes(plain_tab: Page) -> None:
    tab = plain_tab
    tab.goto("/")
    original, other = tab.get_by_role("group", name="Original"), tab.get_by_role("group", name="Compared with")
    expect(other.get_by_label("Text or address")).to_be_visible()
    other.get_by_label(WIRE).check()
    expect(other.get_by_label("Text or address")).not_to_be_visible()
    other.get_by_label("A file, a pasted text or an address").check()
    other.get_by_label("Text or address").fill("A text of mine.")
    original.get_by_role("searchbox").fill("nextshark")
    original.get_by_role("searchbox").press("Enter")
    expect(tab.locator("#old_articles input")).to_have_count(1)
    tab.locator("#old_articles input").check()
    tab.get_by_role("button", name="Swap sides").click()
    expect(original.get_by_label("Text or address")).to_have_value("A text of mine.")
    tab.get_by_role("button", name="Compare", exact=True).click()
    expect(tab.locator("article")).to_contain_text("A text of mine.")


def test_a_sample_is_one_click_away(tab: Page) -> None:
    tab.goto("/")
    tab.get_by_role("region", name="Or start with a sample").get_by_role("link", name="NextShark").click()
    expect(tab.locator(".verdict")).to_be_visible()
