"""What a reader may type into a search: nothing that is typed is an error, but for its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.errors import InvalidInput
from webapp.finding.queries import MAX_SEARCH_WORDS, Wanted, read_query


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("mayor lyon ", [Wanted(("mayor",)), Wanted(("lyon",))]),
        ("mayor lyo", [Wanted(("mayor",)), Wanted(("lyo",), is_prefix=True)]),
        ("ly", [Wanted(("ly",))]),
        ("北", [Wanted(("北",), is_prefix=True)]),
        ('"fined the bank" mayor ', [Wanted(("fined", "the", "bank")), Wanted(("mayor",))]),
        ("„fined the“ «a bank»", [Wanted(("fined", "the")), Wanted(("a", "bank"))]),
        ('"never closed', [Wanted(("never",)), Wanted(("closed",), is_prefix=True)]),
        ("l'école", [Wanted(("l", "ecole"), is_prefix=True)]),
        ("NOT a* OR (b^2", [Wanted(("not",)), Wanted(("a",)), Wanted(("or",)), Wanted(("b", "2"))]),
        ("no no no ", [Wanted(("no",))]),
        ("a\0b ", [Wanted(("a",)), Wanted(("b",))]),
    ],
)
def test_a_query_is_words_and_phrases(query: str, wanted: list[Wanted]) -> None:
    assert list(read_query(query).wanted) == wanted


@pytest.mark.parametrize("query", ["", " ", "\0"])
def test_a_query_of_nothing_asks_for_nothing(query: str) -> None:
    assert read_query(query).is_empty
    assert not read_query(query).finds_nothing


@pytest.mark.parametrize("query", ["%", '""', "«»", "- -", "\ud800"])
def test_a_query_without_a_word_finds_nothing(query: str) -> None:
    assert read_query(query).finds_nothing


@pytest.mark.parametrize("query", ["a " * 10_000, "mayor " + "国" * 10_000, '"' + "b " * 10_000, "c" * 1_000_000])
def test_a_query_is_never_longer_than_its_limit(query: str) -> None:
    try:
        asked = read_query(query)
    except InvalidInput as error:
        assert f"at most {MAX_SEARCH_WORDS} words" in error.message
    else:
        assert sum(len(each.terms) for each in asked.wanted) <= MAX_SEARCH_WORDS


@given(st.text(max_size=100))
def test_any_short_query_can_be_read(query: str) -> None:
    assert read_query(query).wanted == read_query(query + " ").wanted or not query.endswith(" ")
