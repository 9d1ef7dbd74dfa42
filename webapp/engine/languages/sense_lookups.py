"""Look-ups of words that turn the sense: contraries, and words that turn a sentence by being lost or added."""

from functools import cache

from webapp.engine.languages.language import Language

Pairs = frozenset[tuple[str, str]]


@cache
def opposite_words(language: Language) -> Pairs:
    """Return the pairs of small words that say the opposite of each other, both ways."""
    return _both_ways(language.opposites)


@cache
def turning_words(language: Language) -> dict[str, str]:
    """Return the words that turn the sense by being lost or added, each with the one that stands for its forms."""
    return dict(language.turns)


@cache
def meanings(language: Language) -> dict[str, str]:
    """Return the words that have a contrary, each with the one that stands for all of its meaning."""
    return dict(language.contrary_forms)


@cache
def contrary_meanings(language: Language) -> Pairs:
    """Return the pairs of contrary meanings, both ways."""
    return _both_ways(language.contraries)


def _both_ways(pairs: Pairs) -> Pairs:
    return pairs | {(second, first) for first, second in pairs}
