"""The engine's contract, over any Unicode text and every set of options."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.texts import any_text, pairs_of_texts
from tests.engine.tokens import all_tokens
from webapp.engine import Comparison, Limits, Options, compare, replay
from webapp.engine.codec import from_json, to_json
from webapp.engine.languages.detect import detect_language
from webapp.engine.languages.language import NO_LANGUAGE
from webapp.engine.languages.letters import compose
from webapp.engine.options import IGNORABLE
from webapp.engine.text.normalise import as_seen, token_key
from webapp.engine.text.paragraphs import split_paragraphs
from webapp.engine.text.tokenise import tokeniser_for

options = st.sets(st.sampled_from(IGNORABLE)).map(lambda ignore: Options(ignore=frozenset(ignore)))

# With a larger STET_EXAMPLES a promise takes more time than a test may.
pytestmark = pytest.mark.timeout(3_600)

TIGHT = Limits(max_gap_product=2, max_graded_product=4, max_exact_product=9)


def assert_lossless(result: Comparison, old: str, new: str) -> None:
    assert replay.old_text(result) == old
    assert replay.new_text(result) == new


@given(pairs_of_texts, options)
def test_it_is_lossless(texts: tuple[str, str], options: Options) -> None:
    assert_lossless(compare(*texts, options), *texts)


@given(pairs_of_texts)
def test_past_every_limit_it_is_coarser_and_still_lossless(texts: tuple[str, str]) -> None:
    assert_lossless(compare(*texts, limits=TIGHT), *texts)


@given(pairs_of_texts)
def test_equal_means_the_same_to_the_eye_but_for_white_space(texts: tuple[str, str]) -> None:
    for segment in compare(*texts).segments:
        if segment.op == "equal":
            old, new = texts[0][slice(*segment.old)], texts[1][slice(*segment.new)]
            assert compose("".join(old.split())) == compose("".join(new.split()))


@given(pairs_of_texts)
def test_equal_means_the_same_to_the_eye_when_white_space_counts(texts: tuple[str, str]) -> None:
    for segment in compare(*texts, Options(ignore=frozenset())).segments:
        if segment.op == "equal":
            old, new = texts[0][slice(*segment.old)], texts[1][slice(*segment.new)]
            assert as_seen(old) == as_seen(new)


@given(pairs_of_texts, options)
def test_equal_means_the_same_keys_under_the_options(texts: tuple[str, str], options: Options) -> None:
    for segment in compare(*texts, options).segments:
        if segment.op == "equal":
            assert _keys(texts, texts[0], segment.old, options) == _keys(texts, texts[1], segment.new, options)


def _keys(texts: tuple[str, str], text: str, span: tuple[int, int], options: Options) -> list[str]:
    counted = {"word", "number", "date"} | ({"punctuation"} - options.ignore)
    tokens = all_tokens(tokeniser_for(detect_language(*texts)), text, span)
    return [token_key(text[start:end], options.ignore, NO_LANGUAGE) for start, end, kind in tokens if kind in counted]


@given(pairs_of_texts, options)
def test_no_edit_begins_or_ends_inside_a_word(texts: tuple[str, str], options: Options) -> None:
    result = compare(*texts, options)
    cutter = tokeniser_for(detect_language(*texts))
    for side, text in (("old", texts[0]), ("new", texts[1])):
        inside = {
            place
            for paragraph in split_paragraphs(text)
            for sentence in cutter.sentences(text, paragraph)
            for start, end, kind in all_tokens(cutter, text, sentence)
            if kind != "space"
            for place in range(start + 1, end)
        }
        spans = [getattr(segment, side) for segment in result.segments]
        assert not inside & {edge for span in spans if span for edge in span}


@given(pairs_of_texts, options)
def test_offsets_are_ordered_and_inside_the_text(texts: tuple[str, str], options: Options) -> None:
    result = compare(*texts, options)
    for side, text in (("old", texts[0]), ("new", texts[1])):
        for item in (*result.segments, *result.changes):
            start, end = getattr(item, side) or (0, 0)
            assert 0 <= start <= end <= len(text)


@given(pairs_of_texts, options)
def test_the_same_texts_give_the_same_answer_twice(texts: tuple[str, str], options: Options) -> None:
    assert to_json(compare(*texts, options)) == to_json(compare(*texts, options))


@given(any_text, options)
def test_a_text_has_no_change_against_itself(text: str, options: Options) -> None:
    result = compare(text, text, options)
    assert result.changes == ()
    assert result.summary.kept == 1
    assert {segment.op for segment in result.segments} <= {"equal"}


@given(pairs_of_texts)
def test_every_sentence_stands_in_exactly_one_pair(texts: tuple[str, str]) -> None:
    result = compare(*texts)
    assert sorted(i for pair in result.pairs for i in pair.old) == list(range(len(result.old.sentences)))
    assert sorted(j for pair in result.pairs for j in pair.new) == list(range(len(result.new.sentences)))


@given(pairs_of_texts)
def test_the_counts_of_words_add_up(texts: tuple[str, str]) -> None:
    words = compare(*texts).summary.words
    assert (words.equal + words.deleted, words.equal + words.inserted) == (words.old, words.new)
    assert min(words.equal, words.deleted, words.inserted) >= 0


@given(pairs_of_texts, options)
def test_its_json_form_is_read_back_as_the_same_comparison(texts: tuple[str, str], options: Options) -> None:
    result = compare(*texts, options)
    assert from_json(to_json(result), *texts) == result
