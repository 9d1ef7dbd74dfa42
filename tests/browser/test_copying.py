"""What is copied out of a comparison: the words of one side, without what Stet writes beside them."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Site, compared

pytestmark = pytest.mark.browser

OLD = "The mayor said that 46 million people came.\n\nNobody left early.\n\nThe bridge stands."
NEW = "The mayor said that 48 million people came.\n\nSomebody left early.\n\nThe bridge stands."


@pytest.fixture
def page(tab: Page, site: Site) -> Page:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto(compared(site, OLD, NEW))
    return tab


def copied(page: Page, kind: str = "text/plain") -> str:
    """Copy what is selected by the keys and return what came to the clipboard."""
    page.keyboard.press("Control+c")
    read = "async kind => (await (await navigator.clipboard.read())[0].getType(kind)).text()"
    text: str = page.evaluate(read, kind)
    return text


def select(first: Locator, last: Locator) -> None:
    """Select from the beginning of one place to the end of another, as the mouse does: by pressing in the first."""
    first.dispatch_event("pointerdown")
    first.evaluate(
        "(first, last) => getSelection().setBaseAndExtent(first, 0, last, last.childNodes.length)",
        last.element_handle(),
    )


def paragraphs(page: Page, column: str = "") -> Locator:
    return page.locator(f"article.reading {column} p[dir]")


def test_copied_words_are_the_new_ones_without_the_names_of_flags(page: Page) -> None:
    select(paragraphs(page).first, paragraphs(page).nth(1))
    assert copied(page) == "The mayor said that 48 million people came.\n\nSomebody left early."


def test_copied_html_has_what_came_and_went_and_nothing_of_the_page(page: Page) -> None:
    select(paragraphs(page).first, paragraphs(page).first)
    html = copied(page, "text/html")
    assert "<del>46</del> <ins>48</ins>" in html
    assert "class=" not in html and "inserted" not in html and ">number<" not in html


@pytest.mark.parametrize(("column", "text"), [(".old", OLD), (".new", NEW)])
def test_a_selection_stays_in_the_column_in_which_it_began(page: Page, column: str, text: str) -> None:
    page.goto(f"{page.url}&view=side")
    select(paragraphs(page, column).first, paragraphs(page, column).last)
    assert copied(page) == text


def test_what_a_closed_fold_hides_is_not_copied(page: Page, site: Site) -> None:
    sentences = [f"Sentence {number} of the story stands as it was." for number in range(30)]
    page.goto(
        compared(site, "\n\n".join(["It rained.", *sentences]), "\n\n".join(["It snowed.", *sentences]))
        + "&view=changes"
    )
    expect(page.locator("details.fold").first).to_be_visible()
    article = page.locator("article.reading")
    select(article, article)
    assert copied(page).startswith("It snowed.")
    assert "Sentence 20" not in copied(page)


def test_a_field_of_the_page_is_copied_as_ever(page: Page) -> None:
    page.locator("#more").evaluate("options => options.open = true")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<input id=field value=kept>')")
    page.locator("#field").select_text()
    page.locator("#field").focus()
    assert copied(page) == "kept"
