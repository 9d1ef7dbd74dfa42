"""A walk through the reading page as readers have it: with and without scripts, light and dark, narrow and wide.

Every view, lens, filter, fold, correction, key and anchor is a step of it, from left to right and from right to left.
"""

import itertools
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Site, compared, watched
from tests.browser.pages import LENSES, VIEWS, WIRE_AND_BACK, WIRE_AND_REWRITE

pytestmark = pytest.mark.browser

ARABIC = [
    "افتتح الوزير الجسر القديم يوم الاثنين أمام مئات السكان.",
    "وقال إن العمل كلف ثلاثة ملايين دينار، ولم يقع أي حادث.",
    "سيتم تحويل حركة المرور إلى الطريق السريع حتى الصيف.",
    "عبارة قد تنقل راكبي الدراجات عبر النهر.",
]
PATIENCE_S = 5
STEPS = 6
STEPS_FROM_THE_END = 2

# Above the change: what sticks to the top of the screen. Below it: the steps, where they are fixed.
IS_IN_VIEW = """
(change) => {
  const fixed = (found, position) => {
    const element = document.querySelector(found);
    const is = element?.checkVisibility() && getComputedStyle(element).position === position;
    return is ? element.getBoundingClientRect() : null;
  };
  const flat = document.querySelector(".flat")?.getBoundingClientRect().bottom ?? 0;
  const top = fixed(".bar", "sticky") ? Math.max(fixed(".bar", "sticky").bottom, flat) : 0;
  const bottom = fixed("#steps", "fixed")?.top ?? innerHeight;
  const box = change.getBoundingClientRect();
  return box.height > 0 && box.top >= top && Math.min(box.bottom, box.top + 24) <= bottom;
}
"""


@dataclass(frozen=True)
class Reader:
    """How somebody reads: `pages` are the comparisons to walk through, the last one from right to left."""

    tab: Page
    pages: tuple[str, ...]
    has_scripts: bool


def name(reader: tuple[bool, str, int]) -> str:
    return f"{'scripts' if reader[0] else 'plain'}-{reader[1]}-{reader[2]}"


# Each way of reading with each other one, in as few readers as do.
READERS = [(True, "light", 1440), (True, "dark", 320), (False, "dark", 1440), (False, "light", 320)]


@pytest.fixture(params=READERS, ids=name)
def reader(request: pytest.FixtureRequest, browser: Browser, site: Site, right_to_left: str) -> Iterator[Reader]:
    has_scripts, scheme, width = request.param
    context = browser.new_context(
        base_url=site.address,
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        java_script_enabled=has_scripts,
    )
    for tab in watched(context, site):
        yield Reader(tab, (WIRE_AND_BACK, WIRE_AND_REWRITE, right_to_left), has_scripts)
    context.close()


@pytest.fixture(scope="module")
def right_to_left(site: Site) -> str:
    first, second, third, last = ARABIC
    new = [first.replace("الاثنين", "الجمعة"), third, last, second.replace("ثلاثة", "أربعة")]
    return compared(site, "\n\n".join(ARABIC), "\n\n".join(new))


def comes_into_view(place: Locator) -> bool:
    """Tell whether a place stands where it can be read, or soon does: what the browser scrolls to needs a moment."""
    deadline = time.monotonic() + PATIENCE_S
    while not (is_there := place.evaluate(IS_IN_VIEW)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return bool(is_there)


def is_no_wider_than_the_screen(tab: Page) -> bool:
    fits: bool = tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return fits


def turn(tab: Page, view: str) -> None:
    """Turn to a view by its tab, or by the link from one clean side to the other."""
    tab.locator(f"#view_{view if view != 'clean-old' else 'clean-new'}").click()
    if view == "clean-old":
        tab.get_by_role("link", name="Read the other side").click()
    expect(tab.locator(f"article.{view}")).to_be_visible()


def test_every_view_and_lens_is_a_click_away(reader: Reader) -> None:
    for address in reader.pages[-1:]:
        reader.tab.goto(address)
        for view, lens in itertools.product(VIEWS, LENSES):
            if lens == LENSES[0]:
                turn(reader.tab, view)
            reader.tab.locator(f"#lens_{lens}").click()
            expect(reader.tab.locator(f"article.{view}.lens_{lens} .row").first).to_be_visible()
            assert is_no_wider_than_the_screen(reader.tab)


def test_every_number_of_the_verdict_unfolds_what_it_counts(reader: Reader) -> None:
    for address in reader.pages:
        reader.tab.goto(address)
        for number in range(reader.tab.locator(".verdict a").count()):
            reader.tab.locator(".verdict a").nth(number).click()
            expect(reader.tab.locator(".only").first).to_contain_text("Unfolded: ")
            expect(reader.tab.locator("article > .row").first).to_be_visible()
            reader.tab.get_by_role("link", name="Unfold everything").click()
            expect(reader.tab.locator("article > .only")).to_have_count(0)


def test_every_fold_opens(reader: Reader) -> None:
    reader.tab.goto(f"{WIRE_AND_REWRITE}&view=changes")
    for group in (".reading details.fold", ".ledger details"):
        for fold in reader.tab.locator(group).all():
            fold.locator("summary").click()
            expect(fold.locator("p, li").first).to_be_visible()
    assert is_no_wider_than_the_screen(reader.tab)


def test_every_correction_can_be_made_and_undone(reader: Reader) -> None:
    tab = reader.tab
    tab.goto(WIRE_AND_REWRITE)
    corrections = [
        lambda: tab.get_by_role("link", name="these two are not the same sentence").first.click(),
        lambda: tab.get_by_role("link", name="This is not part of the story").click(),
    ]
    for correct in corrections:
        pencil(tab, ".edited").click()
        expect(tab.locator("#corrections")).to_be_visible()
        correct()
        expect(tab.locator(".corrected")).to_be_visible()
        undo(tab)
    pencil(tab, ".dropped:not(:has(.departed))").click()
    tab.get_by_role("button", name="Pair them").first.click()
    expect(tab.locator(".corrected")).to_contain_text("which sentences are the same")
    undo(tab)
    tab.locator("details.furniture summary").first.click()
    tab.get_by_role("link", name="This is part of the story").first.click()
    expect(tab.locator(".corrected")).to_contain_text("what belongs to the story")
    undo(tab)


def pencil(tab: Page, row: str) -> Locator:
    return tab.locator(f"article > {row} .correct").first


def undo(tab: Page) -> None:
    tab.get_by_role("link", name="Undo all corrections").click()
    expect(tab.locator(".corrected")).to_have_count(0)


def test_every_anchor_leads_to_a_place_in_view(reader: Reader) -> None:
    """The ledger, and the strip, whose marks are pointed at; a place is in view when it stands below what sticks."""
    for address, view in itertools.product(reader.pages, ("inline", "side", "changes")):
        reader.tab.goto(f"{address}&view={view}")
        for line in reader.tab.locator(".ledger section > ol > li > a").all()[:3]:
            line.click()
            assert comes_into_view(reader.tab.locator(":target").first)
        mark = reader.tab.locator("#bar_new a").nth(1)
        mark.click()
        target = mark.get_attribute("href") or ""
        assert comes_into_view(reader.tab.locator(target))


def test_every_margin_of_a_clean_side_leads_to_its_change(reader: Reader) -> None:
    for view in ("clean-old", "clean-new"):
        reader.tab.goto(f"{WIRE_AND_BACK}&view={view}")
        reader.tab.locator("a.margin").nth(2).click()
        expect(reader.tab).to_have_url(re.compile(r"#c\d+$"))
        assert comes_into_view(reader.tab.locator(":target"))


def test_the_ends_of_a_move_lead_to_one_another(reader: Reader) -> None:
    for view in ("inline", "side"):
        reader.tab.goto(f"{reader.pages[-1]}&view={view}")
        reader.tab.locator(".departed").first.click()
        assert comes_into_view(reader.tab.locator(":target"))
        reader.tab.locator(".moved_from").first.click()
        assert comes_into_view(reader.tab.locator(":target"))


def test_every_key_brings_its_change_into_view(reader: Reader) -> None:
    if not reader.has_scripts:
        expect(reader.tab.locator("#steps")).not_to_be_visible()
        return
    for address, view in itertools.product(reader.pages, ("inline", "side", "changes")):
        reader.tab.goto(f"{address}&view={view}")
        for key in ["n", "j"] * STEPS + ["p", "k"] + ["]"] * STEPS + ["["] + ["p"] * STEPS_FROM_THE_END:
            reader.tab.keyboard.press(key)
            here = reader.tab.locator(".here").first
            expect(here).to_be_focused()
            assert comes_into_view(here), (address, view, key)
            assert reader.tab.url.endswith(f"#{here.get_attribute('id')}")
        reader.tab.keyboard.press("Escape")
        expect(reader.tab.locator(".here")).to_have_count(0)


def test_a_fold_of_a_long_text_opens_where_it_is(tab: Page, long_pair: str) -> None:
    """It is fetched when it is opened, and the reader's place is kept."""
    tab.goto(long_pair)
    fold = tab.locator("p.fold").nth(3)
    fold.scroll_into_view_if_needed()
    identity = fold.get_attribute("id")
    place = fold.evaluate("fold => fold.getBoundingClientRect().top")
    fold.locator("a").click()
    opened = tab.locator(f"details#{identity}")
    expect(opened).to_have_attribute("open", "", timeout=30_000)
    expect(opened.locator(".row").first).to_be_visible()
    expect(tab).to_have_url(re.compile(rf"open={(identity or '')[1:]}$"))
    assert abs(opened.evaluate("fold => fold.getBoundingClientRect().top") - place) < 2
