"""Numbers are compared to their last digit, however many they have."""

from collections.abc import Callable
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import assert_linear
from webapp.engine import compare
from webapp.engine.changes.flags.numbers import number_value
from webapp.engine.languages.load import known_languages
from webapp.engine.languages.lookups import scale_values
from webapp.engine.model import Flag
from webapp.engine.options import Options
from webapp.engine.text.lexicon import lexicon_for

ENGLISH = next(language for language in known_languages() if language.code == "en")
MILLION = 1_000_000

whole_numbers = st.integers(min_value=1_000, max_value=10**120).map(str)


def value(figure: str) -> str | None:
    return number_value(lexicon_for(ENGLISH, Options().ignore).forms["number"][figure], ENGLISH)


def flags(old: str, new: str) -> set[Flag]:
    changes = compare(f"The fund lost {old} euros last year.", f"The fund lost {new} euros last year.").changes
    return {flag for change in changes for flag in change.flags}


def grouped(digits: str, separator: str) -> str:
    first = len(digits) % 3
    groups = [digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))]
    return separator.join(filter(None, groups))


def another_digit(digits: str, place: int) -> str:
    place %= len(digits)
    other = "8" if digits[place] == "9" else "9"
    return digits[:place] + other + digits[place + 1 :]


@pytest.mark.parametrize("length", [28, 29, 60, 5_000, MILLION + 1])
def test_another_last_digit_is_another_number_at_any_length(length: int) -> None:
    digits = "7" * (length - 1)
    assert flags(f"{digits}1", f"{digits}2") == {"number"}


@given(whole_numbers, st.integers(min_value=0))
def test_numbers_that_differ_in_one_digit_are_never_the_same(digits: str, place: int) -> None:
    other = another_digit(digits, place)
    assert value(digits) != value(other)
    assert value(grouped(digits, ",")) != value(grouped(other, "."))
    assert value(f"0.{digits}") != value(f"0.{other}")
    assert value(f"{digits}bn") != value(f"{other}bn")


@given(whole_numbers)
def test_a_number_is_the_same_in_every_format(digits: str) -> None:
    ways = [digits, *(grouped(digits, separator) for separator in (",", " ", "\u00a0", "’"))]
    assert {value(way) for way in ways} == {digits}
    assert (value(grouped(digits, ".")) == digits) == (len(digits) > 6)  # one full stop is no group in English
    assert value(f"{grouped(digits, ',')}.50") == value(f"{digits},5") == f"{digits}.5"


@given(whole_numbers, st.sampled_from(sorted(scale_values(ENGLISH).items())))
def test_a_scale_multiplies_every_digit(digits: str, scale: tuple[str, Decimal]) -> None:
    name, factor = scale
    assert value(f"{digits}{name}") == str(int(digits) * int(factor))


def test_a_number_does_not_depend_on_how_exactly_others_calculate() -> None:
    with localcontext() as context:
        context.prec = 2
        assert value("12345") == "12345"


@pytest.mark.parametrize("write", [str, lambda digits: grouped(digits, ","), lambda digits: f"0.{digits}"])
def test_the_work_for_a_number_grows_with_its_length(write: Callable[[str], str]) -> None:
    assert_linear(lambda size: write("7" * size), value, start=100_000)
