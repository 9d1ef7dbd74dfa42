"""Captions are read as running text; nothing that is said gets lost."""

import pytest

from webapp.importers.formats import read

VTT = """WEBVTT - A title
Kind: captions

STYLE
::cue { color: red }

NOTE This is a
comment

intro
00:00:01.000 --> 00:00:04.000 align:start
<v Roger>We are in <i>New York</i> &amp; "there" &lt;b&gt;
<c.yellow>still</c> <00:00:03.500>here

00:04.000 --> 00:05.000
{laughs} a\\N<ruby>漢<rt>kan</rt></ruby>

00:20.000 --> 00:21.000
After a pause.

00:21.000 --> 00:22.000
- Another speaker."""

SRT = """\ufeff1
00:00:01,000 --> 00:00:04,000
Hello <i>there</i>, {\\an8}friend

after an empty line

2
00:00:05,000 --> 00:00:06,000 X1:10
A &amp; B
2024"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_said_comes_out_as_paragraphs(end: str) -> None:
    vtt = read(VTT.replace("\n", end).encode(), "a.vtt")
    assert vtt.text.split("\n\n") == [
        'We are in New York & "there" <b> still here {laughs} a\\N漢',
        "After a pause.",
        "- Another speaker.",
    ]
    srt = read(SRT.replace("\n", end).encode(), "a.srt")
    assert srt.text == "Hello there, friend after an empty line A & B 2024"
    assert (vtt.importer, srt.importer) == ("vtt/1", "srt/1")


def test_a_text_that_begins_with_a_number_is_plain() -> None:
    assert read(b"1\nFirst of all.", "a.txt").text == "1\nFirst of all."
