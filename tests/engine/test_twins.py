"""Each fast algorithm gives the same as a slow, obvious one, on small inputs."""

from collections.abc import Sequence
from functools import cache
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from tests.engine.texts import any_text, sentence, sentences
from tests.engine.tokens import all_tokens
from webapp.engine import Limits, Options
from webapp.engine.align.candidates import find_candidates
from webapp.engine.align.choice import choose, link_to_itself
from webapp.engine.align.features import FUNCTION_WORD_WEIGHT
from webapp.engine.align.links import Link, heaviest_chain, worth
from webapp.engine.align.partners import MAX_PARTNERS, MIN_SHARED_WEIGHT, score_partners
from webapp.engine.align.similarity import Similarity
from webapp.engine.context import Context
from webapp.engine.edits import grades, words
from webapp.engine.edits.edit import Match
from webapp.engine.edits.graded import ADJACENCY, align_graded
from webapp.engine.languages.language import NO_LANGUAGE, Language
from webapp.engine.languages.load import language_of
from webapp.engine.span import Span
from webapp.engine.text.document import Document
from webapp.engine.text.forms import Form
from webapp.engine.text.normalise import LOOSE, loose_key, stem, token_key, without_possessive
from webapp.engine.text.tokenise import tokeniser_for
from webapp.engine.text.vocabulary import Vocabulary

# Halves and quarters add up without rounding, whatever the order.
_ends = st.tuples(st.integers(0, 5), st.integers(0, 5)).map(sorted).filter(lambda ends: ends[0] < ends[1])
_link = st.builds(lambda old, new, score: Link(*old, *new, score / 4), _ends, _ends, st.integers(1, 8))
_places = st.lists(st.integers(0, 9), max_size=10, unique=True).map(lambda seconds: list(enumerate(seconds)))
_word = st.sampled_from(
    ["the", "of", "report", "reports", "reported", "Reuters", "reuters", "color", "colour", "31", "32", ",", "."]
)
ENGLISH = Context(language_of("en"), Options(), Limits())
LANGUAGES = [NO_LANGUAGE, *map(language_of, ("de", "en", "es", "fr"))]
_few_words = st.lists(_word, max_size=7).map(" ".join)


def _is_chain(links: Sequence[Link]) -> bool:
    return all(a.old_end <= b.old_start and a.new_end <= b.new_start for a, b in zip(links, links[1:], strict=False))


@given(st.lists(_link, max_size=8))
def test_the_heaviest_chain_weighs_as_much_as_the_heaviest_of_all_chains(links: list[Link]) -> None:
    found = heaviest_chain(links)
    chains = (
        chain for size in range(len(links) + 1) for chain in combinations(sorted(links), size) if _is_chain(chain)
    )
    assert _is_chain(found)
    assert sum(map(worth, found)) == max(sum(map(worth, chain)) for chain in chains)


@given(_places)
def test_the_longest_increasing_run_is_as_long_as_the_longest_of_all(places: list[tuple[int, int]]) -> None:
    found = words._longest_increasing(places)
    runs = (run for size in range(len(places) + 1) for run in combinations(places, size) if _ascends(run))
    assert _ascends(found) and set(found) <= set(places)
    assert len(found) == max(map(len, runs))


def _ascends(places: Sequence[tuple[int, int]]) -> bool:
    return all(a[0] < b[0] and a[1] < b[1] for a, b in zip(places, places[1:], strict=False))


def _grade(old: Form, new: Form) -> float:
    """Return what it is worth to set two units against each other: the rules, one after the other."""
    word, other = old.word, new.word
    if word is other and word.is_content:
        return grades.EQUAL_CONTENT if old.key == new.key else grades.SAME_WORD
    if word is other:
        return grades.EQUAL_FUNCTION_WORD if word.is_function else grades.EQUAL_MARK
    if not (word.is_content and other.is_content):
        return 0.0
    if old.kind != "word" or new.kind != "word":
        return grades.SAME_KIND if old.kind == new.kind else 0.0
    if word.stem == other.stem:
        return grades.SAME_STEM
    lengths = (len(word.text), len(other.text))
    is_comparable = min(lengths) >= grades.MIN_NEAR_LENGTH and max(lengths) <= grades.MAX_NEAR_LENGTH
    is_near = is_comparable and Indel.normalized_similarity(word.text, other.text) >= grades.MIN_NEAR_SPELLING
    return grades.NEAR_SPELLING if is_near else 0.0


def _forms(text: str, vocabulary: Vocabulary) -> tuple[Form, ...]:
    return vocabulary.units(text, Span(0, len(text))).forms


def _value(matches: Sequence[Match], old: Sequence[Form], new: Sequence[Form]) -> float:
    """Return what an alignment is worth: its grades, and more for each pair of neighbours that stay neighbours."""
    graded = sum(_grade(old[match.old], new[match.new]) for match in matches)
    steps = [(b.old - a.old, b.new - a.new) for a, b in zip(matches, matches[1:], strict=False)]
    return graded + ADJACENCY * steps.count((1, 1))


def _best_value(old: Sequence[Form], new: Sequence[Form]) -> float:
    """Return the most that any alignment is worth, by the recursion that says what is meant."""

    @cache
    def best(i: int, j: int, follows_match: bool) -> float:
        if i == len(old) or j == len(new):
            return 0.0
        values = [best(i + 1, j, False), best(i, j + 1, False)]
        grade = _grade(old[i], new[j])
        if grade:
            values.append(grade + (ADJACENCY if follows_match else 0.0) + best(i + 1, j + 1, True))
        return max(values)

    return best(0, 0, False)


@given(_few_words, _few_words)
def test_the_graded_alignment_is_worth_as_much_as_the_best_of_all(old_text: str, new_text: str) -> None:
    vocabulary = Vocabulary(ENGLISH)
    old, new = _forms(old_text, vocabulary), _forms(new_text, vocabulary)
    found = align_graded(old, new)
    assert all(a.old < b.old and a.new < b.new for a, b in zip(found, found[1:], strict=False))
    assert abs(_value(found, old, new) - _best_value(old, new)) < 1e-9


@given(_few_words, st.one_of(_few_words, any_text))
def test_the_grades_that_are_looked_up_are_those_of_the_rules(old_text: str, new_text: str) -> None:
    vocabulary = Vocabulary(ENGLISH)
    old, new = _forms(old_text, vocabulary), _forms(new_text, vocabulary)
    rules = [{j: grade for j, other in enumerate(new) if (grade := _grade(form, other))} for form in old]
    assert grades.grade_rows(old, new) == rules
    for form, grades_of_form in zip(old, rules, strict=True):
        assert [j for j, other in enumerate(new) if grades.are_related(form, other)] == sorted(grades_of_form)


@given(_few_words, _few_words)
def test_the_longest_common_words_are_as_many_as_the_plain_recursion_finds(old_text: str, new_text: str) -> None:
    vocabulary = Vocabulary(Context(NO_LANGUAGE, Options(), Limits()))
    old, new = _forms(old_text, vocabulary), _forms(new_text, vocabulary)

    @cache
    def longest(i: int, j: int) -> int:
        if i == len(old) or j == len(new):
            return 0
        if old[i].key == new[j].key:
            return 1 + longest(i + 1, j + 1)
        return max(longest(i + 1, j), longest(i, j + 1))

    found = words._longest_common(old, new)
    assert all(old[match.old].key == new[match.new].key for match in found)
    assert len(found) == longest(0, 0)


_chunks = [
    "the",
    "May",
    "May,",
    "mai.",
    "may",
    "mars",
    "Aug.",
    "no.",
    "Mr.",
    "(z.B.",
    "$",
    "US$",
    "-",
    "5",
    "31",
    "2,000",
    "3.5",
    "000",
    "31st",
    "5%",
    "%",
    "of",
    "(de",
    "a),",
]
_words_beside_numbers = st.lists(st.sampled_from(_chunks), min_size=1, max_size=8).map(" ".join)


@given(any_text | _words_beside_numbers, st.sampled_from(LANGUAGES))
def test_words_are_counted_without_cutting_as_they_are_cut(text: str, language: Language) -> None:
    cutter = tokeniser_for(language)
    counted = [token for token in all_tokens(cutter, text) if token.kind not in ("space", "punctuation")]
    assert cutter.count_words(text, Span(0, len(text))) == len(counted)


@given(any_text | _words_beside_numbers, st.sampled_from(LANGUAGES))
def test_chunks_that_are_cut_once_give_the_tokens_of_the_whole_text(text: str, language: Language) -> None:
    vocabulary = Vocabulary(Context(language, Options(), Limits()))
    span = Span(0, len(text))
    tokens = list(tokeniser_for(language).tokens(text, span))
    units = vocabulary.units(text, span)
    assert [(start, end, form.kind) for form, start, end in zip(*units, strict=True)] == tokens
    assert [form.text for form in units.forms] == [text[start:end] for start, end, _ in tokens]
    assert vocabulary.count_words(text, span) == sum(kind != "punctuation" for _, _, kind in tokens)


@given(any_text | _word, st.sampled_from(LANGUAGES))
def test_the_loose_key_of_a_token_is_its_key_without_all_that_is_loose(text: str, language: Language) -> None:
    for token in (text, *text.split(), *sorted(dict(language.spelling))[:3]):
        key = token_key(token, LOOSE, language)
        assert loose_key(token, language) == key
        assert stem(key) == without_possessive(key)[:6]


@given(sentences.map("\n".join) | any_text)
def test_a_text_is_linked_to_itself_as_to_its_copy(text: str) -> None:
    vocabulary = Vocabulary(ENGLISH)
    one, copy = Document(text, vocabulary, crowded=False), Document(text, vocabulary, crowded=False)
    assert link_to_itself(one) == choose(find_candidates(one, copy, ENGLISH), ENGLISH)


def _likely_partners(similarity: Similarity, i: int, new_count: int) -> set[int]:
    """Return the sentences of new that share the most weight with sentence `i` of old, by looking at each of them."""
    stems = similarity.features.of(False, range(i, i + 1)).stems
    shared: dict[int, float] = {}
    for j in range(new_count):
        other = similarity.features.of(True, range(j, j + 1)).stems
        content = [stem for stem in stems if similarity.features.weights[stem] > FUNCTION_WORD_WEIGHT]
        common = [stems[stem] for stem in content if stem in other]
        if common and sum(common) >= MIN_SHARED_WEIGHT * min(sum(stems.values()), sum(other.values())):
            shared[j] = sum(common)
    return set(sorted(shared, key=lambda j: (-shared[j], j))[:MAX_PARTNERS])


@given(st.lists(sentence, min_size=1, max_size=4), st.lists(sentence, min_size=14, max_size=20))
def test_the_partners_that_are_scored_are_those_that_looking_at_each_sentence_would_choose(
    old_sentences: list[str], new_sentences: list[str]
) -> None:
    vocabulary = Vocabulary(ENGLISH)
    old, new = (Document("\n".join(side), vocabulary, crowded=False) for side in (old_sentences, new_sentences))
    gap = range(len(old.sentences)), range(len(new.sentences))
    similarity = Similarity(old, new, [gap])
    scores, _ = score_partners(similarity, [gap], Limits().max_gap_product)
    if len(gap[1]) > MAX_PARTNERS:
        for i in gap[0]:
            assert {j for k, j in scores if k == i} == _likely_partners(similarity, i, len(gap[1]))
