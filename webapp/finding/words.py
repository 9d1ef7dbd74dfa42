"""The words of a text with their places, as the index holds them.

    The U.S. fined l'École 3,500 euros      the us fined l ecole 3 500 euros
    東京都は35億円                            東京 都 は 35 億 円

A word ends at every mark, so that a reader finds école in l'École; a query is cut in the same way, and what was written
as one word is looked for as a phrase. Scripts without spaces are cut by the engine's dictionaries.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from webapp.engine.languages.language import NO_LANGUAGE
from webapp.engine.languages.letters import INVISIBLE, MARKS_IN_WORDS
from webapp.engine.span import Span
from webapp.engine.text.token_patterns import UNSPACED
from webapp.engine.text.tokenise import tokeniser_for
from webapp.finding.folding import fold_word
from webapp.patterns import lazy_pattern

# Characters of a word that are read at once: a text may be one word of a million letters.
# Range: 100–10,000 characters
# Why: the longest word of the samples has 17; what is longer than `MAX_TERM_CHARS` is cut in the index anyhow
MAX_WORD_CHARS = 1_000

MAX_CACHED_CHARS = 40
CACHED_CHUNKS = 1 << 15
"""Of the words between white space that are cut once: news repeat theirs."""

_JOINED = rf"{INVISIBLE}{MARKS_IN_WORDS}"
_OF_WORDS = r"[\p{L}\p{M}\p{N}]"
_WORD = lazy_pattern(
    rf"""
      (?P<initials> (?<!{_OF_WORDS}) (?: (?:\p{{L}}\.){{2,20}}+ | (?:\p{{L}}\.){{1,20}}+ \p{{L}} (?!{_OF_WORDS}) ))
    | (?P<unspaced> {UNSPACED} [{UNSPACED}\p{{M}}{_JOINED}]{{0,{MAX_WORD_CHARS}}}+)
    | (?P<word> [[\p{{L}}\p{{N}}]--{UNSPACED}] [[\p{{L}}\p{{M}}\p{{N}}{_JOINED}]--{UNSPACED}]{{0,{MAX_WORD_CHARS}}}+)
    """,
    regex.VERBOSE | regex.V1,
)


_PART = lazy_pattern(f"{_OF_WORDS}+")


class PlacedWord(NamedTuple):
    """A word's place in its text, and how it is compared."""

    start: int
    end: int
    term: str


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[PlacedWord]:
    """Yield the words of a stretch of a text, in order."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        if match.lastgroup == "unspaced":
            yield from _dictionary_words(text, Span(*match.span()))
        else:
            written = match[0].replace(".", "") if match.lastgroup == "initials" else match[0]
            yield from _word(*match.span(), written)


def terms_of(text: str) -> list[str]:
    """Return the words of a text as they are compared. Nothing is cut by what is beyond white space around it."""
    return [
        term for chunk in text.split() for term in (_known(chunk) if len(chunk) < MAX_CACHED_CHARS else _cut(chunk))
    ]


def _cut(chunk: str) -> tuple[str, ...]:
    return tuple([word.term for word in words_of(chunk)])


@lru_cache(CACHED_CHUNKS)
def _known(chunk: str) -> tuple[str, ...]:
    return _cut(chunk)


def _dictionary_words(text: str, run: Span) -> Iterator[PlacedWord]:
    for first, last, _ in tokeniser_for(NO_LANGUAGE).tokens(text, run):
        yield from _word(first, last, text[first:last])


def _word(start: int, end: int, written: str) -> Iterator[PlacedWord]:
    """Yield a word; two of ½, which is written 1⁄2."""
    for term in _plain_parts(fold_word(written)):
        yield PlacedWord(start, end, term)


def _plain_parts(term: str) -> list[str]:
    return [term] if term.isalnum() else [part for part in _PART.findall(term) if part]
