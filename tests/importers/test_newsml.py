"""NewsML-G2: the stories of news items, alone or in a message, and what the wire says of them."""

from datetime import date

import pytest

from webapp.errors import InvalidInput
from webapp.importers.formats import read
from webapp.importers.imported import Imported

SPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
ITEM_META = (
    "<itemMeta><itemClass qcode='ninat:text'/><provider qcode='nprov:w'><name>The Wire</name></provider>"
    "<versionCreated>2026-05-03T10:00:00Z</versionCreated>{}</itemMeta>"
)
CONTENT_META = (
    "<contentMeta><language tag='en-GB'/><by>Ann Lee</by><dateline>LYON, May 3</dateline>"
    "<headline>Mayor says <a href='x'>no</a> <inline>twice</inline></headline>{}</contentMeta>"
)
XHTML = (
    "<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title>"
    "</head><body><p>The mayor said <b>no</b>.</p><p>Nobody came.</p></body></html></inlineXML>"
)
NITF = (
    "<inlineXML contenttype='application/nitf+xml'><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.head>"
    "<hedline><hl1>Mayor says no twice</hl1></hedline><byline>By Ann</byline>"
    "</body.head><body.content><p>He said no.</p>"
    "</body.content></body></nitf></inlineXML>"
)
STORY = "Mayor says no twice\n\nLYON, May 3\n\nThe mayor said no.\n\nNobody came."


def item(content: str = XHTML, item_meta: str = "", content_meta: str = "", space: str = SPACE) -> str:
    return (
        f"<newsItem {space} guid='a' version='3' xml:lang='en'>{ITEM_META.format(item_meta)}"
        f"{CONTENT_META.format(content_meta)}<contentSet>{content}</contentSet></newsItem>"
    )


def read_newsml(written: str) -> Imported:
    found = read(f'<?xml version="1.0"?>{written}'.encode(), "a.xml")
    assert found.importer == "newsml/1"
    return found


def test_a_news_item_is_a_story_with_what_is_said_of_it() -> None:
    found = read_newsml(item())
    assert found.text == STORY
    assert (found.title, found.byline, found.outlet) == ("Mayor says no twice", "Ann Lee", "The Wire")
    assert (found.language, found.published, found.warnings) == ("en-GB", date(2026, 5, 3), ("Version 3.",))


def test_a_story_in_nitf_is_read_as_nitf_and_its_headline_once() -> None:
    assert read_newsml(item(NITF)).text == "Mayor says no twice\n\nBy Ann\n\nHe said no."
    other = item(NITF.replace("says no twice", "refuses"))
    assert read_newsml(other).text == "Mayor refuses\n\nBy Ann\n\nHe said no."
    bare = item(NITF.replace("<hl1>Mayor says no twice</hl1>", "<hl1/>"))
    assert read_newsml(bare).text == "Mayor says no twice\n\nBy Ann\n\nHe said no."


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<inlineData contenttype='text/plain'>The mayor said no.\n\nNobody came.</inlineData>", STORY),
        (
            "<inlineData contenttype='text/html'>&lt;p&gt;The mayor said no.&lt;/p&gt;&lt;p>Nobody came.</inlineData>",
            STORY,
        ),
        (
            "<inlineData contenttype='text/plain' encoding='enc:base64'>"
            "VGhlIG1heW9yIHNhaWQgbm8uCgpOb2JvZHkgY2FtZS4=</inlineData>",
            STORY,
        ),
        ("<inlineData>Plain.</inlineData><remoteContent href='a.jpg'/>" + XHTML, STORY),
    ],
)
def test_the_best_rendition_of_a_story_is_read(content: str, text: str) -> None:
    assert read_newsml(item(content)).text == text


@pytest.mark.parametrize(
    ("item_meta", "warning"),
    [
        ("<embargoed>2026-05-03T10:00:00Z</embargoed>", "Embargoed until 3 May 2026, 10:00 UTC."),
        ("<pubStatus qcode='stat:canceled'/>", "The wire has killed this story (status: canceled)."),
        (
            "<pubStatus uri='http://cv.iptc.org/newscodes/pubstatusg2/withheld'/>",
            "The wire withholds this story (status: withheld).",
        ),
        ("<edNote>Corrects the <b>name</b>.</edNote>", "The wire says: Corrects the name."),
        ("<signal qcode='sig:correction'/>", "The wire marks this as: correction."),
    ],
)
def test_what_the_wire_says_of_the_story_is_a_warning(item_meta: str, warning: str) -> None:
    assert warning in read_newsml(item(item_meta=item_meta)).warnings


def test_a_usable_story_needs_no_word_about_it() -> None:
    assert read_newsml(item(item_meta="<pubStatus qcode='stat:usable'/>")).warnings == ("Version 3.",)


def test_the_items_of_a_message_are_stories_without_its_pictures() -> None:
    picture = item("<remoteContent href='a.jpg'/>", content_meta="<description>The mayor.</description>", space="")
    package = (
        "<packageItem guid='p'><groupSet root='r'><group id='r'><itemRef residref='a'/></group>"
        "</groupSet></packageItem>"
    )
    second = item(space="").replace("Nobody came.", "Ann came.").replace("version='3'", "version='4'")
    found = read_newsml(
        f"<newsMessage {SPACE}><header/><itemSet>{package}{item(space='')}{picture}{second}</itemSet></newsMessage>"
    )
    assert [story.text for story in found.stories] == [STORY, STORY.replace("Nobody", "Ann")]
    assert found.warnings[1:] == ("Mayor says no twice: Version 3.", "Mayor says no twice: Version 4.")


def test_an_item_whose_text_stands_elsewhere_is_its_description_with_a_warning() -> None:
    found = read_newsml(item("<remoteContent href='a.jpg'/>", content_meta="<description>The mayor.</description>"))
    assert found.text == "Mayor says no twice\n\nLYON, May 3\n\nThe mayor."
    assert "holds no text of it" in found.warnings[-1]


@pytest.mark.parametrize("root", ["packageItem", "conceptItem", "planningItem"])
def test_what_holds_no_news_item_is_refused_with_what_to_do(root: str) -> None:
    with pytest.raises(InvalidInput, match=f"a.xml is a {root} of NewsML-G2, which holds no news item"):
        read(f"<{root} {SPACE}/>".encode(), "a.xml")
