"""Tokenising a text and comparing two takes work linear in their length, for any content (BAD_INPUT 28)."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.engine.hostile import KINDS
from tests.engine.hostile_pairs import PAIRS
from tests.engine.tokens import all_tokens
from tests.growth import MAX_GROWTH, assert_linear, growth
from webapp.engine import compare, replay
from webapp.engine.languages.detect import detect_language
from webapp.engine.languages.load import known_languages
from webapp.engine.span import Span
from webapp.engine.text.lexicon import lexicon_for
from webapp.engine.text.paragraphs import split_paragraphs
from webapp.engine.text.quotations import quotations
from webapp.engine.text.tokenise import count_words, tokeniser_for

ENGLISH = tokeniser_for(next(language for language in known_languages() if language.code == "en"))


def sentences(text: str) -> list[Span]:
    return [sentence for paragraph in split_paragraphs(text) for sentence in ENGLISH.sentences(text, paragraph)]


def quoted(text: str) -> list[Span]:
    return [span for paragraph in split_paragraphs(text) for span in quotations(text, paragraph)]


def compare_from_cold(pair: tuple[str, str]) -> None:
    """Compare without what is kept of earlier texts: a short text is kept whole, and a long one is not."""
    lexicon_for.cache_clear()
    compare(*pair)


START = {"unlike words that do not recur": 256_000, "one word": 256_000}
"""Where the sizes of a kind begin: where more words than are kept make each word cost more, but no more so; and where
one word takes 10 ms, not 3, in which whatever else a machine does is seen.
"""

STAGES: dict[str, Callable[[str], object]] = {
    "paragraphs": split_paragraphs,
    "sentences": sentences,
    "tokens": partial(all_tokens, ENGLISH),
    "count_words": count_words,
    "quotations": quoted,
    "detect_language": detect_language,
}


@pytest.mark.parametrize("kind", KINDS)
def test_cutting_a_text_takes_work_in_proportion_to_its_length(kind: str) -> None:
    grown = {stage: growth(KINDS[kind], cut) for stage, cut in STAGES.items()}
    assert {stage: factor for stage, factor in grown.items() if factor > MAX_GROWTH} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_kind_is_as_long_as_it_is_asked_for(kind: str) -> None:
    assert all(size <= len(KINDS[kind](size)) <= size + 210 for size in (1_000, 4_000))


@pytest.mark.parametrize("kind", PAIRS)
def test_comparing_two_texts_takes_work_in_proportion_to_their_length(kind: str) -> None:
    assert_linear(PAIRS[kind], compare_from_cold, start=START.get(kind, 64_000), runs=1)


@pytest.mark.parametrize("kind", PAIRS)
def test_two_hostile_texts_come_back_whole(kind: str) -> None:
    old, new = PAIRS[kind](16_000)
    result = compare(old, new)
    assert (replay.old_text(result), replay.new_text(result)) == (old, new)
