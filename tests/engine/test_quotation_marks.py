"""What a mark opens and closes: inches, seconds and years open no quotation; marks inside a script's runs do."""

import pytest

from webapp.engine import compare
from webapp.engine.model import Flag
from webapp.engine.span import Span
from webapp.engine.text.quotations import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('The screen is 12" wide, said Holm.', []),
        ("He is 5'10\" tall, she said, and she is 5'6\".", []),
        ("At 40°26'46\"N 79°58'56\"W the ship sank.", []),
        ('"The screen is 12" wide," he said.', ['The screen is 12" wide,']),
        ('He said "it was 1998" and left.', ["it was 1998"]),
        ('He wrote "3.5" and "4".', ["3.5", "4"]),
        ("그는 ‘학교를 닫겠다’고 말했다.", ["학교를 닫겠다"]),
        ("他说‘不会’，然后走了。", ["不会"]),
        ("O‘zbekiston ‘ha’ dedi", ["ha"]),
    ],
)
def test_a_mark_quotes_only_what_is_said(text: str, quoted: list[str]) -> None:
    assert [text[slice(*span)] for span in quotations(text, Span(0, len(text)))] == quoted


def flags(old: str, new: str) -> set[Flag]:
    return {flag for change in compare(old, new).changes for flag in change.flags}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('The mayor called it a "disaster" on Monday.', "The mayor called it a disaster on Monday."),
        ("The experts left the room.", "The “experts” left the room."),
        ("Die „Experten“ gingen gestern.", "Die Experten gingen gestern."),
        ("彼は「専門家」だと言う。", "彼は専門家だと言う。"),
    ],
)
def test_marks_put_on_or_taken_off_a_single_word_are_a_change_of_quotation(old: str, new: str) -> None:
    assert "quote" in flags(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('He wrote "War and Peace" there.', "He wrote War and Peace there."),
        ('"We left," he said.', '"We left", he said.'),
    ],
)
def test_marks_around_a_title_and_marks_beside_a_comma_are_punctuation(old: str, new: str) -> None:
    assert flags(old, new) == {"punctuation"}


def test_speech_that_a_dash_opened_and_marks_enclose_now_says_what_it_said() -> None:
    old = "— O senhor viu o carro? — perguntou a delegada.\n\n— Vi, mas não anotei a placa."
    new = "“O senhor viu o carro?”, perguntou a delegada.\n\n“Vi, mas não anotei a placa.”"
    for before, after in ((old, new), (new, old)):
        assert "quote" not in {flag for change in compare(before, after).changes for flag in change.flags}
    altered = compare(old, new.replace("viu", "comprou"))
    assert "quote" in {flag for change in altered.changes for flag in change.flags}
