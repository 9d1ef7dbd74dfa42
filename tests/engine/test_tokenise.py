"""Texts are split where a reader would split them, and their tokens join to the text again."""

import pytest
from hypothesis import given

from tests.engine.texts import any_text
from tests.engine.tokens import all_tokens
from webapp.engine import compare
from webapp.engine.languages.detect import detect_language
from webapp.engine.languages.language import NO_LANGUAGE, Language
from webapp.engine.languages.letters import compose
from webapp.engine.languages.load import known_languages, language_of
from webapp.engine.span import Span
from webapp.engine.text.paragraphs import split_paragraphs
from webapp.engine.text.token_patterns import (
    MAX_DIGIT_GROUPS,
    MAX_INITIALS,
    MAX_LABEL_CHARS,
    MAX_LOCAL_PART_CHARS,
)
from webapp.engine.text.tokenise import Tokeniser, count_words, tokeniser_for

ENGLISH = next(language for language in known_languages() if language.code == "en")


def words(text: str, language: Language = ENGLISH) -> list[str]:
    return [
        text[token.start : token.end] for token in all_tokens(tokeniser_for(language), text) if token.kind != "space"
    ]


def sentences(text: str, language: Language = ENGLISH) -> list[str]:
    cut = tokeniser_for(language).sentences
    return [text[start:end] for paragraph in split_paragraphs(text) for start, end in cut(text, paragraph)]


@given(any_text)
def test_tokens_joined_are_the_text(text: str) -> None:
    for tokeniser in (tokeniser_for(ENGLISH), Tokeniser(NO_LANGUAGE)):
        tokens = all_tokens(tokeniser, text)
        assert "".join(text[token.start : token.end] for token in tokens) == text
        assert all(token.start < token.end for token in tokens)
        assert all((token.kind == "space") == (not compose(text[token.start : token.end]).strip()) for token in tokens)


def seen(text: str) -> str:
    return "".join(character for character in text if compose(character).strip())


@given(any_text)
def test_sentences_lie_in_order_inside_paragraphs_and_hold_all_that_can_be_seen(text: str) -> None:
    assert seen("".join(sentences(text))) == seen(text)


@given(any_text)
def test_words_are_counted_as_they_are_cut(text: str) -> None:
    tokeniser = tokeniser_for(NO_LANGUAGE)
    counted = [token for token in all_tokens(tokeniser, text) if token.kind in {"word", "number", "date"}]
    assert tokeniser.count_words(text, Span(0, len(text))) == len(counted)


def test_a_text_has_as_many_words_in_the_library_as_in_a_comparison() -> None:
    text = "The mayor met them on Aug. 31 and left. She had promised to be back by 4 September 2026."
    assert count_words(text) == compare(text, f"{text} Nobody came.").old.words < len(text.split())


@pytest.mark.parametrize(
    "whole",
    [
        "co-operation", "highly-anticipated", "47-member", "don’t", "O'Brien", "U.N.", "a.m.", "AT&T", "CTVNews.ca",
        "-5C", "−0.3%", "+1.1%", "-$5",
        "35,000,000", "$35,000,000", "US$5", "1.5", "40 %", "10 000", "1990s", "31st", "2022-07-20",
        "2017–2019", "10:30", "Aug. 31", "August 31", "31 August", "Aug.\n31", "https://example.org/a?b=c",
        "desk@example.org", "👩‍👩‍👧‍👦", "👍🏽", "🇨🇭", "e\u0301te\u0301", "नमस्ते", "السلام",
    ],
)  # fmt: skip
def test_words_numbers_dates_and_emoji_stay_whole(whole: str) -> None:
    assert words(f"so {whole} it") == ["so", whole, "it"]


@pytest.mark.parametrize(
    ("code", "whole"),
    [("en", "auguﬆ 31"), ("en", "AUGUST 31"), ("tr", "5 ocak'ı"), ("tr", "5 Ocak"), ("tr", "5 OCAK'I")],
)
def test_a_month_is_known_in_capitals_with_its_ending_and_with_letters_in_one_sign(code: str, whole: str) -> None:
    tokens = all_tokens(tokeniser_for(language_of(code)), whole)
    assert [(token.start, token.end, token.kind) for token in tokens] == [(0, len(whole), "date")]


@pytest.mark.parametrize(
    "longest",
    [
        f"{'a' * (MAX_LOCAL_PART_CHARS - 2)}.b@{'c' * MAX_LABEL_CHARS}.{'d' * MAX_LABEL_CHARS}.org",
        "1" + " 234" * MAX_DIGIT_GROUPS,
        "a" + ".b" * MAX_INITIALS + ".",
    ],
)
def test_the_longest_that_there_is_stays_whole(longest: str) -> None:
    assert words(f"so {longest} it") == ["so", longest, "it"]


def test_of_a_row_of_flags_each_is_one() -> None:
    assert words("🇨🇭🇩🇪🇫🇷🇦") == ["🇨🇭", "🇩🇪", "🇫🇷", "🇦"]


def test_no_is_an_abbreviation_before_a_number_only() -> None:
    assert words("no. Five saw No. 5") == ["no", ".", "Five", "saw", "No.", "5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("สวัสดีชาวโลก", ["สวัสดี", "ชาว", "โลก"]),
        ("我喜欢自然语言处理。", ["我", "喜欢", "自然", "语言", "处理", "。"]),
        ("今日は良い天気ですね", ["今日", "は", "良い", "天気", "です", "ね"]),
        ("𠮷野家 is 𠮷", ["𠮷", "野家", "is", "𠮷"]),
    ],
)
def test_scripts_without_spaces_are_cut_by_a_dictionary(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "one",
    [
        "The U.N. Human Rights Office said so.",
        "Edith M. Lederer wrote it.",
        "He left on Aug. 31 for good.",
        "Mr. Smith met Dr. Jones.",
        "diplomats who told it. have received.",
        "during her May trip to China. .",
        "1. Introduction",
        "No. 5 is alive.",
        "He waited... and left.",
    ],
)
def test_a_full_stop_that_ends_no_sentence_does_not_cut(one: str) -> None:
    assert sentences(one) == [one]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met the U.N. She left.", ["He met the U.N.", "She left."]),
        ("“We said no.” The end", ["“We said no.”", "The end"]),
        ("“We said no. The end", ["“We said no.", "The end"]),
        ("He said no. Five left.", ["He said no.", "Five left."]),
        ("今天。明天。", ["今天。", "明天。"]),
        ("नमस्ते। दुनिया।", ["नमस्ते।", "दुनिया।"]),
        ("Headline\nText.", ["Headline", "Text."]),
        ("« Non. » Elle sourit.", ["« Non. »", "Elle sourit."]),
        ("„Nein.“ Sie schwieg.", ["„Nein.“", "Sie schwieg."]),
        ("Er kam. »Was?« Sie schwieg.", ["Er kam.", "»Was?«", "Sie schwieg."]),
    ],
)
def test_a_sentence_ends_where_a_reader_would_say(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_lines_of_a_hard_wrapped_text_are_one_paragraph() -> None:
    wrapped = (
        "Technical debt is a financial metaphor that software developers use to\n"
        "talk to managers about the hidden costs associated with the architecture\n"
        "of a system and its codebase, which grow with every single year.\n\n"
        "It costs organisations time as well as money, and those who have to pay\n"
        "it back are seldom the ones who have borrowed.\n"
    )
    assert len(split_paragraphs(wrapped)) == 2


def test_lines_that_each_begin_with_a_capital_are_no_wrapped_text() -> None:
    brief = (
        "Two men charged over warehouse fire that destroyed a food bank\n"
        "Two men have been charged over a fire that destroyed a food bank.\n"
        "The blaze broke out at a warehouse in Hull on Thursday night.\n"
        "Nobody was hurt but 20 tonnes of food was lost in the fire.\n"
    )
    assert len(split_paragraphs(brief)) == 4


def test_lines_of_a_list_are_paragraphs_of_their_own() -> None:
    listed = "- Concerns as convoy-connected group establishes in Ottawa\n" * 3 + "- Two are dead\n"
    assert len(split_paragraphs(listed)) == 4


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("It is one of the most read.", "en"), ("Qwxo bwoxo drii", "und"), ("", "und"),
        ("Police arrest three men in bank robbery case", "en"), ("Fund holds $35 million, cannot pay staff.", "en"),
        ("Drei Tote nach Brand in Altenheim", "de"), ("Selon Paris, trois blessés", "fr"),
        ("Stjórnvöld ræða málið", "und"),
    ],
)  # fmt: skip
def test_a_language_is_known_by_its_function_words(text: str, code: str) -> None:
    assert detect_language(text).code == code
