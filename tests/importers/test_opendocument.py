"""An OpenDocument text is read as it is shown."""

import pytest

from tests.importers.opendocument_files import NAMES, box, note, opendocument_file, paragraph, story_file, table
from tests.importers.story import HEADLINE, PLAIN
from webapp.engine import compare
from webapp.errors import InvalidInput, TooLarge
from webapp.importers.formats import read


def text_of(body: str, styles: str = "") -> str:
    return read(opendocument_file(body, styles), "story.odt").text


def test_a_whole_story_comes_out_as_it_went_in() -> None:
    story = read(story_file(), "story.odt")
    assert story.text == PLAIN
    assert compare(PLAIN, story.text).changes == ()
    assert (story.importer, story.title, story.warnings) == ("odt/1", HEADLINE, ())


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:p>a\n  b<text:s text:c='2'/>c<text:tab/>d<text:line-break/> e</text:p>", "a b  c\td\ne"),
        ("<text:p>a<text:span>b <text:a>c</text:a></text:span> d</text:p>", "ab c d"),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:p>Left<text:change text:change-id='1'/>.</text:p>",
            "Left.",
        ),
        (
            "<text:p><text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text></text:ruby></text:p>",
            "a",
        ),
        (
            "<text:section><text:p>One.</text:p></text:section><text:section text:display='none'><text:p>Two.</text:p>"
            "</text:section>",
            "One.",
        ),
        (
            "<text:p>A<text:hidden-text text:is-hidden='true'>B</text:hidden-text><office:annotation><text:p>C</text:p>"
            "</office:annotation></text:p>",
            "A",
        ),
        (paragraph("Story.", extra=box(paragraph("Box."))), "Box.\n\nStory."),
        (box(paragraph("On the page.")) + paragraph("Story."), "On the page.\n\nStory."),
        (paragraph("A", extra=note("First.")) + paragraph("B", extra=note("Second.")), "A\n\nB\n\nFirst.\n\nSecond."),
        (
            "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Year</text:p>"
            "</table:table-cell></table:table-row></table:table-header-rows></table:table>",
            "Year",
        ),
        (table([["a", "b"], ["c", ""]]), "a\tb\nc"),
    ],
    ids=[
        "white space",
        "inside a line",
        "deleted",
        "ruby",
        "hidden section",
        "hidden text and comment",
        "box",
        "box on the page",
        "notes",
        "head of a table",
        "table",
    ],
)
def test_the_text_is_what_is_shown(body: str, text: str) -> None:
    assert text_of(body) == text


def test_text_in_a_hidden_style_is_left_out() -> None:
    styles = "<style:style style:name='S'><style:text-properties text:display='none'/></style:style>"
    styles += "<style:style style:name='T' style:parent-style-name='S'/>"
    body = "<text:p>Seen<text:span text:style-name='T'> or not</text:span></text:p>" + paragraph("Unseen.", "S")
    assert text_of(body, styles) == "Seen"


@pytest.mark.parametrize(
    ("data", "refusal", "message"),
    [
        (opendocument_file("<text:p/>" * 50_001), TooLarge, "more than 50,000 paragraphs"),
        (opendocument_file("", kind="text-web").replace(b"content.xml", b"content.xmm"), InvalidInput, "not a text"),
        (
            opendocument_file("", **{"META-INF/manifest.xml": f"<a {NAMES}><manifest:encryption-data/></a>"}),
            InvalidInput,
            "protected by a password",
        ),
    ],
    ids=["many paragraphs", "not a text", "a password"],
)
def test_what_cannot_be_read_is_refused_in_words(data: bytes, refusal: type[InvalidInput], message: str) -> None:
    """BAD_INPUT 31, 32, 35."""
    with pytest.raises(refusal, match=message):
        read(data, "story.odt")
