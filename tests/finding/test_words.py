"""The words of a text, as the index has them and as a reader types them."""

import tomllib
import unicodedata
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from webapp.finding.folding import MAX_TERM_CHARS, fold_word
from webapp.finding.words import terms_of, words_of

WHOLE = regex.compile(r"[\p{L}\p{M}\p{N}]+")
LANGUAGES = sorted((Path(__file__).parents[1] / "languages").glob("*.toml"))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("L’École", "ecole"),
        ("e\u0301cole", "école"),
        ("STRASSE", "straße"),
        ("Łódź", "lodz"),
        ("Øresund", "oresund"),
        ("İstanbul", "istanbul"),
        ("IŞIK", "ışık"),
        ("ΑΘΉΝΑΣ", "αθηνας"),
        ("Ёлка", "елка"),
        ("за́мок", "замок"),
        ("ＴＯＫＹＯ", "tokyo"),
        ("ｱﾒﾘｶ", "アメリカ"),
        ("か\u3099", "が"),
        ("מֶלֶךְ", "מלך"),
        ("مُحَمَّد", "محمد"),
        ("می‌خواهم", "ميخواهم"),
        ("٢٠٢٤", "2024"),
        ("com\u00admission", "commission"),
        ("ofﬁce", "office"),
        ("U.S.", "US"),
        ("U.N", "un"),
        ("3,500", "3,500"),
    ],
)
def test_what_a_reader_types_is_what_is_written(written: str, typed: str) -> None:
    assert terms_of(written)[-len(terms_of(typed)) :] == terms_of(typed) != []


@pytest.mark.parametrize(
    "words",
    [
        ("बाल", "बोल", "बिल", "बैल", "बल"),
        ("দিন", "দান"),
        ("பல", "பல்"),
        ("ကား", "ကီ"),
        ("мой", "мои"),
        ("か", "が"),
        ("ไทย", "ไท"),
    ],
)
def test_a_sign_that_makes_another_word_stays(words: tuple[str, ...]) -> None:
    assert len({tuple(terms_of(word)) for word in words}) == len(words)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("東京都は35億円", ["東京", "都", "は", "35", "億", "円"]),
        ("中华人民共和国", ["中华", "人民", "共和国"]),
        ("ภาษาไทยเป็นภาษา", ["ภาษา", "ไทย", "เป็น", "ภาษา"]),
        ("He said “no”—twice (AT&T).", ["he", "said", "no", "twice", "at", "t"]),
        ("?! %", []),
    ],
)
def test_a_text_is_cut_into_words(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_the_words_of_a_text_say_where_they_stand(path: Path) -> None:
    text = tomllib.loads(path.read_text(encoding="utf-8"))["text"]
    words = list(words_of(text))
    assert [word.term for word in words] == terms_of(text)
    assert all(fold_word(text[word.start : word.end].replace(".", "")) for word in words)
    assert terms_of(unicodedata.normalize("NFD", text)) == terms_of(text)


@given(st.text())
def test_no_word_has_what_a_database_takes_for_a_mark(text: str) -> None:
    for term in terms_of(text):
        assert 0 < len(term) <= MAX_TERM_CHARS
        assert WHOLE.fullmatch(term)
        assert not any(character.isascii() and not character.isalnum() for character in term)
