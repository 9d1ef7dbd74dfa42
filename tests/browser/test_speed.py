"""How long a reader waits, and what a long text costs: measured in a real Chromium and said at the end of the run.

A machine that does something else as well is slower by any factor, so what is asserted is several times what is
aimed at. The aim stands beside the figure.
"""

import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESKTOP, LONG_WORDS, QUIET, Serving, Site

pytestmark = pytest.mark.browser

TIMES = 20
SLACK = 10
MAX_PAINT_MS = 500
MAX_CHOICE_MS = 150
MAX_FRAME_MS = 100
MAX_MEMORY_MB = 300
WIRE_AND_BACK = "/compare?old=1&new=2"

# Ticked one at a time in the order of a Gray code, they give a state of the page that nobody has asked for before.
BOXES = ["ignore_case", "ignore_punctuation", "ignore_typography", "ignore_spelling", "show_spacing", "moves"]
VIEWS = ["view_side", "view_changes", "view_inline", "lens_meaning", "lens_all"]

# From the click until htmx has settled and the browser has drawn what came.
CLICK_TO_SETTLED = """
async (id) => {
  const busy = ".htmx-request, .htmx-settling, .htmx-added, .htmx-swapping";
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const swapped = new Promise((done) => document.addEventListener("htmx:after:swap", done, {once: true}));
  const start = performance.now();
  document.getElementById(id).click();
  await swapped;
  do await frame(); while (document.querySelector(busy));
  return performance.now() - start;
}
"""
FIRST_PAINT = """
() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()[0].startTime))
  .observe({type: "paint", buffered: true}))
"""
# A page at a time down to the end, as fast as frames come; the first two belong to the click and not to the scroll.
FRAMES_OF_A_SCROLL = """
async () => {
  const frames = [];
  for (let last = performance.now(), place = -1; place !== scrollY;) {
    place = scrollY;
    scrollBy(0, innerHeight * 0.8);
    await new Promise((done) => requestAnimationFrame(done));
    frames.push(performance.now() - last);
    last = performance.now();
  }
  return frames.slice(2);
}
"""


@pytest.fixture
def page(quiet_browser: Browser, serving: Serving) -> Page:
    return quiet_browser.new_context(base_url=serving.address, viewport=DESKTOP).new_page()


@pytest.fixture
def quiet_browser(browser: Browser, chromium: str) -> Iterator[Browser]:
    """A browser that has shown nothing yet."""
    own = browser.browser_type.launch(executable_path=chromium, args=QUIET)
    yield own
    own.close()


def gray_code(count: int) -> Iterator[int]:
    """Yield which of the boxes is clicked each time: 0 1 0 2 0 1 0 3 …"""
    yield from ((turn & -turn).bit_length() - 1 for turn in range(1, count + 1))


def memory_mb(browser: Browser) -> int | None:
    """Return the memory of the largest page of a browser, its share of what pages share; None where nobody can say."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    reports = [Path(f"/proc/{process['id']}/smaps_rollup") for process in processes if process["type"] == "renderer"]
    sizes = [
        line.split()[1] for path in reports if path.exists() for line in path.read_text().splitlines() if "Pss:" in line
    ]
    return max(map(int, sizes)) // 1024 if sizes else None


def median(page: Page, clicked: list[str]) -> float:
    """Open the options and return the median time of these clicks."""
    page.goto(WIRE_AND_BACK)
    page.locator("#more").evaluate("options => options.open = true")
    return statistics.median(page.evaluate(CLICK_TO_SETTLED, name) for name in clicked)


def test_the_page_is_painted_at_once(page: Page, tell: Callable[[str], None]) -> None:
    paints = []
    for _ in range(TIMES):
        page.goto(WIRE_AND_BACK)
        paints.append(page.evaluate(FIRST_PAINT))
    found = statistics.median(paints)
    tell(f"first paint of the compare page: {found:.0f} ms, median of {TIMES} (aim: under {MAX_PAINT_MS})")
    assert found < SLACK * MAX_PAINT_MS


def test_an_option_answers_at_once(page: Page, tell: Callable[[str], None]) -> None:
    found = median(page, [BOXES[place] for place in gray_code(TIMES)])
    tell(f"a new option, from click to settled: {found:.0f} ms, median of {TIMES} (aim: under {MAX_CHOICE_MS})")
    assert found < SLACK * MAX_CHOICE_MS


def test_a_view_or_lens_answers_at_once(page: Page, tell: Callable[[str], None]) -> None:
    found = median(page, VIEWS * (TIMES // len(VIEWS)))
    tell(f"another view or lens, from click to settled: {found:.0f} ms, median of {TIMES} (aim: under {MAX_CHOICE_MS})")
    assert found < SLACK * MAX_CHOICE_MS


def test_a_long_text_opens_with_its_changes_and_scrolls_smoothly(
    quiet_browser: Browser, site: Site, long_pair: str, tell: Callable[[str], None]
) -> None:
    page = quiet_browser.new_context(base_url=site.address, viewport=DESKTOP).new_page()
    page.goto(long_pair)
    assert page.get_attribute("#view_changes", "aria-current") == "true"
    opened = memory_mb(quiet_browser)
    frames = page.evaluate(FRAMES_OF_A_SCROLL)
    scrolled = memory_mb(quiet_browser)
    tell(
        f"two texts of {LONG_WORDS:,} words: {len(frames)} frames of a scroll, the longest {max(frames):.0f} ms (aim: "
        f"under {MAX_FRAME_MS}); memory {opened} MB opened, {scrolled} MB scrolled through (aim: under {MAX_MEMORY_MB})"
    )
    assert statistics.median(frames) < MAX_FRAME_MS
    assert max(frames) < SLACK * MAX_FRAME_MS
    assert scrolled is None or scrolled < MAX_MEMORY_MB
