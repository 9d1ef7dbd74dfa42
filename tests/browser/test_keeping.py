"""What is compared, kept, renamed and deleted in a real browser, with scripts and without."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Site
from tests.browser.test_dropping import chosen, drop
from webapp.services import Paste

pytestmark = pytest.mark.browser

OLD = "The council met on Monday. Nobody from the opposition came."
NEW = "The council met on Friday. Nobody from the opposition came."


@pytest.fixture(params=["tab", "plain_tab"], ids=["scripts", "no scripts"])
def either(request: pytest.FixtureRequest) -> Page:
    """A page with scripts, and one without."""
    page: Page = request.getfixturevalue(request.param)
    return page


def fill(page: Page, old: str = OLD, new: str = NEW) -> None:
    page.goto("/")
    page.locator("#old_text").fill(old)
    page.locator("#new_text").fill(new)


def compare(page: Page) -> None:
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page).to_have_url(re.compile(r"/compare\?old=\d+&new=\d+"))


def expect_the_comparison(page: Page, lost: str = "Monday") -> None:
    expect(page.locator("article del").first).to_contain_text(lost)


def test_two_pastes_and_one_click_are_a_comparison(tab: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto("/")
    for text in (OLD, NEW):
        tab.evaluate("text => navigator.clipboard.writeText(text)", text)
        tab.keyboard.press("Control+V")
    expect(tab.locator("#dropped")).to_have_text("Both texts are in place.")
    compare(tab)
    expect_the_comparison(tab)


def test_two_texts_in_their_boxes_and_one_click_are_a_comparison(either: Page) -> None:
    fill(either)
    compare(either)
    expect_the_comparison(either)


def test_two_drags_and_no_click_are_a_comparison_that_is_in_no_list(tab: Page) -> None:
    name = f"{uuid4()}.txt"
    tab.goto("/")
    drop(tab, "#old_articles", (name, f"{name} {OLD}"))
    drop(tab, "#new_articles", (f"new-{name}", f"{name} {NEW}"))
    expect_the_comparison(tab)
    tab.goto(f"/articles?q={name}")
    expect(tab.locator("#articles .none")).to_be_visible()


def test_back_shows_what_was_pasted_and_a_changed_text_is_compared_again(either: Page) -> None:
    fill(either)
    either.locator("#old_title").fill("Nine")
    either.locator("[name=keep_pages]").uncheck()
    compare(either)
    either.go_back()
    for field, value in (("old_text", OLD), ("new_text", NEW), ("old_title", "Nine")):
        expect(either.locator(f"#{field}")).to_have_value(value)
    expect(either.locator("[name=keep_pages]")).not_to_be_checked()
    either.locator("#old_text").fill(OLD.replace("Monday", "Tuesday"))
    compare(either)
    expect_the_comparison(either, "Tuesday")


def test_the_texts_of_a_comparison_are_edited_and_compared_again(either: Page) -> None:
    fill(either)
    compare(either)
    either.get_by_role("link", name="Edit the texts").click()
    expect(either.locator("#new_text")).to_have_value(NEW)
    either.locator("#old_text").fill(OLD.replace("Monday", "Tuesday"))
    compare(either)
    expect_the_comparison(either, "Tuesday")


def test_equal_texts_answer_that_nothing_changed(either: Page) -> None:
    fill(either, OLD, OLD)
    compare(either)
    expect(either.locator(".verdict")).to_contain_text("Nothing changed.")


def test_an_article_is_renamed_and_deleted_and_its_link_stays(either: Page, site: Site) -> None:
    services = site.app.extensions["stet.services"]
    title = str(uuid4())
    article_id = services.add_article(Paste(OLD, title))
    either.goto(f"/compare?old={services.article(article_id).article.version_id}&new=1")
    either.get_by_role("button", name="Share this comparison").click()
    expect(either).to_have_url(re.compile("/c/"))
    link = either.url
    either.goto(f"/articles?q={title}")
    either.get_by_role("link", name=f"Edit {title}").click()
    either.get_by_label("Title").fill(f"Renamed {title}")
    either.get_by_label("Date").fill("2026-11-02")
    either.get_by_role("button", name="Save").click()
    expect(either.locator("h1")).to_have_text(f"Renamed {title}")
    expect(either.locator(".one_article")).to_contain_text("2 November 2026")
    either.get_by_role("link", name="Delete").click()
    expect(either.locator("#delete_article")).to_contain_text("One link was made of it: it keeps its frozen text")
    either.get_by_role("button", name="Delete the article").click()
    expect(either).to_have_url(re.compile("/articles$"))
    expect(either.locator("#articles")).not_to_contain_text(title)
    assert either.request.get(f"/articles/{article_id}").status == 404
    either.goto(link)
    expect(either.locator(".side").first).to_contain_text(title)


def test_what_is_not_kept_is_gone_after_its_time(either: Page, site: Site) -> None:
    fill(either)
    compare(either)
    lifetimes = site.app.extensions["stet.database"]._lifetimes
    usual, later = lifetimes.now, datetime.now(UTC) + timedelta(hours=25)
    lifetimes.now = lambda: later
    try:
        assert either.request.get(either.url).status == 404
    finally:
        lifetimes.now = usual
    assert either.request.get(either.url).status == 404


def test_several_files_are_added_with_a_line_each(either: Page) -> None:
    name = str(uuid4())
    either.goto("/articles")
    either.get_by_role("link", name="Add files").click()
    files = [chosen(f"{name}.txt", f"{name} {OLD}"), chosen("new.txt", f"{name} {NEW}")]
    either.locator("#several").set_input_files(files)
    either.get_by_role("button", name="Add the files").click()
    expect(either.locator(".imported li a")).to_have_count(2)


def test_a_bad_file_among_several_has_a_line_that_says_why(context: BrowserContext) -> None:
    """On a page of its own: a browser writes every refused request on its console."""
    page, name = context.new_page(), str(uuid4())
    page.goto("/articles/files")
    drop(page, "h1", ("empty.txt", ""), ("nine.txt", f"{name} {OLD}"))
    expect(page.locator(".imported .problem")).to_contain_text("empty.txt")
    expect(page.locator(".imported a")).to_have_count(1)


def test_several_files_are_dropped_and_the_bar_is_full_at_the_end(tab: Page) -> None:
    name = str(uuid4())
    tab.goto("/articles/files")
    drop(tab, "h1", *((f"{number}.txt", f"{name} {number}") for number in range(4)))
    expect(tab.locator(".imported li a")).to_have_count(4)
    assert tab.locator("#importing").evaluate("bar => [bar.hidden, bar.value, bar.max]") == [False, 4, 4]
