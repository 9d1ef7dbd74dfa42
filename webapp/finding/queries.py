"""What a reader looks for: words, all of which an article must have, and phrases in quotation marks.

    mayor "fined the bank" lyo      mayor, fined-the-bank, lyo...
    l'école                         l-ecole...

Anything that is written can be looked for: marks that a database takes for operators are no part of any word. The last
word may be unfinished, because a search begins while it is typed.
"""

from dataclasses import dataclass

from webapp.errors import InvalidInput
from webapp.finding.words import terms_of
from webapp.patterns import lazy_pattern

MAX_SEARCH_WORDS = 50
"""Of a search. It leaves room for a sentence in quotation marks."""

# Letters of an unfinished word from which it is looked for as the beginning of others.
# Range: 1–4 letters
# Why: an index of 100,000 articles has most of them under any two letters, so that all would be read
MIN_PREFIX_CHARS = 3

_QUOTED = lazy_pattern(r"[\"“”„«»「『](?P<phrase>[^\"“”„«»「」『』]*)[\"“”„«»」』]")
_WORD = lazy_pattern(r"\S+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that follow each other. `is_prefix`: the last may be the beginning of a longer one."""

    terms: tuple[str, ...]
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All that an article must have; nothing of a query without words. `is_empty`: there is nothing in it at all."""

    wanted: tuple[Wanted, ...]
    is_empty: bool = False

    @property
    def finds_nothing(self) -> bool:
        """Return whether something was asked for of which no article can have a word, such as `%`."""
        return not (self.wanted or self.is_empty)


def read_query(written: str) -> Query:
    """Return what is looked for. Errors: InvalidInput for more than MAX_SEARCH_WORDS words."""
    said = written.replace("\0", " ")
    phrases = [match["phrase"] for match in _QUOTED.finditer(said)]
    words = _WORD.findall(_QUOTED.sub(" ", said))
    is_typing = bool(words) and said.endswith(words[-1])
    wanted = [Wanted(terms) for terms in map(_terms, [*phrases, *words[:-1]]) if terms]
    last = _terms(words[-1]) if words else ()
    if last:
        wanted.append(Wanted(last, is_typing and _may_go_on(last[-1])))
    if sum(len(each.terms) for each in wanted) > MAX_SEARCH_WORDS:
        raise InvalidInput(f"A search takes at most {MAX_SEARCH_WORDS} words. Leave some out and try again.", "q")
    return Query(tuple(dict.fromkeys(wanted)), not said.strip())


def _terms(written: str) -> tuple[str, ...]:
    return tuple(terms_of(written))


def _may_go_on(term: str) -> bool:
    """Return whether a term may be looked for as a beginning. One sign of a script without spaces is a word."""
    return len(term) >= MIN_PREFIX_CHARS or not term.isascii()
