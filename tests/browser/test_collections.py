"""Articles are put into a collection, listed by it on the desk, and the collection gets another name, by keys too."""

from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.test_keeping import either
from webapp.services import Paste

__all__ = ["either"]
pytestmark = pytest.mark.browser


def test_an_article_is_put_into_a_collection_and_the_collection_renamed(either: Page, site: Site) -> None:
    name, text = f"Bridge {uuid4()}", f"{uuid4()} The bridge is closed."
    article_id = site.app.extensions["stet.services"].add_article(Paste(text))
    either.goto(f"/articles/{article_id}/edit")
    either.get_by_label("Collection").fill(name)
    either.get_by_role("button", name="Save").press("Enter")
    either.get_by_role("link", name=name).click()
    expect(either.locator("#articles li")).to_have_count(1)
    either.get_by_role("link", name="Rename this collection").click()
    either.get_by_label("Name").fill(f"{name} renamed")
    either.get_by_label("Name").press("Enter")
    current = either.get_by_role("navigation", name="Collections").locator("[aria-current]")
    expect(current).to_have_text(f"{name} renamed 1")


def test_the_desk_lists_the_articles_of_the_chosen_collection(tab: Page, site: Site) -> None:
    name, text = f"Bridge {uuid4()}", f"{uuid4()} The bridge is open."
    site.app.extensions["stet.services"].add_article(Paste(text, collection=name))
    tab.goto("/")
    tab.get_by_role("group", name="Original").get_by_label("Articles of").select_option(f"{name} (1)")
    expect(tab.locator("#old_articles .pick")).to_have_count(1)
    expect(tab.locator("#old_articles .pick")).to_contain_text("The bridge is open.")
    tab.locator("#old_query").fill("nothing of the kind")
    expect(tab.locator("#old_articles .none")).to_be_visible()


def test_the_desk_lists_them_without_scripts_too(plain_tab: Page, site: Site) -> None:
    name, text = f"Bridge {uuid4()}", f"{uuid4()} The bridge is shut."
    site.app.extensions["stet.services"].add_article(Paste(text, collection=name))
    plain_tab.goto("/")
    side = plain_tab.get_by_role("group", name="Compared with")
    side.get_by_label("Articles of").select_option(f"{name} (1)")
    side.get_by_role("button", name="Search").click()
    expect(plain_tab.locator("#new_articles .pick")).to_have_count(1)
    expect(plain_tab.get_by_role("group", name="Original").locator("#old_articles .pick").nth(2)).to_be_attached()
