"""ninjs 1.x, 2.x and 3.x: the story of an item, and what the wire says of it."""

import json
from datetime import date

import pytest

from webapp.errors import InvalidInput
from webapp.importers.formats import find_format, read
from webapp.importers.imported import Imported, KnownStory

PAGE = "<p>The mayor said <b>no</b>.</p><p>Nobody came.</p>"
TEXT = "Mayor says no\n\nThe mayor said no.\n\nNobody came."
FIRST = {
    "uri": "https://wire.example/no",
    "type": "text",
    "versioncreated": "2026-05-04T10:00:00Z",
    "firstcreated": "2026-05-03T10:00:00Z",
    "language": "en",
    "byline": "Ann Lee",
    "copyrightholder": "The Wire",
    "headline": "Mayor says no",
    "body_text": "Not this.",
    "body_xhtml": PAGE,
}
SECOND = {
    "uri": "urn:a",
    "standard": {"name": "ninjs", "version": "2.1"},
    "by": "Ann Lee",
    "headlines": [{"role": "slug", "value": "MAYOR"}, {"role": "main", "value": "Mayor says no"}],
    "bodies": [
        {"contenttype": "text/plain", "value": "Not this."},
        {"role": "html", "contenttype": "application/xhtml+xml", "value": PAGE},
    ],
}
THIRD = {
    "uri": "urn:a",
    "standard": {"name": "ninjs", "version": "3.0"},
    "headlines": [{"value": "Mayor says no"}],
    "bodies": [{"contentType": "text/html", "value": PAGE}],
}


def read_ninjs(item: object) -> Imported:
    found = read(json.dumps(item).encode(), "a.json")
    assert found.importer == "ninjs/1"
    return found


def test_an_item_is_a_story_with_what_is_said_of_it() -> None:
    assert read_ninjs(FIRST).stories == (
        KnownStory(
            TEXT,
            title="Mayor says no",
            byline="Ann Lee",
            outlet="The Wire",
            language="en",
            published=date(2026, 5, 3),
            address="https://wire.example/no",
        ),
    )


@pytest.mark.parametrize("item", [FIRST, SECOND, THIRD])
def test_the_story_is_the_same_in_each_version_of_the_standard(item: dict[str, object]) -> None:
    found = read_ninjs(item)
    assert (found.text, found.title) == (TEXT, "Mayor says no")


def test_a_body_in_nitf_is_read_as_nitf() -> None:
    body = "<?xml version='1.0'?><nitf><body><body.content><p>He said no.</p></body.content></body></nitf>"
    item = {**THIRD, "bodies": [{"role": "nitf", "contentType": "text/vnd.IPTC.NITF", "value": body}]}
    assert read_ninjs(item).text == "Mayor says no\n\nHe said no."


@pytest.mark.parametrize(
    ("said", "warning"),
    [
        ({"embargoed": "2026-05-03T10:00:00Z"}, "Embargoed until 3 May 2026, 10:00 UTC."),
        ({"pubstatus": "canceled"}, "The wire has killed this story (status: canceled)."),
        ({"pubStatus": "withheld"}, "The wire withholds this story (status: withheld)."),
        ({"ednote": "Corrects\nthe name."}, "The wire says: Corrects the name."),
        ({"edNote": "Eds."}, "The wire says: Eds."),
        ({"version": 3}, "Version 3."),
        ({"urgency": 2}, "Urgency 2; 1 is the most urgent."),
        ({"expires": "2026-06-01T00:00:00+02:00"}, "Not to be used after 1 June 2026, 00:00 UTC+02:00."),
    ],
)
def test_what_the_wire_says_of_the_story_is_a_warning(said: dict[str, object], warning: str) -> None:
    assert read_ninjs({**FIRST, **said}).warnings == (warning,)


def test_stories_in_a_package_are_stories_and_its_pictures_are_not() -> None:
    picture = {"uri": "p", "type": "picture", "headline": "The mayor", "description_text": "The mayor."}
    package = {**FIRST, "type": "composite", "associations": {"a": {**FIRST, "body_xhtml": "<p>Two."}, "b": picture}}
    assert [story.text for story in read_ninjs(package).stories] == [TEXT, "Mayor says no\n\nTwo."]
    listed = {**THIRD, "associations": [{"name": "a", **SECOND, "by": "Bob"}]}
    assert [story.byline for story in read_ninjs(listed).stories] == ["", "Bob"]


def test_a_picture_is_its_description_with_a_warning() -> None:
    found = read_ninjs({"uri": "p", "versioncreated": "2026", "headline": "Mayor", "description_text": "He said no."})
    assert found.text == "Mayor\n\nHe said no."
    assert found.warnings == ("The file holds no text of it, only its headline and description.",)


@pytest.mark.parametrize("value", [None, 5, True, [], {}, [[]], "", [5], {"value": None}])
def test_a_value_of_another_form_does_no_harm(value: object) -> None:
    names = (
        "headlines",
        "bodies",
        "associations",
        "language",
        "by",
        "version",
        "standard",
        "infosources",
        "descriptions",
    )
    assert read_ninjs({**FIRST, **dict.fromkeys(names, value)}).text == TEXT


def test_items_that_hold_themselves_very_deep_end_somewhere() -> None:
    item: dict[str, object] = {**FIRST, "body_xhtml": "<p>Deepest."}
    for level in range(60):
        item = {**FIRST, "headline": f"Level {level}", "associations": {"a": item}}
    assert len(read_ninjs(item).stories) == 21


def test_an_item_without_a_word_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"a\.json holds no story"):
        read_ninjs({"uri": "p", "versioncreated": "2026", "headline": ""})


@pytest.mark.parametrize("item", [{"uri": "a"}, {"uri": "a", "headline": "No"}, {"headline": "No", "urgency": 1}])
def test_other_json_is_not_taken_for_it(item: object) -> None:
    assert find_format(json.dumps(item).encode(), "a.json").is_simple
