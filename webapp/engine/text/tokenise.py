"""Splits sentences into tokens, and paragraphs into sentences (`sentences.py`).

    He left on Aug. 31, the U.N. said.      one paragraph, one sentence
    He|left|on|Aug. 31|,|the|U.N.|said|.    its tokens: a date and an abbreviation are words, not pieces

Scripts written with spaces are cut by one pattern, runs of the others by ICU's dictionaries: Unicode's default
boundaries cut Han into single characters and Thai into letters, and ICU's English rules cut `Aug. 31` and `U.N.`.
"""

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import Literal

import regex
from icu4py.breakers import WordBreaker

from webapp.engine.languages.denials import denial_signs
from webapp.engine.languages.detect import detect_language
from webapp.engine.languages.function_words import fold
from webapp.engine.languages.language import Language
from webapp.engine.languages.letters import INVISIBLE, compose
from webapp.engine.languages.lookups import shortened_words
from webapp.engine.span import Span
from webapp.engine.text.sentences import SentenceCutter
from webapp.engine.text.token_patterns import UNSPACED, dependent_pattern, plain_pattern, token_pattern
from webapp.patterns import lazy_pattern

TokenKind = Literal["word", "number", "date", "punctuation"]


_WORD_KINDS = frozenset({"word", "number", "date"})


_NUMERIC = lazy_pattern(r"\p{N}")
_CLUSTER = lazy_pattern(rf"(?s).[\p{{M}}\s{INVISIBLE}]*+")
HAS_UNSPACED = lazy_pattern(UNSPACED, regex.V1)


class Tokeniser:
    """The tokeniser for one language. Use `tokeniser_for`, which caches the compiled patterns."""

    def __init__(self, language: Language) -> None:
        self._shortened = shortened_words(language)
        self.sentences = SentenceCutter(language).sentences
        self._language = language
        self._denial = _denial(language)

    # Most short texts need one of these, some none; each takes as long to compile as a page of prose to cut.
    @cached_property
    def _token(self) -> "regex.Pattern[str]":
        return regex.compile(token_pattern(self._language), regex.VERBOSE | regex.V1)

    @cached_property
    def _plain(self) -> "regex.Pattern[str]":
        return regex.compile(plain_pattern(self._language), regex.VERBOSE | regex.V1)

    @cached_property
    def _dependent(self) -> "regex.Pattern[str]":
        return regex.compile(dependent_pattern(self._language), regex.VERBOSE | regex.V1)

    def tokens(self, text: str, span: Span) -> Iterator[tuple[int, int, TokenKind]]:
        """Yield (start, end, kind) of the tokens of `text[span]`; white space is none."""
        for match in self._token.finditer(text, *span):
            kind = match.lastgroup
            if kind == "unspaced":
                yield from self._dictionary_words(text, Span(*match.span(kind)))
            elif kind:
                yield *match.span(kind), kind  # type: ignore[misc]  # the groups' names

    def _dictionary_words(self, text: str, run: Span) -> Iterator[tuple[int, int, TokenKind]]:
        """Cut a run by the dictionaries, and around a denial between two equal signs, which they take for one word."""
        start = run.start
        for match in self._denial.finditer(text, *run) if self._denial else ():
            yield from _dictionary_words(text, start, match.start())
            yield *match.span(), "word"
            start = match.end()
        yield from _dictionary_words(text, start, run.end)

    def depends_on_neighbours(self, chunk: str) -> bool:
        """Return whether what is beside a chunk, past white space, may decide how it is cut."""
        return _NUMERIC.search(chunk) is not None or self.depends_beside_words(chunk)

    def depends_beside_words(self, chunk: str) -> bool:
        """Return whether it may decide even where no chunk beside it has a digit and none depends on its neighbours."""
        return self._dependent.search(chunk) is not None

    def count_words(self, text: str, span: Span) -> int:
        """Return how many words, numbers and dates `text[span]` has."""
        if self._plain.fullmatch(text, *span):
            return text.count(" ", *span) + 1
        if HAS_UNSPACED.search(text, *span):
            return sum(kind != "punctuation" for _, _, kind in self.tokens(text, span))
        return sum(match.lastgroup in _WORD_KINDS for match in self._token.finditer(text, *span))

    def is_plain(self, word: str) -> bool:
        """Return whether a word is one token wherever it stands: of unaccented letters, no abbreviation, no month."""
        return word.isascii() and word.isalpha() and fold(word) not in self._shortened


def _denial(language: Language) -> "regex.Pattern[str] | None":
    """Return what matches a sign of denial between two equal ones: the parliament (国会) will not (不会) agree."""
    signs = "".join(sorted(denial_signs(language)))
    return regex.compile(rf"(?<=(\p{{Han}}))[{signs}](?=\1)") if signs else None


@cache
def tokeniser_for(language: Language) -> Tokeniser:
    """Return the tokeniser for a language; the same object for the same language."""
    return Tokeniser(language)


def count_words(text: str) -> int:
    """Return how many words, numbers and dates a text has. In its language a date is one, as a comparison counts it."""
    return tokeniser_for(detect_language(text)).count_words(text, Span(0, len(text)))


def _dictionary_words(text: str, start: int, end: int) -> Iterator[tuple[int, int, TokenKind]]:
    """Cut a run of an unspaced script by ICU. Its offsets count UTF-16 units, so string lengths are added up."""
    if end - start <= 1:
        if start < end:
            yield start, end, "word"
        return
    run = text[start:end]
    seen = _seen(run)
    place_of = range(start, end + 1) if seen == run else _places(run, start)
    first = position = 0
    for piece in WordBreaker(seen if seen == run else "".join(map(_seen, _CLUSTER.findall(run))), "en"):
        position += len(piece)
        if place_of[first] < place_of[position]:
            yield place_of[first], place_of[position], "word"
            first = position


def _seen(run: str) -> str:
    """Return a run without line ends in it, as it looks."""
    return compose("".join(run.split()))


def _places(run: str, start: int) -> Sequence[int]:
    """Return where each composed character of a run stands in its text, and the end: inside a cluster, its start."""
    places: list[int] = []
    for cluster in _CLUSTER.finditer(run):
        places += [start + cluster.start()] * len(_seen(cluster[0]))
    return [*places, start + len(run)]
