"""Whether a name of one side stands on the other: in another form, inside a compound, or by its initials."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import regex

from webapp.engine.languages import Language, name_derivations

# Before its ending a name has so many letters at least: "Cub" of Cuba and Cuban. Default 3.
MIN_NAME_STEM = 3

# Without a table of endings two words that begin with so many equal letters are one name; default 4: a language may
# bend its names in many ways, and a name missed is better than one that was never changed.
SAME_NAME_LETTERS = 4

_POSSESSIVE = regex.compile(r"'s$", regex.MULTILINE)


def bare(words: str) -> str:
    """Return words, one a line, in small letters, without possessive and full stops."""
    return _POSSESSIVE.sub("", words.casefold().replace("’", "'")).replace(".", "")


def names_among(words: Sequence[str]) -> frozenset[str]:
    """Return words and the parts of the compounds among them, bare."""
    return frozenset(bare("\n".join(words).replace("-", "\n")).split("\n"))


def stands_in(name: str, own: Sequence[str], other: Sequence[str], others: frozenset[str], language: Language) -> bool:
    """Tell whether a name among its `own` words stands among the `other` words, which are `others` when bare.

    Of a compound all that is a name must stand there: "Geneva" of "Geneva-based", both of "Smith-Jones".
    """
    parts = [part for part in name.split("-") if part[:1].isupper()]
    if all(_is_among(bare(part), others, language) for part in parts):
        return True
    return _is_abbreviated(name, own, other, language) or _is_spelt_out(name, other, language)


def _is_among(name: str, others: frozenset[str], language: Language) -> bool:
    """Tell whether a bare name stands among others; where no table has the endings of names, it need only begin so."""
    if name_derivations(language):
        return not _forms(name, language).isdisjoint(others)
    is_long = len(name) >= SAME_NAME_LETTERS
    return name in others or (
        is_long and any(name[:SAME_NAME_LETTERS] == other[:SAME_NAME_LETTERS] for other in others)
    )


@lru_cache(maxsize=4096)
def _forms(name: str, language: Language) -> frozenset[str]:
    """Return a bare name, what it is derived from and what is derived from it: Chinese, China."""
    return frozenset({name, *_derived(name, language)})


def _derived(name: str, language: Language) -> Iterator[str]:
    for ending, other in name_derivations(language):
        if name.endswith(ending) and len(name) - len(ending) >= MIN_NAME_STEM:
            yield name.removesuffix(ending) + other


def _is_spelt_out(name: str, other: Sequence[str], language: Language) -> bool:
    """`UN` stands in "United Nations"."""
    return _is_acronym(name) and any(name.replace(".", "") in _initials(run) for run in _runs(other, language))


def _is_abbreviated(name: str, own: Sequence[str], other: Sequence[str], language: Language) -> bool:
    """Each word of "United Nations" stands in `UN`, but not every word that begins with one of its letters."""
    acronyms = {word.replace(".", "") for word in other if _is_acronym(word)}
    return any(
        name in run[start : start + len(acronym)]
        for acronym in acronyms
        for run in _runs(own, language)
        if (start := _initials(run).find(acronym)) >= 0
    )


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word.replace(".", "")) > 1


def _initials(run: Iterable[str]) -> str:
    return "".join(word[0] for word in run)


def _runs(words: Iterable[str], language: Language) -> Iterator[list[str]]:
    """Yield neighbouring words with a capital, over small words of grammar: Bank, England of "the Bank of England"."""
    run: list[str] = []
    for word in words:
        if word[0].isupper() and not _is_acronym(word):
            run.append(word)
        elif run and word not in language.function_words:
            yield run
            run = []
    yield run
