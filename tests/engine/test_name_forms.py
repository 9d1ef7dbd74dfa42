"""One name in two cases or with its title written out is one; names that are only alike are two."""

import pytest

from webapp.engine import compare
from webapp.engine.model import Flag

STORIES = {
    "pl": "Rada miasta głosowała we wtorek, ale nie było zgody. Premier {} powiedział to wczoraj.",
    "cs": "Rada města hlasovala v úterý, ale nebyla to dohoda. Ministr {} to včera řekl.",
    "fi": "Neuvosto on äänestänyt, eikä se ole helppoa. Se on {} ja sanoi sen eilen.",
    "ga": "Bhí an rialtas ag caint faoin bplean agus níl sé sásta leis. Tá an t-aire i {} inniu.",
    "en": "The council met in May to talk about the port. It was {} who had asked for it, the mayor said.",
    "ru": "Совет города голосовал во вторник. Он приехал {} вчера, как сказал мэр города.",
}


def flags(code: str, old: str, new: str) -> set[Flag]:
    story = STORIES[code]
    return {flag for change in compare(story.format(old), story.format(new)).changes for flag in change.flags}


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("pl", "dla Dudy", "o Dudzie"), ("pl", "Ewa Nowak", "Ewie Nowak"), ("cs", "v Praze", "z Prahy"),
        ("cs", "v Brně", "do Brna"), ("fi", "Turku", "Turun"), ("fi", "Lahti", "Lahdessa"),
        ("ga", "Gaillimh", "nGaillimh"), ("ga", "gCorcaigh", "Corcaigh"), ("ru", "в Москву", "из Москвы"),
        ("en", "Sgt. Holm", "Sergeant Holm"), ("en", "Dayton, Calif.", "Dayton, California"),
    ],
)  # fmt: skip
def test_another_form_of_a_name_is_no_other_name(code: str, old: str, new: str) -> None:
    assert "name" not in flags(code, old, new)


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("pl", "w Słowacji", "w Słowenii"), ("cs", "Petrov", "Petrenko"), ("fi", "Turun", "Lahden"),
        ("ga", "gCorcaigh", "nGaillimh"), ("en", "J. K. Holm", "J. R. Holm"), ("en", "Niger", "Nigeria"),
        ("en", "Iran", "Iraq"), ("en", "Austria", "Australia"), ("ru", "Петров", "Петренко"),
        ("en", "Sgt. Holm", "Captain Holm"),
    ],
)  # fmt: skip
def test_names_that_are_only_alike_are_two(code: str, old: str, new: str) -> None:
    assert "name" in flags(code, old, new)


def test_another_person_with_initials_is_told_in_a_headline_too() -> None:
    old = "Minutes of the Harbour Board: J. G. Feldmann, Chair, Opens The Port"
    changes = compare(old, old.replace("J. G. Feldmann", "T. P. Pastorek")).changes
    assert "name" in {flag for change in changes for flag in change.flags}


def test_two_cases_of_a_name_are_one_in_a_text_too_short_to_tell_its_language() -> None:
    old = "Delegace jednala s vládou v Praze o dohodě. Ministr jel včera do Prahy."
    new = "Delegace jednala s vládou z Prahy o dohodě. Ministr jel včera k Praze."
    assert "name" not in {flag for change in compare(old, new).changes for flag in change.flags}


@pytest.mark.parametrize(
    ("old", "new", "is_name"),
    [
        ("On Monday he met President Macron in Paris.", "On Monday he met Macron in Paris.", False),
        ("Am Montag reiste Minister Habeck ab.", "Am Montag reiste Habeck ab.", False),
        ("The court heard Martin Luther King there.", "The court heard Martin Luther there.", True),
    ],
)
def test_a_title_before_a_name_is_no_name(old: str, new: str, is_name: bool) -> None:
    assert ("name" in {flag for change in compare(old, new).changes for flag in change.flags}) == is_name
