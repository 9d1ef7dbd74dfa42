"""Whether a name of one side occurs on the other: in another form, inside a compound, or by its initials."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import chain

import regex

from webapp.engine.languages.common import possessives
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import name_derivations
from webapp.engine.languages.skeleton import skeleton

# Letters of a name before an ending of its language; one less if another ending replaces it.
# Range: 2–6 letters
# Why: Cuba and Cuban, Mali and Malian; Ewa and Ewie
MIN_NAME_STEM = 3

# Without a table of endings two words with this many equal first letters are one name.
# Range: 2–7 letters
# Why: Moskva and Moskvy; a name missed is better than one that never changed
SAME_NAME_LETTERS = 4


# Letters up to the capital of a name with a prefix.
# Range: 2–5 letters
# Why: bhFrainc
MAX_PREFIX_LETTERS = 4


def bare(words: str) -> str:
    """Return words, one a line, in small letters, without possessive and full stops."""
    return _possessive().sub("", words.casefold()).replace("’", "'").replace(".", "")


def has_capital(word: str) -> bool:
    """Return whether a word begins with a capital, or has one behind a prefix of grammar: nGaillimh."""
    return word[:1].isupper() or word[:MAX_PREFIX_LETTERS] != word[:MAX_PREFIX_LETTERS].lower()


@cache
def _possessive() -> "regex.Pattern[str]":
    return regex.compile(rf"(?:{'|'.join(map(regex.escape, possessives()))})$", regex.MULTILINE)


class Namesakes:
    """Finds which names among one side's `own` words occur among the `other` side's; its look-ups are lazy."""

    def __init__(self, own: Sequence[str], other: Sequence[str], language: Language) -> None:
        self._own, self._other = own, other
        self._language = language

    def has(self, name: str) -> bool:
        """Return whether a name of one side occurs on the other.

        Of a compound, each capitalised part must occur: "Geneva" of "Geneva-based", both of "Smith-Jones".
        """
        return self.surely_has(name) or all(map(self._has_beginning, _names_in(name)))

    def surely_has(self, name: str) -> bool:
        """The same, but without a table of endings a word with the same beginning may be another name."""
        return all(map(self._has_bare, _names_in(name))) or self.stands_for(name)

    def stands_for(self, name: str) -> bool:
        """Return whether a name is an acronym that the other side spells out, or a word of one: UN, United, Nations."""
        return self._spells_out(name) or name in self._abbreviated

    def _has_bare(self, name: str) -> bool:
        """Return whether a bare name occurs, in any form that the table of endings knows."""
        if skeleton(name) in self._bare or name in self._skeletons:
            return True
        if not _forms(name, self._language).isdisjoint(self._bare):
            return True
        return not _bases(name, self._language).isdisjoint(self._bases)

    def _has_beginning(self, name: str) -> bool:
        """Return whether a bare name may occur: without a table of endings a word with the same beginning suffices."""
        if self._language.has_table and self._language.name_endings:
            return self._has_bare(name)
        has_beginning = len(name) >= SAME_NAME_LETTERS and name[:SAME_NAME_LETTERS] in self._openings
        return has_beginning or self._has_bare(name)

    def _spells_out(self, name: str) -> bool:
        """`UN` is in "United Nations"."""
        return is_acronym(name) and name.replace(".", "") in self._initials

    @cached_property
    def _bare(self) -> frozenset[str]:
        return frozenset(bare("\n".join(self._other).replace("-", "\n")).split("\n"))

    @cached_property
    def _skeletons(self) -> frozenset[str]:
        """The other side's words without accents: Walesa is Wałęsa, but Hùng is not Hưng."""
        return frozenset(map(skeleton, self._bare))

    @cached_property
    def _bases(self) -> frozenset[str]:
        """What the other side's names may be forms of: two cases of one name share what they are cases of."""
        names = (bare(word) for word in self._other if not word.islower())
        return frozenset(chain.from_iterable(_bases(name, self._language) for name in names))

    @cached_property
    def _openings(self) -> frozenset[str]:
        return frozenset(word[:SAME_NAME_LETTERS] for word in self._bare)

    @cached_property
    def _initials(self) -> str:
        return "\n".join(map(_initials, _runs(self._other, self._language)))

    @cached_property
    def _abbreviated(self) -> frozenset[str]:
        acronyms = frozenset(word.replace(".", "") for word in self._other if is_acronym(word))
        return frozenset(chain.from_iterable(_abbreviated(run, acronyms) for run in _runs(self._own, self._language)))


def _names_in(name: str) -> list[str]:
    """Return the bare names in a compound."""
    return [bare(part) for part in name.split("-") if has_capital(part)]


def _forms(name: str, language: Language) -> frozenset[str]:
    """Return a bare name, what it is derived from and what is derived from it: Chinese, China."""
    return frozenset({name, *_derived(name, language)})


def _bases(name: str, language: Language) -> frozenset[str]:
    """Return a bare name and what it may be a form of: Praze is Praha in another case, nGaillimh is Gaillimh."""
    found = {name}
    for prefix, first in language.name_prefixes:
        if name.startswith(prefix):
            found.add(first + name.removeprefix(prefix))
    for one in tuple(found):
        for ending, bases in language.name_endings:
            if one.endswith(ending):
                stem = one.removesuffix(ending)
                found.update(stem + base for base in bases if len(stem) >= MIN_NAME_STEM - bool(base))
    return frozenset(found)


def _derived(name: str, language: Language) -> Iterator[str]:
    for ending, other in name_derivations(language):
        if name.endswith(ending) and len(name) - len(ending) >= MIN_NAME_STEM - bool(ending and other):
            yield name.removesuffix(ending) + other


def _abbreviated(run: Sequence[str], acronyms: frozenset[str]) -> Iterator[str]:
    """Yield each word of "United Nations" for `UN`, but not every word that begins with one of its letters.

    Of an acronym only the first place in a run counts. The run is cut by the acronyms' lengths and each piece is looked
    up: to look for each acronym in each run would take the product of the two.
    """
    initials = _initials(run)
    found: set[str] = set()
    for length in {len(acronym) for acronym in acronyms if len(acronym) <= len(run)}:
        for start in range(len(run) - length + 1):
            piece = initials[start : start + length]
            if piece in acronyms and piece not in found:
                found.add(piece)
                yield from (word.rstrip(".") for word in run[start : start + length])


def _initials(run: Iterable[str]) -> str:
    return "".join(word[0] for word in run)


def is_acronym(word: str) -> bool:
    """Return whether a word is several capitals, maybe with an ending behind a colon: UN, U.N., EU:n."""
    letters = word.partition(":")[0]
    return letters.isupper() and len(letters.replace(".", "")) > 1


def _runs(words: Iterable[str], language: Language) -> Iterator[list[str]]:
    """Yield neighbouring words with a capital, over small words of grammar: Bank, England of "the Bank of England"."""
    run: list[str] = []
    for word in words:
        if word[0].isupper() and not is_acronym(word):
            run.append(word)
        elif run and word not in language.function_words:
            yield run
            run = []
    yield run
