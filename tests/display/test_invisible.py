"""BAD_INPUT 25: invisible characters are shown by their names; those with an honest use stay."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.hostile import KINDS
from tests.growth import assert_linear
from webapp.display.invisible import MAX_FLAG_TAGS, VisiblePart, coded_text, visible_parts, visible_text

HONEST = [
    "👩\u200d👩\u200d👧",
    "❤\ufe0f\u200d🔥",
    "👩🏽\u200d🚀",
    "می\u200cخواهم",
    "क्\u200dष",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "葛\U000e0100",
    "שלום, مرحبا",
    "e\u0301",
    "no-break\u00a0space",
]


@pytest.mark.parametrize("character", [*map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))], ids=ascii)
def test_a_character_that_reorders_the_page_is_named(character: str) -> None:
    before, mark, after = visible_parts(f"abc{character}def")
    assert (before, after) == (VisiblePart("abc"), VisiblePart("def"))
    assert unicodedata.name(character).lower() in mark.hidden
    assert character not in mark.text


@pytest.mark.parametrize(
    "character", ["\u200b", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f", "\u061c", "\u200c", "\u200d"], ids=ascii
)
def test_a_character_without_width_is_named(character: str) -> None:
    assert [bool(part.hidden) for part in visible_parts(f"man{character}date")] == [False, True, False]
    assert [bool(part.hidden) for part in visible_parts(f"{character}date")] == [True, False]


@pytest.mark.parametrize("code", [c for c in (*range(0x20), *range(0x7F, 0xA0)) if chr(c) not in "\t\n\r"], ids=hex)
def test_a_control_character_is_named(code: int) -> None:
    """Pages show nothing for it, and a terminal obeys it."""
    before, mark, after = visible_parts(f"abc{chr(code)}def")
    assert (before, after) == (VisiblePart("abc"), VisiblePart("def"))
    assert mark.text.isalnum() and mark.text.isupper()
    assert mark.hidden == f"control character {mark.text}, U+{code:04X}"


@pytest.mark.parametrize(
    ("character", "name"), [("\u2028", "LS"), ("\u2029", "PS"), ("\ufff9", "IAA"), ("\ufffb", "IAT")]
)
def test_a_separator_and_a_mark_of_annotation_are_named(character: str, name: str) -> None:
    assert [part.text for part in visible_parts(f"abc{character}def")] == ["abc", name, "def"]


@pytest.mark.parametrize("text", ["a tab\tand", "a line\nand", "a line\r\nand", "déjà\tvu\n"], ids=ascii)
def test_tabs_and_line_ends_stay(text: str) -> None:
    assert visible_parts(text) == [VisiblePart(text)]


def test_a_terminal_gets_the_number_of_what_it_would_obey() -> None:
    assert coded_text("a\x1b[2J\x9b1m\u202eb\u2028\rc\td\n") == "a<U+001B>[2J<U+009B>1m<U+202E>b<U+2028><U+000D>c\td\n"


def test_letters_hidden_as_tags_are_named() -> None:
    assert [part.hidden for part in visible_parts("a\U000e0068\U000e0069")] == [
        "",
        "tag latin small letter h, U+E0068",
        "tag latin small letter i, U+E0069",
    ]


def test_letters_hidden_behind_a_flag_are_named() -> None:
    """A flag's tags spell a part of a country, in seven letters and a tag that ends them."""
    letters = "\U000e0061" * 20
    assert sum(bool(part.hidden) for part in visible_parts(f"🏴{letters}")) == 20 - MAX_FLAG_TAGS - 1


@pytest.mark.parametrize("kind", KINDS)
def test_looking_for_what_is_invisible_takes_work_in_proportion_to_the_text(kind: str) -> None:
    """BAD_INPUT 28."""
    assert_linear(KINDS[kind], visible_parts, 1_000)


@pytest.mark.parametrize("text", HONEST, ids=ascii)
def test_a_character_that_joins_what_is_seen_stays(text: str) -> None:
    assert visible_parts(text) == [VisiblePart(text)]


def test_a_title_names_it_in_brackets() -> None:
    assert visible_text("Ti\u202etle") == "Ti[RLO]tle"


@given(st.text())
def test_everything_else_stays_as_it_is(text: str) -> None:
    """Every character is shown or named, and nothing that is shown can reorder a page."""
    parts = visible_parts(text)
    shown = "".join(part.text for part in parts if not part.hidden)
    assert len(shown) + sum(bool(part.hidden) for part in parts) == len(text)
    assert not {c for c in shown if unicodedata.category(c) in ("Cc", "Zl", "Zp")} - set("\t\n\r")
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\ufeff")
