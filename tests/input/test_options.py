"""Options mean the same in an address and on a command line."""

import pytest

from webapp.engine import Options
from webapp.errors import InvalidInput
from webapp.input.options import parse_options


@pytest.mark.parametrize(
    ("ignore", "show", "ignored"),
    [
        ([], [], {"spacing"}),
        (["case"], [], {"spacing", "case"}),
        (["case,punctuation"], [], {"spacing", "case", "punctuation"}),
        (["case", "punctuation, typography"], [], {"spacing", "case", "punctuation", "typography"}),
        (["case", "case", ",,", ""], [], {"spacing", "case"}),
        ([], ["spacing"], set()),
        (["case"], ["spacing"], {"case"}),
        (["spacing"], ["spacing"], set()),
    ],
)
def test_it_adds_what_to_ignore_and_takes_out_what_to_show(
    ignore: list[str], show: list[str], ignored: set[str]
) -> None:
    assert parse_options(ignore, show) == Options(ignore=frozenset(ignored))


@pytest.mark.parametrize("name", ["colour", "CASE", "case;punctuation", "__init__", "\0"])
def test_it_names_what_it_knows_when_asked_for_something_else(name: str) -> None:
    """BAD_INPUT 44."""
    with pytest.raises(InvalidInput, match="It knows: case, punctuation, spacing, spelling, typography") as refusal:
        parse_options([name], [])
    assert refusal.value.field == "ignore"


def test_only_white_space_can_be_shown() -> None:
    with pytest.raises(InvalidInput, match="It knows: spacing") as refusal:
        parse_options([], ["case"])
    assert refusal.value.field == "show"


def test_it_repeats_no_more_than_the_beginning_of_a_long_name() -> None:
    with pytest.raises(InvalidInput) as refusal:
        parse_options(["x" * 1_000_000])
    assert len(refusal.value.message) < 200
