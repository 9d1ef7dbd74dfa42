"""NITF: the story as it is printed, and what the wire says of it."""

from datetime import date

import pytest

from webapp.importers.formats import read
from webapp.importers.imported import Imported

HEAD = "<docdata><date.issue norm='20260503T100000Z'/><doc.copyright holder='AP'/></docdata>"
BODY_HEAD = (
    "<hedline><hl1>Mayor says <em>no</em></hl1><hl2>Nobody came</hl2></hedline>"
    "<byline>By <person><name.given>Ann</name.given> <name.family>Lee</name.family></person>, "
    "<byttl>Reporter</byttl></byline>"
    "<distributor>The Wire</distributor><dateline><location>LYON</location>, <story.date>May 3</story.date></dateline>"
)
CONTENT = "<block><p>The mayor said <q>no</q>.</p><hl2>Later</hl2><p>Nobody<br/>came.</p></block>"


def nitf(content: str = CONTENT, head: str = HEAD, body_head: str = BODY_HEAD, start: str = "<nitf>") -> bytes:
    return (
        f"{start}<head><title>Slug</title>{head}</head><body><body.head>{body_head}</body.head><body.content>{content}"
        "</body.content><body.end><tagline>Bob helped.</tagline></body.end></body></nitf>"
    ).encode()


def read_nitf(data: bytes) -> Imported:
    found = read(data, "a.xml")
    assert found.importer == "nitf/1"
    return found


def test_the_story_is_read_as_it_is_printed() -> None:
    found = read_nitf(nitf())
    assert found.text.split("\n\n") == [
        "Mayor says no",
        "Nobody came",
        "By Ann Lee, Reporter",
        "The Wire",
        "LYON, May 3",
        "The mayor said no.",
        "Later",
        "Nobody\ncame.",
        "Bob helped.",
    ]
    assert (found.title, found.byline, found.outlet) == ("Mayor says no", "Ann Lee", "The Wire")
    assert (found.published, found.warnings) == (date(2026, 5, 3), ())


def test_a_namespace_a_doctype_and_a_language_change_nothing() -> None:
    start = '<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/" xml:lang="fr">'
    data = nitf(start=start).replace(b"</nitf>", b"</n:nitf>").replace(b"<nitf>", b"")
    assert read_nitf(data).language == "fr"
    spaced = '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">'
    assert read_nitf(nitf(start=spaced)).text == read_nitf(nitf()).text


@pytest.mark.parametrize(
    ("head", "warning"),
    [
        (
            "<docdata management-status='embargoed'><date.release norm='20260503T100000Z'/></docdata>",
            "Embargoed until 3 May 2026, 10:00 UTC.",
        ),
        ("<docdata management-status='embargoed'/>", "Embargoed; the file does not say until when."),
        ("<docdata management-status='canceled'/>", "The wire has killed this story (status: canceled)."),
        ("<docdata management-status='withheld'/>", "The wire withholds this story (status: withheld)."),
        ("<docdata><du-key key='a' version='3'/></docdata>", "Version 3."),
        ("<docdata><urgency ed-urg='2'/></docdata>", "Urgency 2; 1 is the most urgent."),
        ("<docdata><ed-msg info='Second graf is new.'/></docdata>", "The wire says: Second graf is new."),
        ("<docdata><correction info='Name was wrong.'/></docdata>", "The wire says: Name was wrong."),
        ("<docdata><correction/></docdata>", "The wire marks this as: correction."),
        (
            "<docdata><date.expire norm='2026-06-01T00:00:00+02:00'/></docdata>",
            "Not to be used after 1 June 2026, 00:00 UTC+02:00.",
        ),
    ],
)
def test_what_the_wire_says_of_the_story_is_a_warning(head: str, warning: str) -> None:
    assert warning in read_nitf(nitf(head=head)).warnings


def test_a_note_to_editors_is_a_warning_and_one_to_readers_is_text() -> None:
    notes = "<note><body.content><p>Eds: updates.</p></body.content></note><note type='pa'><p>Corrected.</p></note>"
    found = read_nitf(nitf(body_head=BODY_HEAD + notes.replace("<body.content>", "").replace("</body.content>", "")))
    assert found.warnings == ("The wire says: Eds: updates.",)
    assert "Corrected." in found.text
    assert "Eds" not in found.text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<table><tr><th>Town</th><th>Votes</th></tr><tr><td>Lyon</td><td>5</td></tr></table>", "Town\tVotes\nLyon\t5"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("<bq><block><p>No.</p></block><credit>Ann</credit></bq>", "No.\n\nAnn"),
        (
            "<media media-type='image'><media-metadata name='a' value='b'/><media-reference source='a.jpg'/>"
            "<media-caption>The mayor.</media-caption><media-producer>AP</media-producer></media>",
            "The mayor.\n\nAP",
        ),
        ("<p>A <org>UN</org><sup>2</sup> of <money>$5</money></p>", "A UN2 of $5"),
        ("<p>One</p><fn><p>A note.</p></fn>", "One\n\nA note."),
        ("<pre>A\n  B</pre>", "A\nB"),
    ],
)
def test_the_elements_of_the_body_are_read_like_those_of_pages(content: str, text: str) -> None:
    assert read_nitf(nitf(content)).text.split("May 3\n\n")[1].removesuffix("\n\nBob helped.") == text


def test_a_byline_without_persons_is_the_line_without_the_office() -> None:
    data = nitf(body_head="<byline>By Ann Lee, <byttl>Reporter</byttl></byline>")
    assert read_nitf(data).byline == "By Ann Lee"
