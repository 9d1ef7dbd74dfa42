"""The text layer of a PDF is read as paragraphs, in the order of reading, without what stands on every page."""

import subprocess
from pathlib import Path

import pytest

from tests.importers.page_files import page, story_body
from tests.importers.pdf_files import column, pdf_file
from tests.importers.story import PLAIN
from webapp.engine import compare
from webapp.errors import InvalidInput
from webapp.importers.formats import read

STORY = [
    "The harbour bridge will close on 1 March and stay closed for two years, the",
    "city council decided on Tuesday by 31 votes to 24 after a debate of six hours.",
    "",
    "Nobody had expected that, said the mayor, who had gone home by then, and all",
    "the others too.",
]
FIRST = STORY[0] + " " + STORY[1]
SECOND = STORY[3] + " " + STORY[4]
ENCRYPTED = f"/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"


def text_of(*pages: list[tuple[float, float, str]]) -> str:
    return read(pdf_file(pages), "story.pdf").text


def test_lines_become_paragraphs() -> None:
    story = read(pdf_file([column(STORY)]), "story.pdf")
    assert story.text == f"{FIRST}\n\n{SECOND}"
    assert (story.importer, story.title, story.warnings) == ("pdf/1", "", ())


def test_a_paragraph_begins_at_an_indent_and_after_a_short_line() -> None:
    indented = column(STORY[:2]) + column(STORY[3:4], x=84, top=672) + column(["the others too."], top=658)
    assert text_of(indented) == f"{FIRST}\n\n{SECOND}"
    assert text_of(column([*STORY[:2], "by 31 votes.", "Nobody had expected it, said the mayor."])).count("\n\n") == 1


def test_two_columns_are_read_one_after_the_other_and_a_sentence_goes_on_in_the_next() -> None:
    left = ["The harbour bridge will close", "on 1 March and stay closed"]
    right = ["for two years, the council said", "on Tuesday by 31 votes to 24."]
    assert text_of(column(left) + column(right, x=320)) == " ".join(left + right)


def test_running_heads_and_page_numbers_are_left_out_and_named() -> None:
    pages = [
        [(72, 800, "The Bay News"), *column([f"Story {word} goes on here."]), (290, 40, f"Page {number} of 2")]
        for number, word in ((1, "one"), (2, "two"))
    ]
    story = read(pdf_file(pages), "story.pdf")
    assert story.text == "Story one goes on here.\n\nStory two goes on here."
    assert story.warnings == ("4 lines that stand on several pages, such as page numbers, are left out.",)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["They met at the old har-", "bour on Monday."], "They met at the old harbour on Monday."),
        (["The Anglo-", "American talks failed."], "The Anglo-American talks failed."),
        (["The long-term plan is a long-", "term plan."], "The long-term plan is a long-term plan."),
    ],
)
def test_a_word_broken_at_a_line_end_is_joined_by_what_the_text_knows(lines: list[str], text: str) -> None:
    """Nobody can know whether the hyphen is the word's own: a warning says so."""
    story = read(pdf_file([column(lines)]), "story.pdf")
    assert story.text == text
    assert story.warnings == ("1 words broken at line ends are joined: a hyphen of their own may be missing.",)


def test_a_title_counts_only_if_the_text_begins_with_it() -> None:
    assert (
        read(pdf_file([column(["Bridge to close", *STORY])], title="Bridge to close"), "a").title == "Bridge to close"
    )
    assert read(pdf_file([column(STORY)], title="Microsoft Word - story.docx"), "a").title == ""


def test_a_page_without_text_among_others_is_named() -> None:
    assert read(pdf_file([column(STORY), []]), "a").warnings == (
        "The text of pages without a text layer is missing: 2.",
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf_file([[], []]), r"story\.pdf has no text layer"),
        (pdf_file([column(STORY)], trailer=ENCRYPTED), r"story\.pdf is protected by a password"),
        (pdf_file([column(STORY)])[:300], r"story\.pdf (is damaged|has no text layer)"),
        (pdf_file([column(STORY)], kids="2 0 R"), r"story\.pdf (is damaged|has no text layer)"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", r"story\.pdf is damaged or was cut off"),
    ],
    ids=["pictures", "a password", "cut off", "a circle of pages", "empty"],
)
def test_what_cannot_be_read_is_refused_in_words(data: bytes, message: str) -> None:
    """BAD_INPUT 33, 34."""
    with pytest.raises(InvalidInput, match=message):
        read(data, "story.pdf")


@pytest.mark.browser
def test_a_printed_page_differs_in_five_words_at_most(chromium: str, tmp_path: Path) -> None:
    style = "<style>div {columns: 2; text-align: justify; font: 14px serif}</style>"
    (tmp_path / "story.html").write_bytes(page(f"<div>{story_body()}</div>", style))
    printing = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=story.pdf")
    subprocess.run((chromium, *printing, "story.html"), cwd=tmp_path, check=True, capture_output=True, timeout=60)
    story = read((tmp_path / "story.pdf").read_bytes(), "story.pdf")
    assert len(compare(PLAIN, story.text).changes) <= 5
