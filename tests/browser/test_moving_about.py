"""From change to change by key, button and link; what is pointed at shows its partner; what was opened stays open."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site, choose
from webapp.engine.options import Options

pytestmark = pytest.mark.browser

WIRE_AND_BACK = "/compare?old=1&new=2"
PHONE = {"width": 390, "height": 844}

CLEAR_OF_THE_BARS = """
() => {
  const box = (found) => document.querySelector(found)?.getBoundingClientRect();
  const is = (found, position) => getComputedStyle(document.querySelector(found)).position === position;
  const top = is(".bar", "sticky") ? Math.max(box(".bar").bottom, box(".flat").bottom) : 0;
  const bottom = is("#steps", "fixed") ? box("#steps").top : innerHeight;
  return top <= box(".here").top && box(".here").bottom <= bottom;
}
"""

FRAMED = """
([bar, sentence]) => {
  const frame = document.querySelector(`${bar} .on_screen`).getBoundingClientRect();
  const mark = document.querySelector(`${bar} a[href="${sentence}"] rect`).getBoundingClientRect();
  const ink = getComputedStyle(document.documentElement).color;
  const isSeen = getComputedStyle(document.querySelector(`${bar} .on_screen`)).stroke === ink;
  return isSeen && frame.width > 0 && frame.left <= mark.left + 2 && mark.right - 2 <= frame.right;
}
"""


def count(page: Page) -> int:
    return int(re.search(r"\d+ of (\d+)", page.locator("#place").inner_text())[1])  # type: ignore[index]


def is_clear_of_the_bars(page: Page) -> bool:
    """Tell whether the change in focus stands on the screen, below what sticks to its top and above the steps."""
    return page.evaluate(CLEAR_OF_THE_BARS)


def test_n_and_p_go_through_the_changes_and_the_address_follows(tab: Page) -> None:
    tab.goto(WIRE_AND_BACK)
    for key, place in (("n", 1), ("n", 2), ("j", 3), ("p", 2), ("k", 1)):
        tab.keyboard.press(key)
        expect(tab.locator("#place")).to_have_text(re.compile(rf"^{place} of 1\d\d$"))
        current = tab.locator(".here")
        expect(current).to_be_focused()
        assert tab.url.endswith(f"#{current.get_attribute('id')}")
        assert is_clear_of_the_bars(tab)
    tab.keyboard.press("p")
    expect(tab.locator("#place")).to_have_text(f"{count(tab)} of {count(tab)}")


def test_every_change_is_brought_into_view_below_the_bar(tab: Page) -> None:
    tab.goto(WIRE_AND_BACK)
    tab.keyboard.press("n")
    for _ in range(count(tab) - 1):
        assert is_clear_of_the_bars(tab)
        tab.keyboard.press("n")


def test_brackets_go_through_those_of_the_ledger_alone(tab: Page) -> None:
    tab.goto(WIRE_AND_BACK)
    for _ in range(4):
        tab.keyboard.press("]")
        assert {"hard", "soft"} & set(tab.locator(".here").get_attribute("class").split())  # type: ignore[union-attr]
    before = tab.url
    tab.keyboard.press("]")
    tab.keyboard.press("[")
    assert tab.url == before


def test_escape_leaves_the_change_and_letters_typed_into_a_field_go_nowhere(tab: Page) -> None:
    tab.goto(WIRE_AND_BACK)
    tab.keyboard.press("n")
    tab.keyboard.press("Escape")
    expect(tab.locator(".here")).to_have_count(0)
    assert "#" not in tab.url
    tab.goto("/articles")
    tab.get_by_role("searchbox").press_sequentially("np?")
    expect(tab.get_by_role("searchbox")).to_have_value("np?")


def test_the_sheet_of_keys_opens_and_closes(tab: Page) -> None:
    tab.goto(WIRE_AND_BACK)
    tab.keyboard.press("?")
    expect(tab.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    tab.keyboard.press("n")
    expect(tab.locator(".here")).to_have_count(0)
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("dialog")).to_have_count(0)
    tab.get_by_role("button", name="Keyboard shortcuts").click()
    tab.get_by_role("button", name="Close").click()
    expect(tab.get_by_role("dialog")).to_have_count(0)


def test_a_screen_reader_hears_what_changed(tab: Page) -> None:
    tab.goto(WIRE_AND_BACK)
    tab.keyboard.press("n")
    heard = re.compile(r"Change 1 of \d+: deleted: stop UN.*inserted: block human.*name")
    expect(tab.locator("#heard")).to_have_text(heard)


def test_an_address_with_a_change_opens_at_it(tab: Page) -> None:
    tab.goto(WIRE_AND_BACK)
    tab.keyboard.press("]")
    tab.keyboard.press("]")
    address, seen = tab.url, tab.locator(".here").inner_text()
    tab.goto("/")
    tab.goto(address)
    assert tab.locator(".here").inner_text() == seen
    assert is_clear_of_the_bars(tab)


def test_a_line_of_the_ledger_leads_to_its_change(tab: Page) -> None:
    tab.goto(WIRE_AND_BACK)
    tab.locator(".ledger").get_by_role("link", name=re.compile("Liu Yuyin")).first.click()
    expect(tab.locator(".here")).to_contain_text("spokesman")
    assert is_clear_of_the_bars(tab)


def test_a_change_inside_a_fold_opens_it(tab: Page) -> None:
    tab.goto(f"{WIRE_AND_BACK}&show=number")
    tab.locator(".ledger").get_by_role("link", name=re.compile("Liu Yuyin")).first.click()
    expect(tab.locator(".here")).to_be_visible()


def test_one_half_of_a_change_shows_the_other(tab: Page) -> None:
    tab.goto(f"{WIRE_AND_BACK}&view=side")
    first = tab.locator(".old .c[id]").first
    first.scroll_into_view_if_needed()
    box = first.locator("del").bounding_box()
    assert box
    tab.mouse.move(box["x"] + 5, box["y"] + box["height"] / 2)
    lit = tab.locator(".lit")
    expect(lit).to_have_count(1)
    assert lit.get_attribute("data-c") == first.get_attribute("id")


def test_the_two_ends_of_a_move_lead_to_one_another(tab: Page, moved: str) -> None:
    tab.goto(moved)
    left = tab.get_by_role("link", name=re.compile("stood here and was moved down to paragraph 4"))
    arrived = tab.get_by_role("link", name="Moved down, from paragraph 2 to 4")
    left.hover()
    expect(tab.locator(".lit")).to_contain_text("Engineers found")
    left.click()
    expect(tab).to_have_url(re.compile(r"#s\d+$"))
    arrived.click()
    expect(tab).to_have_url(re.compile(r"#d\d+$"))
    assert tab.locator(".is_moved").evaluate("text => getComputedStyle(text).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_a_mark_of_the_strip_leads_to_its_sentence(tab: Page) -> None:
    tab.goto(WIRE_AND_BACK)
    tab.locator(".strip g a").nth(20).click()
    sentence = tab.locator(":target")
    expect(sentence).to_be_in_viewport()


def test_the_strip_frames_what_is_on_the_screen(tab: Page) -> None:
    """Both bars have a frame, and it stands around the mark of the sentence that the reader has come to."""
    tab.goto(WIRE_AND_BACK)
    for key in ("n", "p", "p", "p"):
        tab.keyboard.press(key)
        pair = tab.locator(".s:has(.here)").get_attribute("id")
        for bar in ("old", "new"):
            tab.wait_for_function(FRAMED, arg=[f"#bar_{bar}", f"#{pair}"])
    assert tab.locator(".flat").is_visible()
    tab.evaluate("scrollTo(0, 0)")
    expect(tab.locator(".flat")).not_to_be_visible()


def test_a_line_of_the_ledger_has_an_address_of_its_own(tab: Page) -> None:
    for view in ("inline", "side", "changes", "clean-new"):
        tab.goto(f"{WIRE_AND_BACK}&view={view}")
        own = tab.locator(".ledger .own").first
        address, change = own.evaluate("link => [link.href, link.hash]")
        tab.goto("/")
        tab.goto(address)
        expect(tab.locator(f"{change}.here")).to_be_in_viewport()


def test_a_line_of_a_links_ledger_leads_to_the_change_alone(tab: Page, site: Site) -> None:
    tab.goto(f"/c/{site.app.extensions['stet.services'].freeze(1, 2, Options())}?view=side")
    tab.locator(".ledger .own").first.click()
    expect(tab).to_have_url(re.compile(r"\?(view=side&)?change=c\d+"))
    expect(tab.locator(".one_change")).to_be_visible()


def test_what_was_opened_stays_open_and_the_place_is_kept(tab: Page) -> None:
    tab.goto(WIRE_AND_BACK)
    fold = tab.locator("details.furniture").first
    fold.locator("summary").click()
    choose(tab, "spelling")
    expect(tab).to_have_url(re.compile("ignore=spelling"))
    expect(tab.get_by_label("spelling")).to_be_focused()
    expect(tab.locator("details.furniture").first).to_have_attribute("open", "")
    tab.keyboard.press("Escape")
    expect(tab.locator("#more")).not_to_have_attribute("open", "")


def test_a_touch_goes_from_change_to_change(browser: Browser, site: Site) -> None:
    context = browser.new_context(base_url=site.address, viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(WIRE_AND_BACK)
    page.get_by_role("button", name="Next change").tap()
    page.get_by_role("button", name="Next change").tap()
    expect(page.locator("#place")).to_have_text(re.compile("^2 of "))
    assert is_clear_of_the_bars(page)
    context.close()


def test_every_state_is_there_without_scripts(plain_tab: Page) -> None:
    tab = plain_tab
    tab.goto(WIRE_AND_BACK)
    expect(tab.get_by_role("button", name="Next change")).to_have_count(0)
    tab.get_by_role("link", name="Meaning").click()
    expect(tab.locator("article")).to_have_class(re.compile("lens_meaning"))
    tab.get_by_role("link", name="Changes only").click()
    expect(tab).to_have_url(re.compile("view=changes&lens=meaning"))
    tab.get_by_role("link", name=re.compile("word for word")).first.click()
    expect(tab.locator(".only").first).to_contain_text("sentences word for word")
    tab.locator("summary").filter(has_text="edited").first.click()
    tab.get_by_role("link", name="Unfold everything").click()
    tab.get_by_role("link", name="Clean").click()
    tab.locator(".margin").first.click()
    expect(tab.locator(":target")).to_be_visible()
    tab.locator(".correct").first.click()
    tab.get_by_role("link", name="This is not part of the story").click()
    expect(tab.locator(".corrected")).to_be_visible()
    tab.get_by_role("link", name="Undo all corrections").click()
    expect(tab.locator(".corrected")).to_have_count(0)
