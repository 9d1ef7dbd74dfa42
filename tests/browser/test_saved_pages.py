"""A page that Chromium saved as one file has the text of the page itself."""

import re
from datetime import UTC

import pytest
from playwright.sync_api import Browser

from tests.fetching import sites
from tests.importers.page_files import page, story_body
from tests.importers.story import HEADLINE, PLAIN
from webapp.engine import compare
from webapp.importers.formats import read
from webapp.importers.imported import Imported

pytestmark = pytest.mark.browser

SHADOW = (
    "<news-story><template shadowrootmode=open><h1><slot name=head></slot></h1><slot></slot><p>The end.</template>"
    "<p>The mayor said no.</p><b slot=head>Bridge</b></news-story>"
)
FRAMES = (
    "<!doctype html><title>Two frames</title><frameset cols='20%,80%'><frame src=/menu><frame src=/story></frameset>"
)


def saved(browser: Browser, pages: sites.Pages) -> Imported:
    """Return what is read of the first page, as Chromium saves it."""
    tab = browser.new_page()
    with sites.site({**pages, "*": sites.answer("", "404 Not Found")}) as served:
        tab.goto(f"http://127.0.0.1:{served.port}/")
        snapshot = tab.context.new_cdp_session(tab).send("Page.captureSnapshot", {"format": "mhtml"})
    tab.close()
    return read(snapshot["data"].encode(), "story.mhtml")


def test_a_whole_story_comes_out_as_it_went_in(browser: Browser) -> None:
    body = page(story_body(), f"<title>{HEADLINE}</title><meta name=author content='Ada Lindqvist'>")
    story = saved(browser, {"/": sites.answer(body)})
    assert story.text == read(body, "story.html").text == PLAIN
    assert compare(PLAIN, story.text).changes == ()
    assert (story.importer, story.title, story.byline, story.language) == ("eml/2", HEADLINE, "Ada Lindqvist", "en")


def test_the_moment_of_saving_is_no_date_of_publication(browser: Browser) -> None:
    story = saved(browser, {"/": sites.answer("<title>Bridge</title><p>The mayor said no.")})
    assert (story.title, story.byline, story.published) == ("Bridge", "", None)
    (known,) = story.stories
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", known.address)
    assert known.captured and known.captured.tzinfo == UTC


@pytest.mark.parametrize("encoding", ["windows-1251", "shift_jis", "utf-8"])
def test_the_encoding_of_the_page_is_kept(browser: Browser, encoding: str) -> None:
    """BAD_INPUT 36."""
    kind = f"text/html; charset={encoding}"
    said = "市長 “5”" if encoding != "windows-1251" else "Мэр “5”"
    story = saved(browser, {"/": sites.answer(f"<p>{said}".encode(encoding), kind=kind)})
    assert (story.text, story.warnings) == (said, ())


def test_a_shadow_tree_is_read_where_it_is_shown(browser: Browser) -> None:
    assert saved(browser, {"/": sites.answer(SHADOW)}).text == "Bridge\n\nThe mayor said no.\n\nThe end."
    assert read(SHADOW.encode(), "story.html").text == "Bridge\n\nThe mayor said no.\n\nThe end."


def test_a_frame_within_a_page_is_left_out_and_a_page_of_frames_is_its_frames(browser: Browser) -> None:
    framed = "<p>The mayor said no.<iframe src=/story></iframe>"
    frames = {"/menu": sites.answer("<p>Menu"), "/story": sites.answer("<p>A story.")}
    assert saved(browser, {"/": sites.answer(framed), **frames}).text == "The mayor said no."
    assert saved(browser, {"/": sites.answer(FRAMES), **frames}).text == "Menu\n\nA story."
