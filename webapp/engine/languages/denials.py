"""The denials of one sign, such as 不, which words of a script without spaces may hold."""

from functools import cache

from webapp.engine.languages.language import Language
from webapp.patterns import lazy_pattern

_HAN = lazy_pattern(r"\p{Han}")


@cache
def denial_signs(language: Language) -> frozenset[str]:
    """Return the signs that deny by themselves."""
    return frozenset(word for word in language.negations if len(word) == 1 and _HAN.match(word))
