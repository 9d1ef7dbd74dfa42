"""A rich text file is read as paragraphs; what it cannot carry is named."""

from tests.importers.story import BLOCKS, PLAIN
from webapp.engine import compare
from webapp.importers.formats import read


def written(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    escaped = escaped.replace("\u00a0", r"\~").replace("\u00ad", r"\-")
    return "".join(sign if sign.isascii() else rf"\u{ord(sign)}?" for sign in escaped)


def story_file() -> bytes:
    """Return the invented story with its box, which has no place in a paragraph, as one."""
    body = ""
    told = next(text for kind, text in BLOCKS if kind == "note")
    for kind, text in BLOCKS:
        match kind:
            case "table":
                for row in text.split("\n"):
                    cells = "".join(rf"{written(cell)}\cell " for cell in row.split("\t"))
                    body += rf"\trowd\cellx1000\cellx2000\cellx3000 {cells}\row "
            case "item":
                body += rf"{{\listtext \bullet\tab}}{written(text)}\par "
            case "noted":
                body += rf"{written(text)}{{\super\chftn{{\footnote \chftn {written(told)}}}}}\par "
            case "note":
                pass
            case _:
                body += rf"\pard {written(text)}\par "
    return rf"{{\rtf1\ansi\ansicpg1252{{\fonttbl{{\f0 Times;}}}}\f0 {body}}}".encode()


def test_a_whole_story_comes_out_but_for_its_note_which_is_named() -> None:
    story = read(story_file(), "story.rtf")
    without_note = PLAIN.rpartition("\n\n")[0]
    assert compare(without_note, story.text).changes == ()
    assert story.importer == "rtf/1"
    assert story.warnings[0] == "Its notes are left out."


def test_what_may_be_lost_or_too_much_is_named() -> None:
    data = rb"{\rtf1 A{\v hidden}{\deleted gone}{\shp{\*\shpinst{\shptxt In a box.}}}\viewkind4\par}"
    warnings = read(data, "story.rtf").warnings
    assert [warning.split()[0] for warning in warnings] == ["Its", "Text", "Hidden", "Save"]
    assert read(rb"{\rtf1\viewkind4\deletedx A}", "story.rtf").warnings == ()


def test_characters_of_every_kind_come_out_whole() -> None:
    """BAD_INPUT 37: an emoji is written as its two halves."""
    assert read(rb"{\rtf1\ansi\ansicpg1252 caf\'e9 \u8220?\u-10179?\u-8704?}", "a.rtf").text == "café “😀"
