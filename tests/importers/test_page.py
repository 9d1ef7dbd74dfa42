"""A saved web page is read as a browser shows it, and nothing in it runs or counts but its text."""

from datetime import UTC, date, datetime
from time import monotonic

import pytest

from tests.importers.page_files import packed, page, story_body
from tests.importers.story import HEADLINE, PLAIN
from webapp.engine import compare
from webapp.errors import InvalidInput, TooLarge
from webapp.importers.formats import read

HEAD = """<title>Bridge &amp; ferries | Bay News</title>
<meta property="og:title" content="Bridge &amp;
 ferries"><meta name=author content="Ada Lindqvist"><meta name=author content="Nobody">
<meta property=og:site_name content="Bay News"><meta property="article:author" content="https://bay.example/ada">
<meta property="article:published_time" content="2026-11-12T09:00:00Z">"""


def text_of(body: str) -> str:
    return read(page(body), "story.html").text


def test_a_whole_story_comes_out_as_it_went_in() -> None:
    story = read(page(story_body(), f"<title>{HEADLINE}</title>"), "story.html")
    assert story.text == PLAIN
    assert compare(PLAIN, story.text).changes == ()
    assert (story.importer, story.title, story.language, story.warnings) == ("html/2", HEADLINE, "en", ())


def test_the_head_says_what_it_knows_of_the_story() -> None:
    story = read(page("<p>A.", HEAD), "story.html")
    assert (story.title, story.byline, story.outlet) == ("Bridge & ferries", "Ada Lindqvist", "Bay News")
    assert story.published == date(2026, 11, 12)
    assert read(page("<p>A.", "<title> A  page </title>"), "story.html").title == "A page"
    assert read(page("<p>A.", "<meta name=date content=2026-13-45>"), "story.html").published is None


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One <b>two</b>\n three<br>four", "One two three\nfour"),
        ("<div>One<div>two</div>three</div>", "One\n\ntwo\n\nthree"),
        ("<details><summary>One</summary>two</details>", "One\n\ntwo"),
        ("<figure><img alt=no><figcaption>Caption</figcaption></figure>", "Caption"),
        ("<ol><li>One<li><p>two</ol>", "One\n\ntwo"),
        ("<table><caption>C</caption><tr><th>a<th>b<tr><td>c<td></table>", "C\n\na\tb\nc"),
        ("<table><tr><td>menu<td><p>One<p>Two</table>", "menu\n\nOne\n\nTwo"),
        ("<table><tr><td><table><tr><td>a<td>b</table></table>", "a\tb"),
        ("<p>A<del>B</del><ins>C</ins><p hidden>D<p style='color:red;DISPLAY : none'>E", "AC"),
        ("<p class=MsoListParagraph><span style='mso-list:Ignore'>·&nbsp; </span>item", "item"),
        ("<p>A<script>if (a<b) '</p>'</script><style>p{}</style><noscript>B</noscript><iframe><b></iframe>C", "AC"),
        ("<p>A<!-- <p>B --><template>C</template><textarea>D</textarea><select><option>E</select>", "A"),
        ("<p>A<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "A漢"),
        ("<p>A<a href='#n1'>12</a> and <a href='#top'>back to the top</a>", "A and back to the top"),
        ("<p>A<a role=doc-noteref href=n.html>note</a>", "A"),
        ("<p>H<sub>2</sub>O, a&shy;b, c&nbsp;d, 1&lt;2", "H2O, a\u00adb, c\u00a0d, 1<2"),
        ("<table><tr><td colspan=9000000000000000>a</table>", "a"),
        ("<p title='a>b\"<i>'>A</p>", "A"),
        ("<p>A</p></div></td></table>B", "A\n\nB"),
    ],
)
def test_the_text_is_what_a_browser_shows(body: str, text: str) -> None:
    """BAD_INPUT 18, 19, 30."""
    assert text_of(body) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("A<template shadowrootmode=open><p>1 <slot></slot> 2</template>B", "1 AB 2"),
        ("<template shadowmode=closed><slot name=x>fallback</slot> <slot>none</slot></template><b slot=x>B", "B none"),
        ("<template shadowrootmode=open>1 <slot name=x>fallback</slot></template>not shown", "1 fallback"),
        ("<template shadowroot=open><slot></slot><slot>second</slot></template>A", "Asecond"),
        (
            "<template shadowrootmode=open><i><template shadowrootmode=open>in <slot></slot></template>"
            "<slot></slot></i></template>A",
            "in A",
        ),
        ("<template shadowrootmode=open>shown</template><template>not shown</template>", "shown"),
        ("<template shadowrootmode=open><style>p{}</style><p hidden><slot></slot></p>shown</template>A", "shown"),
    ],
)
def test_a_shadow_tree_stands_where_a_browser_shows_it(body: str, text: str) -> None:
    assert text_of(f"<news-story>{body}</news-story>") == text


def test_many_slots_do_not_multiply_a_page() -> None:
    slots = "<template shadowrootmode=open>" + "<slot></slot>" * 100_000 + "</template>"
    assert text_of(f"<div>{slots}{'A' * 1_000}</div>") == "A" * 1_000


def test_what_singlefile_found_hidden_is_left_out() -> None:
    assert text_of("<p>A<p class='ad sf-hidden'>B<iframe srcdoc='<p>C'></iframe>") == "A"


@pytest.mark.parametrize(
    ("above", "address", "moment"),
    [
        (
            "<!--\n Page saved with SingleFile \n url: https://bay.example/a \n"
            " saved date: Sat Nov 28 2026 04:07:14 GMT+0100 (Central European Standard Time)\n-->",
            "https://bay.example/a",
            datetime(2026, 11, 28, 3, 7, 14, tzinfo=UTC),
        ),
        ("<!-- saved from url=(0021)https://bay.example/a -->", "https://bay.example/a", None),
    ],
)
def test_a_saved_page_says_where_it_stood_and_when_it_was_saved(
    above: str, address: str, moment: datetime | None
) -> None:
    data = f"<!doctype html><html>{above}<p>A<a href='https://bay.example/a#n1'>12</a>".encode()
    story = read(data, "story.html")
    (known,) = story.stories
    assert (story.text, known.address, known.captured) == ("A", address, moment)


@pytest.mark.parametrize("address", ["file:///C:/Users/ada/a.htm", "about:internet"])
def test_an_address_on_the_machine_of_a_reader_is_not_kept(address: str) -> None:
    assert read(f"<!-- saved from url=(0014){address} --><html><p>A".encode(), "a.html").stories == ()


def test_a_page_that_unpacks_itself_is_read_from_its_package() -> None:
    data = packed(page(story_body()))
    assert read(data, "story.html").text == PLAIN
    with pytest.raises(InvalidInput, match=r"story\.html is damaged or was cut off"):
        read(data.replace(b"PK\x01\x02", b"PK\x00\x00"), "story.html")
    with pytest.raises(InvalidInput, match="holds no page"):
        read(packed(b"", "frames/index.html"), "story.html")


def test_a_page_that_is_nested_300_deep_is_read() -> None:
    """BAD_INPUT 29."""
    assert text_of("<div>" * 300 + "<p>Deep." + "</div>" * 300 + "<p>End.") == "Deep.\n\nEnd."


@pytest.mark.parametrize("element", ["div", "b", "table><tr><td"])
def test_a_page_that_is_nested_100_000_deep_is_refused_at_once(element: str) -> None:
    """BAD_INPUT 29."""
    start = monotonic()
    with pytest.raises(TooLarge, match=r"story\.html is nested too deep: a page may nest 5,000 elements"):
        text_of(f"<{element}>" * 100_000 + "Deep.")
    assert monotonic() - start < 5


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<html><meta charset=windows-1251><p>Мэр".encode("cp1251"), "Мэр"),
        (
            "<html><meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>“£5”".encode("cp1252"),
            "“£5”",
        ),
        ("<html><meta charset=iso-8859-1><p>“£5”".encode(), "“£5”"),
        ("<html><meta charset=windows-874><p>นายก".encode("cp874"), "นายก"),
        ("<html><meta charset=martian><p>“£5”".encode(), "“£5”"),
        ("<html><meta charset=utf-8><p>“£5”".encode("utf-16"), "“£5”"),
        (b"\xef\xbb\xbf<html><meta charset=koi8-r><p>\xc2\xa35", "£5"),
    ],
)
def test_an_encoding_is_understood_as_browsers_do(data: bytes, text: str) -> None:
    """BAD_INPUT 36."""
    story = read(data, "story.html")
    assert (story.text, story.warnings) == (text, ())


def test_a_page_without_an_encoding_is_guessed_with_a_warning() -> None:
    """BAD_INPUT 36."""
    story = read(
        "<html><p>Der Bürgermeister von Köln sagte am Montag, er könne das nicht bestätigen.".encode("cp1252"), "a"
    )
    assert story.text == "Der Bürgermeister von Köln sagte am Montag, er könne das nicht bestätigen."
    assert "It was read as Windows-1252" in story.warnings[0]


def test_what_cannot_be_decoded_is_shown_and_counted() -> None:
    """BAD_INPUT 36."""
    story = read(b"<html><meta charset=shift_jis><p>A\x81\x00 \xfd\xfe\xff\x00B", "story.html")
    assert "\ufffd" in story.text
    assert "could not be read" in story.warnings[0]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        *(("a.txt", "<!DOCTYPE html>"), ("a", "\n <html>"), ("a.htm", "<div>"), ("a.doc", "<p>"), ("a.docx", "<html>")),
        *(("a", "<?xml version='1.0'?><html>"), ("a", "<!-- saved --><html>")),
    ],
)
def test_a_page_is_known_by_its_beginning_or_by_its_name(name: str, start: str) -> None:
    """BAD_INPUT 35."""
    assert read(f"{start}<p>A &amp; B".encode(), name).text == "A & B"


def test_markup_in_a_plain_text_stays() -> None:
    assert read(b"<b>A &amp; B", "a.txt").text == "<b>A &amp; B"
