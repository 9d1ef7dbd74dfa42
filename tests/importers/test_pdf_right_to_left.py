"""Lines that read from right to left are put in the order of reading, whatever order the file has them in."""

import subprocess
from pathlib import Path

import pytest

from webapp.importers.formats import read
from webapp.importers.pdf.right_to_left import in_order
from webapp.importers.pdf.signs import PdfSign

STORY = (
    "قالت العمدة: «نظرنا في كل طريق، ولا يوجد طريق آمن» (31 صوتًا). كان عددهم 48,000 شخص، أي 91.8% من الناخبين.",
    "همهٔ راه‌ها بسته است؛ ۴۸٬۰۰۰ نفر از پل می‌گذرند.",
    'ראש העיר אמרה "לא" ב-3 במרץ 2026 (31 קולות), 12% יותר, ב-$50 לאדם.',
    "قال إن iPhone 15 Pro متوفر.",
)


def drawn(text: str, *, gap_at: str = "") -> list[PdfSign]:
    """Return the signs of a line as it is painted, from left to right: `text` is in the order of the picture."""
    signs, x = [], 0.0
    for character in text:
        x += 4 if character == gap_at else 0
        if character != gap_at:
            signs.append(PdfSign(character, x, x + 5, x, x + 5, base=0, size=10))
            x += 5
    return signs


@pytest.mark.parametrize(
    ("picture", "text"),
    [
        ("גבא", "אבג"),
        ("12 בא", "אב 12"),
        ("(12) בא", "אב (12)"),
        ("12% ב", "ב 12%"),
        ("8.5 ب", "ب 8.5"),
        ("2023-2019 ب", "ب 2019-2023"),
        ("Boeing 737 ب", "ب Boeing 737"),
        ("«بأ» :ن", "ن: «أب»"),
    ],
)
def test_a_painted_line_is_read_as_it_was_written(picture: str, text: str) -> None:
    assert in_order(drawn(picture)) == text


def test_room_between_two_signs_is_a_space() -> None:
    assert in_order(drawn("ב|א", gap_at="|")) == "א ב"


def test_a_ligature_is_read_as_its_letters_in_order() -> None:
    """PDFium turns round the two letters of one glyph with the rest of the word."""
    word = [PdfSign("غ", 20, 25, 20, 25, 0, 10), *(PdfSign(c, 10, 20, 10, 20, 0, 10) for c in "ال")]
    assert in_order([*word, PdfSign("ق", 5, 10, 5, 10, 0, 10)]) == "غلاق"


def test_a_mark_follows_the_letter_that_it_stands_above() -> None:
    letters = drawn("اتو")
    mark = PdfSign("\u064b", 8, 12, 8, 8, 0, 10)
    assert in_order([mark, *letters]) == "وت\u064bا"


@pytest.mark.browser
def test_a_story_printed_by_a_browser_comes_out_as_it_went_in(chromium: str, tmp_path: Path) -> None:
    """PDFium alone gives most of its words back to front, and joins none of them."""
    body = "".join(f"<p>{line}</p>" for line in STORY)
    page = f"<!doctype html><html dir=rtl lang=ar><meta charset=utf-8><body style='width: 160mm'>{body}"
    (tmp_path / "story.html").write_text(page, encoding="utf-8")
    printing = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=story.pdf")
    subprocess.run((chromium, *printing, "story.html"), cwd=tmp_path, check=True, capture_output=True, timeout=60)
    text = read((tmp_path / "story.pdf").read_bytes(), "story.pdf").text
    # A browser paints no joiner that parts two letters, so a PDF does not have it.
    assert text == "\n\n".join(STORY).replace("\u200c", "")
