"""RSS and Atom: each entry is a story, with its whole text, in the shapes in which feeds come."""

from datetime import date

import pytest

from webapp.errors import InvalidInput, TooLarge
from webapp.importers.formats import read
from webapp.importers.imported import Imported, KnownStory

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:a10="http://www.w3.org/2005/Atom"'
)
CHANNEL = "<title>The Daily</title><link>https://daily.example/</link><language>en-gb</language>"


def rss(*items: str, channel: str = CHANNEL) -> bytes:
    entries = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel>{channel}{entries}</channel></rss>'.encode()


def atom(*entries: str, about: str = "<title>The Daily</title><author><name>The desk</name></author>") -> bytes:
    written = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en" '
        f'xml:base="https://daily.example/news/">{about}{written}</feed>'
    ).encode()


def read_feed(data: bytes) -> Imported:
    found = read(data, "feed.xml")
    assert found.importer == "feed/1"
    return found


def only(data: bytes) -> KnownStory:
    (story,) = read_feed(data).stories
    return story


def test_an_entry_of_rss_is_a_story_with_what_is_said_of_it() -> None:
    story = only(
        rss(
            "<title>Mayor says no</title><link>/no</link><description>Short.</description>"
            "<content:encoded><![CDATA[<p>The mayor said <b>no</b>.</p><p>Nobody came.</p>]]></content:encoded>"
            "<dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator><pubDate>Sun, 03 May 2026 23:30:00 -0800</pubDate>"
        )
    )
    assert story == KnownStory(
        "Mayor says no\n\nThe mayor said no.\n\nNobody came.",
        title="Mayor says no",
        byline="Ann, Bob",
        outlet="The Daily",
        language="en-gb",
        published=date(2026, 5, 3),
        address="https://daily.example/no",
    )


def test_several_entries_are_one_text_and_each_by_itself() -> None:
    found = read_feed(rss("<title>One</title><description>No.</description>", "<description>Yes.</description>"))
    assert found.text == "One\n\nNo.\n\nYes."
    assert [story.text for story in found.stories] == ["One\n\nNo.", "Yes."]
    assert (found.outlet, found.language) == ("The Daily", "en-gb")
    assert found.warnings[0].startswith("It holds 2 stories")


def test_an_entry_of_atom_is_a_story_with_what_is_said_of_it() -> None:
    story = only(
        atom(
            '<title type="html">Mayor says &lt;em&gt;no&lt;/em&gt;</title><link rel="self" href="x.xml"/>'
            '<link href="no"/><updated>2026-05-04T10:00:00Z</updated><published>2026-05-03T10:00:00Z</published>'
            "<author><name>Ann</name></author><author><name>Bob</name></author><summary>Short.</summary>"
            '<content type="html">&lt;p&gt;The mayor said no.&lt;/p&gt;</content>'
        )
    )
    assert story == KnownStory(
        "Mayor says no\n\nThe mayor said no.",
        title="Mayor says no",
        byline="Ann, Bob",
        outlet="The Daily",
        language="en",
        published=date(2026, 5, 3),
        address="https://daily.example/news/no",
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ('<content type="text">3 &lt; 4 &amp;amp; 5</content>', "3 < 4 &amp; 5"),
        ("<content>No kind.</content>", "No kind."),
        (
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One<br/>two.</p><p>Three.</p></div></content>',
            "One\ntwo.\n\nThree.",
        ),
        (
            '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>One.</h:p><h:p>Two.</h:p></h:div>'
            "</content>",
            "One.\n\nTwo.",
        ),
        ('<content type="CDATA"><![CDATA[<p>One.</p>]]></content><summary>No.</summary>', "One."),
        ('<content type="text/html">&lt;p&gt;One.&lt;/p&gt;</content>', "One."),
        ('<content src="https://daily.example/1.mp3" type="audio/mpeg"/><summary>An episode.</summary>', "An episode."),
        ('<content type="image/png">iVBORw0KGgo=</content><summary>A picture.</summary>', "A picture."),
        ('<summary type="html">&lt;ul&gt;&lt;li&gt;One&lt;li&gt;Two&lt;/ul&gt;</summary>', "One\n\nTwo"),
        (
            "<media:group><media:title>T</media:title><media:description>A film.</media:description></media:group>",
            "A film.",
        ),
    ],
)
def test_the_content_of_atom_is_read_by_its_kind(content: str, text: str) -> None:
    assert only(atom(content)).text == text


def test_an_entry_of_atom_from_elsewhere_names_its_source() -> None:
    story = only(atom("<title>No</title><source><title>Le Soir</title><author><name>Zoé</name></author></source>"))
    assert (story.outlet, story.byline) == ("Le Soir", "Zoé")


def test_an_entry_of_atom_0_3_is_read_too() -> None:
    story = only(
        b'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>The Daily</title><entry><title>No</title>'
        b'<issued>2004-05-03T10:00:00Z</issued><content type="text/html" mode="escaped">&lt;p&gt;He said no.'
        b"&lt;/p&gt;</content></entry></feed>"
    )
    assert (story.text, story.published) == ("No\n\nHe said no.", date(2004, 5, 3))


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<description>Plain, 3 &lt; 4.</description>", "Plain, 3 < 4."),
        ("<description>Line one\nline two</description>", "Line one\nline two"),
        ("<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description>", "One.\n\nTwo."),
        ("<description>&amp;lt;p&amp;gt;One.&amp;lt;/p&amp;gt;</description>", "One."),
        ("<description>The mayor&amp;#8217;s no.&amp;nbsp;Yes</description>", "The mayor’s no.\u00a0Yes"),
        ("<description><![CDATA[One<br>two]]></description>", "One\ntwo"),
        ("<description><p>Not escaped.</p><p>At all.</p></description>", "Not escaped.\n\nAt all."),
        ("<content:encoded> </content:encoded><description>Short.</description>", "Short."),
        ("<itunes:summary>An episode.</itunes:summary>", "An episode."),
        ("<media:group><media:description>A film.</media:description></media:group>", "A film."),
        (
            "<media:group><media:content url='a'><media:description>A film.</media:description></media:content>"
            "</media:group>",
            "A film.",
        ),
        ("<title>No body</title>", "No body"),
        ("<title>The mayor</title><description>The mayor said no.</description>", "The mayor\n\nThe mayor said no."),
        ("<title>Says No</title><description>&lt;h1&gt;says no&lt;/h1&gt;Yes.</description>", "says no\n\nYes."),
        ("<description><![CDATA[One ]]]]><![CDATA[> two]]></description>", "One ]]> two"),
        ("<description>Write to Ann &lt;ann@daily.example&gt;.</description>", "Write to Ann <ann@daily.example>."),
        ("<description>One.&lt;br /&gt;&lt;br /&gt;Two.</description>", "One.\n\nTwo."),
        ("<description>&lt;script&gt;a()&lt;/script&gt;&lt;p onclick='a'&gt;No.</description>", "No."),
        (
            "<title>No</title><description>&lt;h1&gt;No&lt;/h1&gt;&lt;p&gt;He said.&lt;/p&gt;</description>",
            "No\n\nHe said.",
        ),
        ("<title>No</title><description/><enclosure url='a.mp3' type='audio/mpeg' length='1'/>", "No"),
        ("<description><![CDATA[<html><body><p>A page.</p></body></html>]]></description>", "A page."),
        (
            "<description><![CDATA[<ruby>漢<rt>かん</rt></ruby><details><summary>One</summary>Two</details>]]></description>",
            "漢\n\nOne\n\nTwo",
        ),
    ],
)
def test_the_text_of_an_entry_is_what_a_reader_of_the_feed_sees(item: str, text: str) -> None:
    assert only(rss(item)).text == text


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("AT&amp;amp;T", "AT&T"),
        ("AT&amp;T", "AT&T"),
        ("The mayor&amp;#8217;s &lt;i&gt;no&lt;/i&gt;", "The mayor’s no"),
        ("<![CDATA[“No” & <b>yes</b>]]>", "“No” & yes"),
        ("If 3 &lt; 4 &gt; 2", "If 3 < 4 > 2"),
        (" Two\n lines ", "Two lines"),
    ],
)
def test_a_title_is_a_line_without_markup(written: str, title: str) -> None:
    assert only(rss(f"<title>{written}</title>")).title == title


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("<pubDate>Sun, 3 May 2026 10:00:00 GMT</pubDate>", date(2026, 5, 3)),
        ("<pubDate>3 May 2026 10:00 +0200</pubDate>", date(2026, 5, 3)),
        ("<pubDate>Sunday, 03 May 26 10:00:00 EST</pubDate>", date(2026, 5, 3)),
        ("<pubDate>2026-05-03T23:59:00+02:00</pubDate>", date(2026, 5, 3)),
        ("<pubDate>2026/05/03</pubDate>", date(2026, 5, 3)),
        ("<dc:date>2026-05-03</dc:date>", date(2026, 5, 3)),
        ("<a10:updated>2026-05-03T10:00:00Z</a10:updated>", date(2026, 5, 3)),
        ("<pubDate>03/05/2026</pubDate>", None),
        ("<pubDate>soon</pubDate>", None),
        ("<pubDate>Sun, 99 May 2026 10:00:00 GMT</pubDate>", None),
    ],
)
def test_a_date_is_read_if_it_is_certain(written: str, day: date | None) -> None:
    assert only(rss(f"<title>No</title>{written}")).published == day


@pytest.mark.parametrize(
    ("written", "byline"),
    [
        ("<author>ann@daily.example (Ann Lee)</author>", "Ann Lee"),
        ("<author>ann@daily.example</author>", ""),
        ("<author>Ann Lee</author>", "Ann Lee"),
        ("<dc:creator><![CDATA[Ann Lee]]></dc:creator><author>a@b.example (Ann Lee)</author>", "Ann Lee"),
        ("<itunes:author>Ann Lee</itunes:author>", "Ann Lee"),
    ],
)
def test_an_author_is_a_name(written: str, byline: str) -> None:
    assert only(rss(f"<title>No</title>{written}")).byline == byline


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("<link>https://daily.example/no</link>", "https://daily.example/no"),
        ("<link>\n /no </link>", "https://daily.example/no"),
        ("<guid>https://daily.example/no</guid>", "https://daily.example/no"),
        ('<guid isPermaLink="false">https://daily.example/no</guid>', ""),
        ('<a10:link href="https://daily.example/no"/>', "https://daily.example/no"),
        ("<link>http://[no</link>", "http://[no"),
    ],
)
def test_the_address_of_an_entry_is_its_link(written: str, address: str) -> None:
    assert only(rss(f"<title>No</title>{written}")).address == address


def test_the_language_of_an_entry_counts_more_than_that_of_the_feed() -> None:
    found = read_feed(rss("<title>Non</title><dc:language>fr</dc:language>", "<title>No</title>"))
    assert [story.language for story in found.stories] == ["fr", "en-gb"]
    assert (
        only(rss("<title>Nee</title>", channel="<title>T</title>").replace(b"<item>", b'<item xml:lang="nl">')).language
        == "nl"
    )


def test_rss_1_0_has_its_entries_beside_its_channel() -> None:
    story = only(
        b'<!-- made by hand --><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        b'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x">'
        b"<title>The Daily</title><link>https://daily.example/</link><dc:language>de</dc:language></channel>"
        b'<item rdf:about="https://daily.example/no"><title>Nein</title><link>https://daily.example/no</link>'
        b"<description>Er sagte nein.</description><dc:date>2026-05-03T10:00:00Z</dc:date></item></rdf:RDF>"
    )
    assert (story.text, story.outlet, story.language) == ("Nein\n\nEr sagte nein.", "The Daily", "de")
    assert story.published == date(2026, 5, 3)


def test_rss_0_91_may_name_its_doctype_which_is_not_loaded() -> None:
    story = only(
        b'<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN'
        b'" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>T</title>'
        b"<item><title>Caf\xe9 &eacute;t&eacute; &mdash; oui</title></item></channel></rss>"
    )
    assert story.title == "Café été — oui"


def test_an_entry_without_a_text_is_no_story_and_equal_ones_are_one() -> None:
    assert only(rss("<guid>a</guid>", "<title>No</title>", "<title>No</title>")).text == "No"


def test_a_feed_without_entries_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"feed\.xml holds no story"):
        read(rss(), "feed.xml")


def test_more_entries_than_the_limit_are_refused() -> None:
    with pytest.raises(TooLarge, match="more than 500 stories"):
        read(rss(*(f"<title>Story {number}</title>" for number in range(501))), "feed.xml")


def test_a_feed_that_is_cut_off_keeps_its_whole_entries_with_a_warning() -> None:
    data = rss("<title>One</title>", "<title>Two</title><description>The mayor said no.</description>")
    story, *_ = read_feed(data[: data.index(b"mayor")]).stories
    assert story.text == "One"
    assert "not well-formed XML" in story.warnings[0]


@pytest.mark.parametrize(
    ("inside", "text"),
    [("Q&A at 10", "Q&A at 10"), ("one\x0btwo", "one\ufffdtwo"), ("so&nbsp;it &unknown;", "so\u00a0it &unknown;")],
)
def test_what_many_feeds_write_wrongly_is_mended(inside: str, text: str) -> None:
    assert only(rss(f"<title>{inside}</title>")).title.replace("\u00a0", " ") == text.replace("\u00a0", " ")
