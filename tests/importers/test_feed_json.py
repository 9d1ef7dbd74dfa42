"""JSON Feed 1.0 and 1.1: each item is a story."""

import json
from datetime import date

import pytest

from webapp.errors import InvalidInput
from webapp.importers.formats import find_format, read
from webapp.importers.imported import KnownStory
from webapp.importers.process.reader import Reader

VERSION = "https://jsonfeed.org/version/1"


def feed(*items: object, **said: object) -> bytes:
    whole = {"title": "The Daily", "home_page_url": "https://daily.example/", "items": items, "version": VERSION}
    return json.dumps({**whole, **said}).encode()


def test_an_item_is_a_story_with_what_is_said_of_it() -> None:
    item = {
        "id": "1",
        "url": "/no",
        "title": "Mayor says no",
        "content_html": "<p>The mayor said <b>no</b>.</p><p>Nobody came.</p>",
        "content_text": "Not this.",
        "authors": [{"name": "Ann"}, {"name": "Bob"}],
        "date_published": "2026-05-03T10:00:00-08:00",
        "language": "fr",
    }
    (story,) = read(feed(item, version=f"{VERSION}.1", language="en"), "feed.json").stories
    assert story == KnownStory(
        "Mayor says no\n\nThe mayor said no.\n\nNobody came.",
        title="Mayor says no",
        byline="Ann, Bob",
        outlet="The Daily",
        language="fr",
        published=date(2026, 5, 3),
        address="https://daily.example/no",
    )


def test_an_item_of_1_0_has_one_author_and_may_have_plain_text_alone() -> None:
    found = read(
        feed({"id": "1", "content_text": "He said no."}, {"id": 2, "summary": "Yes."}, author={"name": "Zoé"}), "a"
    )
    assert [(story.text, story.byline) for story in found.stories] == [("He said no.", "Zoé"), ("Yes.", "Zoé")]


@pytest.mark.parametrize("item", [1, None, "text", [], {"title": None, "content_html": 5, "authors": "Ann", "url": []}])
def test_an_item_of_another_form_does_no_harm(item: object) -> None:
    assert read(feed(item, {"content_text": "No."}), "a").stories[-1].text == "No."


def test_the_address_of_the_version_may_have_its_slashes_escaped() -> None:
    data = feed({"content_text": "No."}).replace(b"/", b"\\/")
    assert read(data, "a").importer == "feed/1"


def test_half_of_a_character_is_replaced_visibly() -> None:
    assert read(feed({"content_text": "no \ud800\0"}), "a").text == "no \ufffd\ufffd"


def test_a_feed_that_is_cut_off_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"a\.json is not whole JSON\. It breaks at line 1\."):
        read(feed({"content_text": "No."})[:-2].replace(b", ", b","), "a.json")


def test_a_feed_that_is_nested_too_deep_is_refused() -> None:
    data = feed({"content_text": "No."}).replace(b'"No."', b"[" * 1_000_000 + b"]" * 1_000_000)
    with Reader() as reader, pytest.raises(InvalidInput, match=r"a\.json .*(nested too deep|stopped)"):
        reader.read(data, "a.json")


def test_other_json_is_no_feed() -> None:
    assert find_format(b'{"version": "1", "items": []}', "a.json").is_simple
    assert find_format(b'[{"version": "https://jsonfeed.org/version/1"}]', "a.json").is_simple
