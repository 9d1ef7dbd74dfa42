"""Files on the desk in a real browser: dropped, or chosen, with scripts and without."""

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

pytestmark = pytest.mark.browser

OLD = "The council met on Monday. Nobody from the opposition came."
NEW = "The council met on Friday. Nobody from the opposition came."

DROP = """
([target, files]) => {
  const held = new DataTransfer();
  for (const [name, text] of files) held.items.add(new File([text], name, { type: "text/plain" }));
  for (const kind of ["dragover", "drop"]) {
    const event = new DragEvent(kind, { dataTransfer: held, bubbles: true, cancelable: true });
    document.querySelector(target).dispatchEvent(event);
  }
}
"""


def drop(page: Page, target: str, *files: tuple[str, str]) -> None:
    """Drop files where `target` is, as the browser reports it to the page."""
    page.evaluate(DROP, [target, [list(file) for file in files]])


def chosen(name: str, text: str) -> FilePayload:
    return FilePayload(name=name, mimeType="text/plain", buffer=text.encode())


def expect_the_comparison(page: Page) -> None:
    expect(page).to_have_url(re.compile(r"/compare\?old=\d+&new=\d+"))
    expect(page.locator(".verdict")).to_contain_text("Of its 2 sentences")
    expect(page.locator("article del").first).to_contain_text("Monday")


def test_two_files_dropped_anywhere_are_compared(tab: Page) -> None:
    tab.goto("/")
    drop(tab, "h1", ("nine.txt", OLD), ("noon.txt", NEW))
    expect_the_comparison(tab)


def test_a_file_dropped_on_either_side_is_compared_with_the_second(tab: Page) -> None:
    tab.goto("/")
    drop(tab, "#new_articles", ("noon.txt", NEW))
    expect(tab.locator("#dropped")).to_contain_text("noon.txt is in place")
    drop(tab, "#old_articles", ("nine.txt", OLD))
    expect_the_comparison(tab)


def test_three_files_at_once_are_answered_in_words(tab: Page) -> None:
    tab.goto("/")
    drop(tab, "h1", ("a.txt", OLD), ("b.txt", NEW), ("c.txt", NEW))
    expect(tab.locator("#dropped")).to_contain_text("3 files")


def test_chosen_files_are_compared_without_scripts(plain_tab: Page) -> None:
    plain_tab.goto("/")
    for side, text in (("old", OLD), ("new", NEW)):
        plain_tab.locator(f"[name={side}][value=pasted]").check()
        plain_tab.locator(f"#{side}_file").set_input_files(chosen(f"{side}.txt", text))
    plain_tab.get_by_role("button", name="Compare", exact=True).click()
    expect_the_comparison(plain_tab)
