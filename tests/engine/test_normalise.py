"""Two tokens are equal for a reader when their keys are."""

from webapp.engine.languages.load import known_languages
from webapp.engine.text.normalise import fold_spelling

ENGLISH = next(language for language in known_languages() if language.code == "en")


def test_a_variant_is_folded_under_its_possessive() -> None:
    assert fold_spelling("Colour’s", ENGLISH) == "Color’s"


def test_a_word_of_possessives_alone_is_folded_as_well() -> None:
    """BAD_INPUT 28: each possessive was a call inside the one before, and Python has no room for a thousand."""
    word = "a" + "'s" * 5_000
    assert fold_spelling(word, ENGLISH) == word
