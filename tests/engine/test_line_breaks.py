"""Line ends decide nothing: no word edit where only white space differs."""

import textwrap
import tomllib

import pytest

from tests.engine.language_figures import TEXTS
from webapp.engine import Comparison, compare
from webapp.engine.languages.detect import detect_language
from webapp.engine.text.line_breaks import continued_lines
from webapp.engine.text.tokenise import tokeniser_for

WITHOUT_SPACES = {"ja", "th", "zh"}
CODES = sorted(path.stem for path in TEXTS.glob("*.toml"))


def text_of(code: str) -> str:
    return str(tomllib.loads((TEXTS / f"{code}.toml").read_text(encoding="utf-8"))["text"]).strip()


def columns(text: str, width: int, code: str) -> str:
    if code not in WITHOUT_SPACES:
        return textwrap.fill(text, width, break_long_words=False)
    # A line of type does not begin with a figure or a mark of the line before.
    lines = [""]
    for letter in text:
        lines += [""] if len(lines[-1]) >= width and letter.isalpha() else []
        lines[-1] += letter
    return "\n".join(lines)


def words_changed(result: Comparison) -> list[tuple[str, str]]:
    return [
        (result.old.text[slice(*it.old or (0, 0))], result.new.text[slice(*it.new or (0, 0))]) for it in result.changes
    ]


@pytest.mark.parametrize("code", CODES)
def test_a_text_in_a_narrow_column_is_the_same_text(code: str) -> None:
    text = text_of(code)
    for width in (16, 30):
        result = compare(text, columns(text, width, code))
        assert words_changed(result) == []
        assert len(result.new.sentences) == len(result.old.sentences)


@pytest.mark.parametrize("code", CODES)
def test_two_columns_of_other_widths_are_the_same_text(code: str) -> None:
    text = text_of(code)
    assert words_changed(compare(columns(text, 30, code), columns(text, 34, code))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Roses are red,\nViolets are blue,\nSugar is sweet.", "Roses are red, Violets are blue, Sugar is sweet."),
        ("I saw the mayor leave\nbefore the vote.", "I saw the mayor\nleave before the vote."),
        ("He met Mr.\nSmith on Aug.\n31 in Rome.", "He met Mr. Smith on Aug. 31 in Rome."),
        ("The mayor of\n\nVasinhaven resigned on\n\nMonday.", "The mayor of Vasinhaven resigned on Monday."),
    ],
)
def test_a_line_end_inside_a_sentence_is_no_change(old: str, new: str) -> None:
    assert words_changed(compare(old, new)) == words_changed(compare(new, old)) == []


def test_of_quoted_mail_only_its_marks_are_a_change() -> None:
    text = text_of("en")
    quoted = "\n".join(f"> {line}" for line in textwrap.wrap(text, 40))
    result = compare(quoted, text)
    assert {change.flags for change in result.changes} == {("punctuation",)}
    assert len(result.old.sentences) == len(result.new.sentences)


def test_an_edit_beside_a_line_end_is_found_in_a_column() -> None:
    text = text_of("en")
    old = columns(text, 30, "en")
    result = compare(old, text.replace("five workers", "six workers"))
    assert words_changed(result) == [("five", "six")]
    assert result.changes[0].flags[0] == "number"


def test_lines_of_prose_in_a_script_without_capitals_are_paragraphs() -> None:
    lines = [
        f"市政府周一宣布，将在明年春季开始修建连接东区与机场的第{number}条新地铁线路，预计六年完成。"
        for number in "一二三"
    ]
    result = compare("\n".join(lines), "\n".join(lines).replace("六年", "七年"))
    assert len(result.old.paragraphs) == len(result.new.paragraphs) == 3


def test_a_headline_goes_on_in_no_line_although_the_other_text_has_its_words() -> None:
    old = "Fire in Lyon\nThe mayor spoke of a fire in Lyon.\nThe hall was closed."
    new = "Fire in Paris\nThe mayor spoke of a fire in Lyon.\nThe hall was closed."
    cutter = tokeniser_for(detect_language(old))
    assert continued_lines(old, new, cutter) == (frozenset(), frozenset())
