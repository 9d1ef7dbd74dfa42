"""The denials of one sign, such as 不, which words of a script without spaces may hold."""

from functools import cache

import regex

from webapp.engine.languages.language import Language

_HAN = regex.compile(r"\p{Han}")


@cache
def denial_signs(language: Language) -> frozenset[str]:
    """Return the signs that deny by themselves."""
    return frozenset(word for word in language.negations if len(word) == 1 and _HAN.match(word))
